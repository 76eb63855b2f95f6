import type { GatePlan, PlannedOperation } from "../exchange/tenant/gate-plan.ts";
import { grouped } from "../report/phrases.ts";
import { visibleText } from "../report/visible-text.ts";

/** What a gate would do, for a person to read before it does it. */
export function showPlan({ operations, has, lacks, most }: GatePlan): string {
  const called = operations.filter(({ left }) => left === undefined);
  const left = operations.filter((operation) => operation.left !== undefined);
  const lines = [
    `Called       ${called.length} of ${operations.length} operations, with at most ${grouped(most)} requests`,
    ...called.flatMap(operationLines),
    ...(left.length === 0 ? [] : ["", "Left out, since writing was not allowed (--allow-writes):"]),
    ...left.map(({ id }) => `  ${visibleText(id)}`),
    "",
    `Writes       ${called.some(({ writes }) => writes) ? "as listed above" : "nothing"}`,
    `Permissions  ${has.length === 0 ? "none of the documented ones is in the token" : `has ${has.join(", ")}`}`,
    ...(lacks.length === 0 ? [] : [`Lacks        ${lacks.join(", ")}`]),
  ];
  return `${lines.map((line) => `${line}\n`).join("")}`;
}

function operationLines({ id, binds, lacks }: PlannedOperation): string[] {
  return [
    `  ${visibleText(id)}`,
    ...binds.map(
      ({ placeholder, from, given }) =>
        `      ${visibleText(placeholder)} ${given ? `is ${visibleText(from)}, as given` : `from ${visibleText(from)}`}`,
    ),
    ...(lacks === undefined ? [] : [`      lacks ${lacks}, the least privileged permission`]),
  ];
}
