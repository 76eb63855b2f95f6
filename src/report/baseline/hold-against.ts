import { groupBy } from "../../base/group-by.ts";
import type { Assertion, Failed, Judgement, Severity } from "../../rules/assertion.ts";
import { severities } from "../order.ts";
import { type Baseline, isOneFlaw, keyOf } from "./baseline.ts";
import type { KnownFinding } from "./outcome.ts";

/** Judgements whose failures say whether they are known. */
export interface HeldAgainst {
  readonly judgements: readonly Judgement[];
  /** What the baseline has that is not there any more, or was not judged. */
  readonly left: readonly KnownFinding[];
}

/**
 * Says of each failure whether the baseline has it. What came twice there and comes three times now is new once, the
 * one on a page that had none before where it can be told; of a service the same flaw is known however often it comes.
 * What weighs more than it did is new: nobody has accepted that.
 */
export function holdAgainst(judgements: readonly Judgement[], { findings }: Baseline): HeldAgainst {
  const failures = judgements.flatMap(({ assertions }) => assertions.filter(isFailure));
  const present = groupBy(failures, keyOf);
  const known = new Set<Assertion>();
  const left: KnownFinding[] = [];
  for (const [key, entries] of groupBy(findings, keyOf)) {
    const found = present.get(key) ?? [];
    const [first] = entries;
    if (first && isOneFlaw(first.source)) {
      const worst = Math.min(...entries.map(rank));
      for (const each of found) if (rank(each) >= worst) known.add(each);
      if (found.length === 0) left.push(first);
      continue;
    }
    const { matched, open } = matching(entries, found);
    for (const each of matched) known.add(each);
    // Where one weighs more now, what it was is not gone.
    left.push(...open.slice(found.length - matched.length));
  }
  const marked = (each: Assertion): Assertion =>
    isFailure(each) ? { ...each, baseline: known.has(each) ? "known" : "new" } : each;
  return {
    judgements: judgements.map((judgement) =>
      judgement.assertions.some(isFailure)
        ? { ...judgement, assertions: judgement.assertions.map(marked) }
        : judgement,
    ),
    left,
  };
}

/** The failures that the entries of the same key account for, those on the same page first, and the entries left over. */
function matching(entries: readonly KnownFinding[], found: readonly Failed[]) {
  const open = [...entries].sort(byRank);
  const matched: Failed[] = [];
  const take = (each: Failed, fits: (entry: KnownFinding) => boolean) => {
    const at = open.findIndex((entry) => rank(entry) <= rank(each) && fits(entry));
    if (at < 0) return false;
    open.splice(at, 1);
    matched.push(each);
    return true;
  };
  const sorted = [...found].sort(byRank);
  const others = sorted.filter((each) => !take(each, ({ page }) => page !== undefined && isOn(page, each)));
  for (const each of others) take(each, () => true);
  return { matched, open };
}

function isOn(page: string, { span: { file } }: Failed): boolean {
  return file.slice(file.lastIndexOf("/") + 1).startsWith(`${page}.`);
}

export function isFailure(assertion: Assertion): assertion is Failed {
  return assertion.status === "fail" || assertion.status === "waived";
}

function rank({ severity }: { readonly severity: Severity }): number {
  return severities.indexOf(severity);
}

function byRank(left: { readonly severity: Severity }, right: { readonly severity: Severity }): number {
  return rank(left) - rank(right);
}
