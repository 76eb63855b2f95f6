import type { Judgement } from "../rules/assertion.ts";
import type { SeverityCounts } from "./verdict.ts";

/** How many failed assertions have each severity. */
export function countFindings(judgements: readonly Judgement[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const judgement of judgements) {
    for (const { status, severity } of judgement.assertions) {
      if (status === "fail") counts[severity] += 1;
    }
  }
  return counts;
}
