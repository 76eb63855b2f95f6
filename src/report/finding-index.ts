import { groupBy } from "../base/group-by.ts";
import type { Assertion, Judgement } from "../rules/assertion.ts";
import { findingOf } from "./finding-of.ts";
import { place } from "./place.ts";
import type { Finding, Report } from "./report.ts";

export interface FindingIndex {
  /** Position in `findings` of the finding that a failed assertion is; in `waived`, of a waived one. */
  findingNumber(judgement: Judgement, assertion: Assertion): number | undefined;
  /** The assertion that a finding is, and the position in `judgements` of where it was made; none about a waiver. */
  origin(finding: Finding): Origin | undefined;
}

export interface Origin {
  readonly assertion: Assertion;
  readonly judgement: number;
}

/**
 * Ties findings and assertions together. Plain data holds no references, so they meet by what they say; where several
 * say the same, each finding meets one of them.
 */
export function indexFindings(report: Report): FindingIndex {
  const findings = queues(report.findings);
  const waived = queues(report.waived);
  const numbers = new Map<Judgement, Map<Assertion, number>>();
  const origins = new Map<Finding, Origin>();
  report.judgements.forEach((judgement, index) => {
    const own = new Map<Assertion, number>();
    numbers.set(judgement, own);
    for (const assertion of judgement.assertions) {
      const { status } = assertion;
      if (status !== "fail" && status !== "waived") continue;
      const queue = (status === "fail" ? findings : waived).get(keyOf(findingOf(judgement, assertion)));
      const next = queue?.shift();
      if (!next) continue;
      const [number, finding] = next;
      own.set(assertion, number);
      origins.set(finding, { assertion, judgement: index });
    }
  });
  return {
    findingNumber: (judgement, assertion) => numbers.get(judgement)?.get(assertion),
    origin: (finding) => origins.get(finding),
  };
}

function queues(list: readonly Finding[]): ReadonlyMap<string, [number, Finding][]> {
  return groupBy(list.entries(), ([, finding]) => keyOf(finding));
}

function keyOf(finding: Finding): string {
  const { rule, location, pointer, operation, example, source, fingerprint, message } = finding;
  return JSON.stringify([rule, place(location), pointer, operation, example, source, fingerprint, message]);
}
