import type { Assertion, Judgement } from "../../rules/assertion.ts";
import type { RuleEntry } from "../report.ts";
import type { Baseline } from "./baseline.ts";
import { holdAgainst, isFailure } from "./hold-against.ts";
import type { BaselineOutcome } from "./outcome.ts";
import { whatBecame } from "./what-became.ts";

/** What a run is held against. */
export interface HeldBaseline {
  readonly file: string;
  readonly known: Baseline;
  /** False where pages may lie around that were not read: then nothing of it is called fixed. */
  readonly whole?: boolean;
  /** Whether it is written anew: what is found now is known from then on. */
  readonly update?: boolean;
}

interface Held {
  readonly baseline?: HeldBaseline;
  readonly partial?: string;
  readonly inputs: readonly string[];
  readonly rules: readonly RuleEntry[];
}

/**
 * The judgements, each failure with whether the baseline has it, and what became of what it has. What a run found that
 * was ended before its end is no new baseline.
 */
export function outcomeOf(
  judgements: readonly Judgement[],
  { baseline, partial, inputs, rules }: Held,
): { readonly judged: readonly Judgement[]; readonly outcome?: Omit<BaselineOutcome, "new" | "known"> } {
  if (!baseline) return { judged: judgements };
  const { file, known, whole = true, update = false } = baseline;
  const { judgements: marked, left } = holdAgainst(judgements, known);
  const unsure = unsureOf(partial, whole);
  const became = whatBecame(left, judgements, known, {
    inputs,
    rules: rules.map(({ id }) => id),
    ...(unsure === undefined ? {} : { unsure }),
  });
  const outcome = { file, version: known.version, ...became };
  if (!update || partial !== undefined) return { judged: marked, outcome };
  const added = marked.flatMap(({ assertions }) =>
    assertions.filter((each) => each.status === "fail" && each.baseline === "new"),
  ).length;
  return { judged: marked.map(allKnown), outcome: { ...outcome, added } };
}

/** Why what a run did not find is not known to be gone; undefined for one that saw all. */
export function unsureOf(partial: Held["partial"], whole = true): string | undefined {
  if (partial !== undefined) return "the run did not come to its end";
  return whole ? undefined : "the pages around it were not read";
}

function allKnown(judgement: Judgement): Judgement {
  if (!judgement.assertions.some(isFailure)) return judgement;
  const known = (each: Assertion): Assertion => (isFailure(each) ? { ...each, baseline: "known" } : each);
  return { ...judgement, assertions: judgement.assertions.map(known) };
}
