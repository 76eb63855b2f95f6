import type { GatePlan, PlannedOperation, PlannedValue } from "../exchange/tenant/gate-plan.ts";
import { grouped } from "../report/phrases.ts";
import { visibleText } from "../report/visible-text.ts";

/**
 * What a gate would do, for a person to read before it does it.
 * @param upgrade what is new since an earlier report
 */
export function showPlan({ operations, has, lacks, most }: GatePlan, upgrade?: string): string {
  const called = operations.filter(({ left }) => left === undefined);
  const leftFor = (reason: PlannedOperation["left"]) => operations.filter(({ left }) => left === reason);
  const [unwritten, unnamed] = [leftFor("write-not-allowed"), leftFor("no-data")];
  const lines = [
    `Called       ${called.length} of ${operations.length} operations, with at most ${grouped(most)} requests`,
    ...called.flatMap(operationLines),
    ...leftLines("Left out, since writing was not allowed (--allow-writes):", unwritten),
    ...leftLines("Left out, since nobody named what to change (--bind):", unnamed),
    "",
    `Writes       ${called.some(({ writes }) => writes) ? "as listed above" : "nothing"}`,
    `Permissions  ${has.length === 0 ? "none of the documented ones is in the token" : `has ${has.join(", ")}`}`,
    ...(lacks.length === 0 ? [] : [`Lacks        ${lacks.join(", ")}`]),
    ...(upgrade === undefined ? [] : [`New          ${visibleText(upgrade)}`]),
  ];
  return lines
    .flatMap(folded)
    .map((line) => `${line}\n`)
    .join("");
}

function leftLines(why: string, left: readonly PlannedOperation[]): string[] {
  return left.length === 0 ? [] : ["", why, ...left.map(({ id }) => `  ${visibleText(id)}`)];
}

function operationLines({ id, binds, lacks }: PlannedOperation): string[] {
  return [
    `  ${visibleText(id)}`,
    ...binds.map((value) => `      ${visibleText(value.placeholder)} ${sourceOf(value)}`),
    ...(lacks === undefined ? [] : [`      lacks ${lacks}, the least privileged permission`]),
  ];
}

function sourceOf({ from, given, documented, created }: PlannedValue): string {
  if (created) return `is what the run itself creates in ${visibleText(from)}, and removes`;
  if (given) return `is ${visibleText(from)}, as given`;
  return `from ${visibleText(from)}${documented ? "" : ", which no page lists"}`;
}

/** Folds a line at its slashes and blanks; what follows is indented. */
function folded(line: string): string[] {
  const indent = `${/^ */.exec(line)?.[0] ?? ""}    `;
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const room = rest.slice(0, width + 1);
    const end = Math.max(room.lastIndexOf(" "), room.lastIndexOf("/"));
    const cut = end > indent.length ? end : width;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = `${indent}${rest.slice(cut).trimStart()}`;
  }
  return [...lines, rest];
}

const width = 80;
