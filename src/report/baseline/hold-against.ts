import { groupBy } from "../../base/group-by.ts";
import type { Assertion, Failed, Judgement, Severity } from "../../rules/assertion.ts";
import { severities } from "../order.ts";
import { type Baseline, isOneFlaw, keyOf, knownFinding, placeKeyOf } from "./baseline.ts";
import type { KnownFinding } from "./outcome.ts";

/** Judgements whose failures say whether they are known. */
export interface HeldAgainst {
  readonly judgements: readonly Judgement[];
  /** What the baseline has that is not there any more, or was not judged. */
  readonly left: readonly KnownFinding[];
}

/** What a baseline would have of something that was found. */
interface Found {
  readonly as: KnownFinding;
}

/**
 * Says of each failure whether the baseline has it. What came twice there and comes three times now is new once, the
 * one on a page that had none before where it can be told; of a service the same flaw is known however often it comes.
 * What weighs more than it did is new: nobody has accepted that. Where a page corrects the path that it documents, all
 * that is wrong in its examples has another fingerprint, and the same place.
 */
export function holdAgainst(judgements: readonly Judgement[], { findings }: Baseline): HeldAgainst {
  const found = judgements.flatMap((judgement): (Found & { readonly failed: Failed })[] =>
    judgement.assertions.flatMap((each) =>
      isFailure(each) ? { failed: each, as: knownFinding(each, judgement) } : [],
    ),
  );
  const account = accountFor(findings, found);
  const fresh = new Set<Assertion>(account.fresh.map(({ failed }) => failed));
  const marked = (each: Assertion): Assertion =>
    isFailure(each) ? { ...each, baseline: fresh.has(each) ? "new" : "known" } : each;
  return {
    judgements: judgements.map((judgement) =>
      judgement.assertions.some(isFailure)
        ? { ...judgement, assertions: judgement.assertions.map(marked) }
        : judgement,
    ),
    left: account.left,
  };
}

/** What of some known findings is not found, and what is found and not known. */
export function accountFor<Each extends Found>(
  known: readonly KnownFinding[],
  found: readonly Each[],
): { readonly left: readonly KnownFinding[]; readonly fresh: readonly Each[] } {
  const byKey = matched(known, found, keyOf);
  return matched(byKey.left, byKey.fresh, placeKeyOf);
}

/** What of both sides has no counterpart by a key; what has none is left to the next. */
function matched<Each extends Found>(
  entries: readonly KnownFinding[],
  found: readonly Each[],
  key: (finding: KnownFinding) => string | undefined,
): { readonly left: readonly KnownFinding[]; readonly fresh: readonly Each[] } {
  const present = groupBy(found, ({ as }) => key(as));
  const left: KnownFinding[] = [];
  const known = new Set<Each>();
  for (const [name, same] of groupBy(entries, key)) {
    if (name === undefined) {
      left.push(...same);
      continue;
    }
    const there = present.get(name) ?? [];
    const [first] = same;
    if (first && isOneFlaw(first.source)) {
      const worst = Math.min(...same.map(rank));
      for (const each of there) if (rank(each.as) >= worst) known.add(each);
      if (there.length === 0) left.push(first);
      continue;
    }
    const { taken, open } = pairsOf(same, there);
    for (const each of taken) known.add(each);
    // Where one weighs more now, what it was is not gone.
    left.push(...open.slice(there.length - taken.length));
  }
  return { left, fresh: found.filter((each) => !known.has(each)) };
}

/** The failures that the entries of the same key account for, those on the same page first, and the entries left over. */
function pairsOf<Each extends Found>(entries: readonly KnownFinding[], found: readonly Each[]) {
  const open = [...entries].sort(byRank);
  const taken: Each[] = [];
  const take = (each: Each, fits: (entry: KnownFinding) => boolean) => {
    const at = open.findIndex((entry) => rank(entry) <= rank(each.as) && fits(entry));
    if (at < 0) return false;
    open.splice(at, 1);
    taken.push(each);
    return true;
  };
  const sorted = [...found].sort((left, right) => byRank(left.as, right.as));
  const others = sorted.filter((each) => !take(each, ({ page }) => page === each.as.page));
  for (const each of others) take(each, () => true);
  return { taken, open };
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
