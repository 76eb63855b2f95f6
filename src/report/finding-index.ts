import type { Assertion, Judgement } from "../rules/assertion.ts";
import { findingOf } from "./finding-of.ts";
import { place } from "./place.ts";
import type { Finding, Report, WaivedFinding } from "./report.ts";

export interface FindingIndex {
  /** Position in `findings` of the finding that a failed assertion is. */
  findingNumber(judgement: Judgement, assertion: Assertion): number | undefined;
  /** Position in `waived` of the finding that a waived assertion is. */
  waivedNumber(judgement: Judgement, assertion: Assertion): number | undefined;
  /** Position in `judgements` of the place where a finding was made; none for a finding about a waiver. */
  judgementNumber(finding: Finding): number | undefined;
}

/** Ties findings and assertions together. Plain data holds no references, so they meet by what they say. */
export function indexFindings(report: Report): FindingIndex {
  const findings = numbers(report.findings);
  const waived = numbers<WaivedFinding>(report.waived);
  const judgements = new Map<string, number>();
  report.judgements.forEach((judgement, index) => {
    for (const assertion of judgement.assertions) {
      if (assertion.status !== "fail" && assertion.status !== "waived") continue;
      const key = keyOf(findingOf(judgement, assertion));
      if (!judgements.has(key)) judgements.set(key, index);
    }
  });
  return {
    findingNumber: (judgement, assertion) => findings.get(keyOf(findingOf(judgement, assertion))),
    waivedNumber: (judgement, assertion) => waived.get(keyOf(findingOf(judgement, assertion))),
    judgementNumber: (finding) => judgements.get(keyOf(finding)),
  };
}

function numbers<F extends Finding>(list: readonly F[]): ReadonlyMap<string, number> {
  return new Map(list.map((finding, index) => [keyOf(finding), index]));
}

function keyOf(finding: Finding): string {
  const { rule, location, pointer, operation, example, source, fingerprint, message } = finding;
  return JSON.stringify([rule, place(location), pointer, operation, example, source, fingerprint, message]);
}
