import { partition } from "../base/partition.ts";
import type { Page } from "../docs/page.ts";
import { countAssertions, failedIn, notVerifiedIn } from "../report/counts.ts";
import { counted } from "../report/phrases.ts";
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

/** A page that was not saved, and of which something else is said than before. */
export interface Otherwise {
  readonly page: Page;
  /** Whether that is what is found on it, not only what is verified. */
  readonly found: boolean;
}

/** `other findings on 2 pages, other assertions on 1 page`. */
export function otherwisePhrase(others: readonly Otherwise[]): string {
  const [found, rest] = partition(others, (one) => one.found);
  const parts = [
    ...(found.length > 0 ? [`other findings on ${counted(found.length, "page")}`] : []),
    ...(rest.length > 0 ? [`other assertions on ${counted(rest.length, "page")}`] : []),
  ];
  return parts.join(", ") || "nothing else changed";
}
