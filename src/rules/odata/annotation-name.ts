import { defineRule, type ExchangeContext, type Failure } from "../rule.ts";
import { type WrongControl, wrongControl } from "./control-names.ts";
import { type Control, controlsOf, isControlName } from "./controls-of.ts";

/** The names of control information: one finding for each that is wrong, with all its places in the fix. */
export const annotationName = defineRule("odata/annotation-name", {
  promise: "Control information has the name that OData gives it.",
  weighs: { documented: "error", mock: "error", tenant: "warning" },
  judge(context) {
    const documented = documentedNames(context);
    const found = controlsOf(context).filter(({ name }) => !documented.has(name));
    if (found.length === 0) return "not-applicable";
    const wrong = new Map<string, Failure>();
    for (const control of found) {
      const flaw = wrongControl(control.name);
      if (flaw) wrong.set(control.name, together(wrong.get(control.name), failure(context, control, flaw)));
    }
    return [...wrong.values()];
  },
});

/** Some pages list annotations among the properties. */
function documentedNames({ contract, promised }: ExchangeContext): ReadonlySet<string> {
  const type = promised.type?.kind === "type" ? contract.types[promised.type.name] : undefined;
  return new Set(type?.properties.map(({ name }) => name).filter(isControlName));
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
