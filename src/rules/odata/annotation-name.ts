import { isObject } from "../../base/is-object.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { isReadableAt } from "../body/readable-body.ts";
import { defineRule, type ExchangeContext, type Failure } from "../rule.ts";
import { type WrongControl, wrongControl } from "./control-names.ts";

/** The names of control information: one finding for each that is wrong, with all its places in the fix. */
export const annotationName = defineRule("odata/annotation-name", {
  promise: "Control information has the name that OData gives it.",
  weighs: { documented: "error", mock: "error", tenant: "warning" },
  judge(context) {
    const documented = documentedNames(context);
    const found = controlsIn(context.response.body?.json?.value, "").filter(
      ({ name, pointer }) => !documented.has(name) && isReadableAt(context, pointer),
    );
    if (found.length === 0) return "not-applicable";
    const wrong = new Map<string, Failure>();
    for (const control of found) {
      const flaw = wrongControl(control.name);
      if (flaw) wrong.set(control.name, together(wrong.get(control.name), failure(context, control, flaw)));
    }
    return [...wrong.values()];
  },
});

interface Control {
  readonly name: string;
  readonly pointer: string;
  readonly owner: Readonly<Record<string, unknown>>;
}

function controlsIn(value: unknown, pointer: string): Control[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => controlsIn(item, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const place = stepInto(pointer, name);
    const own = /@|^odata\./.test(name) ? [{ name, pointer: place, owner: value }] : [];
    return [...own, ...controlsIn(child, place)];
  });
}

/** Some pages list annotations among the properties. */
function documentedNames({ contract, promised }: ExchangeContext): ReadonlySet<string> {
  const type = promised.type?.kind === "type" ? contract.types[promised.type.name] : undefined;
  return new Set(type?.properties.flatMap(({ name }) => (/@|^odata\./.test(name) ? [name] : [])));
}

function failure(context: ExchangeContext, control: Control, flaw: WrongControl): Failure {
  const { name, pointer, owner } = control;
  const { why, meant, certain } = flaw;
  const span = context.locate(pointer, "name");
  const question = context.authored ? `; did the page mean "${meant}"?` : `; OData has "${meant}"`;
  const isFree = meant !== undefined && certain && !Object.hasOwn(owner, meant);
  return {
    status: "fail",
    message: `"${name}" ${why}${meant === undefined ? "" : question}`,
    span,
    pointer,
    meant,
    fix: isFree ? { edits: [{ span, text: JSON.stringify(meant) }] } : undefined,
    cause: { id: `annotation-name ${name}` },
  };
}

/** The first place is told; what mends it mends the others, too. */
function together(first: Failure | undefined, other: Failure): Failure {
  if (!first) return other;
  const edits = [...(first.fix?.edits ?? []), ...(other.fix?.edits ?? [])];
  return first.fix && other.fix ? { ...first, fix: { edits } } : { ...first, fix: undefined };
}
