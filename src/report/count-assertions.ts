import type { Assertion, Judgement, Status } from "../rules/assertion.ts";
import type { AssertionCounts } from "./report.ts";

const key: Readonly<Record<Status, keyof AssertionCounts>> = {
  pass: "pass",
  fail: "fail",
  waived: "waived",
  "not-verified": "notVerified",
  "not-applicable": "notApplicable",
};

/** How many assertions have each status. */
export function countAssertions(judgements: readonly Judgement[]): AssertionCounts {
  const counts = { pass: 0, fail: 0, waived: 0, notVerified: 0, notApplicable: 0 };
  for (const judgement of judgements) {
    for (const assertion of judgement.assertions) counts[key[assertion.status]] += 1;
  }
  return counts;
}

/** The assertions that have one status. */
export function withStatus(judgement: Judgement, status: Status): readonly Assertion[] {
  return judgement.assertions.filter((assertion) => assertion.status === status);
}
