import { groupBy } from "../base/group-by.ts";
import type { Finding } from "../rules/assertion.ts";
import { hintOf } from "./phrases.ts";

/** A finding, and how many there are that a reader cannot tell from it. */
export interface Alike {
  readonly finding: Finding;
  readonly times: number;
}

/**
 * Findings on a service that say the same of the same place, each once: one flaw of a resource comes with every answer
 * that holds it. In documentation each stands at a place of its own.
 */
export function onceEach(findings: readonly Finding[]): readonly Alike[] {
  const groups = groupBy(findings.entries(), ([index, finding]) => {
    const { rule, severity, source, span, message } = finding;
    const { file, start } = span;
    const own = source === "documented" ? index : undefined;
    return JSON.stringify([file, start, rule, severity, source, message, hintOf(finding), own]);
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ finding: first[1], times: group.length }] : [];
  });
}
