import { countAssertions, failedIn, notVerifiedIn } from "../report/counts.ts";
import type { Judgement } from "../rules/assertion.ts";

/** What is said of a page, to be compared with what was said of it before. */
export interface Said {
  readonly found: string;
  /** What is verified, and what is not and why. */
  readonly rest: string;
}

/** What is said of a page, whatever the words and the lines. */
export function saidOf(judgements: readonly Judgement[]): Said {
  const found = judgements.flatMap((one) => failedIn(one, "fail").map(({ fingerprint }) => fingerprint));
  const unverified = judgements.flatMap((one) =>
    notVerifiedIn(one).map(({ fingerprint, reason }) => `${fingerprint} ${reason}`),
  );
  const { pass, notApplicable } = countAssertions(judgements);
  return { found: found.sort().join(" "), rest: [...unverified.sort(), pass, notApplicable].join(" ") };
}
