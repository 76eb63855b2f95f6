import { groupBy } from "../../base/group-by.ts";
import { spanOfText } from "../../base/span.ts";
import type { Property } from "../../contract/contract.ts";
import { shortName } from "../../contract/names/short-name.ts";
import type { UnaskedProperty } from "../../docs/declarations/read-not-by-default.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { citation } from "../body/judged-violations.ts";
import { citedRow } from "../cited.ts";
import { defineRule, type ExchangeContext, type Failure } from "../rule.ts";
import { typeOfObject } from "../type-of-object.ts";
import { answerOf } from "./items-of.ts";
import { expandedNames, selectedNames } from "./option-names.ts";

/** Properties that come only when they are asked for: one finding for each of a type. */
export const selectOnly = defineRule("query/select-only", {
  promise: "A property that the page says comes only with `$select` does not come without it.",
  weighs: { documented: "error", mock: "error", tenant: "info" },
  idle: "nothing was asked with $select",
  judge(context) {
    const { promised, url } = context;
    const answer = answerOf(context);
    const { type } = promised;
    if (!answer || type?.kind !== "type") return "not-applicable";
    const asked = new Set(
      [
        ...selectedNames(url.options.get("$select") ?? ""),
        ...expandedNames(url.options.get("$expand") ?? ""),
      ].map((name) => name.toLowerCase()),
    );
    if (asked.has("*")) return "not-applicable";
    const said = new Map(context.promising?.notByDefault?.map((one) => [one.name, one]) ?? []);
    let isJudged = false;
    const found = answer.items.flatMap(({ value, pointer }) => {
      const own = typeOfObject(context, type.name, value);
      const only =
        own?.properties.filter((property) => isOnlyOnRequest(property) || said.has(property.name)) ?? [];
      isJudged ||= only.length > 0;
      return only
        .filter(({ name }) => (value[name] ?? null) !== null && !asked.has(name.toLowerCase()))
        .map((property) => ({ property, of: own?.name ?? "", at: stepInto(pointer, property.name) }));
    });
    const each = groupBy(found, ({ property, of }) => `${of}/${property.name}`);
    return isJudged ? [...each.values()].flatMap((same) => failureOf(context, same, said)) : "not-applicable";
  },
});

function isOnlyOnRequest({ onlyOnSelect, notByDefault, navigation }: Property): boolean {
  return (onlyOnSelect || notByDefault) === true && !navigation;
}

interface Unasked {
  readonly property: Property;
  readonly of: string;
  readonly at: string;
}

function failureOf(
  context: ExchangeContext,
  [first]: readonly Unasked[],
  said: ReadonlyMap<string, UnaskedProperty>,
): Failure[] {
  if (!first) return [];
  const { property, of, at } = first;
  const { name, location, onlyOnSelect } = property;
  const sentence = isOnlyOnRequest(property) ? undefined : said.get(name);
  const says = onlyOnSelect ? "that it is returned only on $select" : "that it does not come by default";
  const who = sentence ? "the page of the operation" : shortName(of);
  const message = `"${name}" comes and was not asked for; ${who} says ${says}${citation(sentence?.location ?? location)}`;
  const cause = { id: `select-only ${of}/${name}` };
  return [
    {
      status: "fail",
      message,
      span: context.locate(at, "name"),
      pointer: at,
      promise: sentence
        ? { span: spanOfText(sentence.location, sentence.sentence), text: sentence.sentence }
        : citedRow(property),
      cause,
    },
  ];
}
