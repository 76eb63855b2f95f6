import { isClosed } from "../../contract/json-schema/type-schema.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { misspeltNames } from "../../contract/validation/misspelt-names.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { defineRule, type ExchangeContext, type Outcome, type Verdicts } from "../rule.ts";
import { heldTo } from "./asked-option.ts";
import { acrossLevels, type Level } from "./expanded-levels.ts";

/** The expanded relationships in the answer. */
export const expand = defineRule("query/expand", {
  promise: "A response to `$expand` holds the expanded relationships, as resources.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  idle: "nothing that was asked for with $expand came",
  judge: (context) => acrossLevels(context, (level) => unexpanded(context, level)),
});

function unexpanded(context: ExchangeContext, { expand: expanded, items, type: promised }: Level): Verdicts {
  const [first] = items;
  if (expanded.length === 0 || expanded.includes("*") || !first) return "not-applicable";
  const type = promised ? typeNamed(context.contract, promised.name) : undefined;
  const outcomes = expanded.flatMap((name): Outcome[] => {
    const plain = name.toLowerCase();
    const found = items.flatMap(({ value, pointer }) =>
      Object.keys(value)
        .filter((other) => other.toLowerCase() === plain)
        .map((key) => ({ member: value[key], pointer: stepInto(pointer, key) })),
    );
    if (found.length === 0) {
      // There under a wrong name, which body/unknown-property reports.
      const misspelt = type && isClosed(type) ? [...misspeltNames(context.contract, type, first.value)] : [];
      if (misspelt.some(([, meant]) => meant.toLowerCase() === plain)) return [];
      const pointer = stepInto(first.pointer, name);
      const message = `"${name}" is expanded and absent`;
      return [{ status: "fail", message, span: context.locate(first.pointer), pointer }];
    }
    const lacking = items.find(
      ({ value }) => !Object.keys(value).some((other) => other.toLowerCase() === plain),
    );
    const partly: Outcome[] = lacking
      ? [
          {
            status: "fail",
            message: `"${name}" is expanded and absent from an item; where there is none it is null or []`,
            span: context.locate(lacking.pointer),
            pointer: stepInto(lacking.pointer, name),
            weighs: { mock: "error", tenant: "warning" },
          },
        ]
      : [];
    const scalar = found.find(({ member }) => typeof member !== "object");
    // Where the relationship's type is documented, its value is judged like every other: body/type.
    if (!scalar || type?.properties.some((property) => property.name.toLowerCase() === plain)) return partly;
    const message = `"${name}" is expanded, but ${JSON.stringify(scalar.member)} is no resource`;
    return [{ status: "fail", message, span: context.locate(scalar.pointer), pointer: scalar.pointer }];
  });
  return heldTo(context, "$expand", outcomes);
}
