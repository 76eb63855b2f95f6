import type { Severity } from "../../rules/assertion.ts";
import type { VerdictWord } from "../summary.ts";

/** One run of several over the same contract, and what became of the findings of the one before. */
export interface TrendRun {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Of the tool. */
  readonly version: string;
  /** The report that it is read from; absent for this run. */
  readonly file?: string;
  readonly verdict: VerdictWord;
  /** What failed, but for what is said of waivers. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly waived: number;
  /** Absent for the first run, which has none before it. */
  readonly change?: TrendChange;
}

/** What became of findings from one run to the next. What a waiver accepts now is neither fixed nor still failing. */
export interface TrendChange {
  readonly new: number;
  readonly still: number;
  readonly fixed: number;
  /** Of these nobody knows: what they were on was not judged again. */
  readonly notJudged: number;
}
