import type { Severity } from "../rules/assertion.ts";
import type { Source } from "../rules/exchange.ts";

/** Too little: coverage is under its floor, or the run was ended. But for the baseline: what breaks was known before. */
export type VerdictWord =
  | "conformant"
  | "conformant but for the baseline"
  | "not conformant"
  | "too little verified"
  | "nothing verified";

export type SeverityCounts = Readonly<Record<Severity, number>>;

export const noFindings: SeverityCounts = { error: 0, warning: 0, info: 0 };

export interface Summary {
  readonly verdict: VerdictWord;
  /** The verdict as a person reads it: `conformant, 14 waived, except 3 not verified`. */
  readonly sentence: string;
  /** Why the run ended before its end; absent when it did not. */
  readonly partial?: string;
  readonly assertions: AssertionCounts;
  readonly findings: SeverityCounts;
  /** How many of them the baseline has; absent without one. */
  readonly known?: SeverityCounts;
  /** How many infos say what a live service has beyond the pages, or leaves out of them; absent without one. */
  readonly news?: { readonly newer: number; readonly leftOut: number };
  /** Documented examples. What a service was asked counts among the exchanges of its source. */
  readonly examples: number;
  readonly operations: number;
  readonly pages: number;
  /** Those of them that document no operation and no resource; absent where there are none. */
  readonly otherPages?: number;
  /** What each source that was judged adds, in the order of the columns. */
  readonly sources: readonly SourceSummary[];
}

/** Findings about waivers belong to no source. */
export interface SourceSummary {
  readonly source: Source;
  readonly verdict: VerdictWord;
  readonly assertions: AssertionCounts;
  readonly findings: SeverityCounts;
  /** Those that the baseline has. */
  readonly known?: SeverityCounts;
  readonly exchanges: number;
  /** Those of them that were judged; see `judgedExchanges`. */
  readonly judged: number;
}

/** `fail` counts exactly the findings, those about waivers included. */
export interface AssertionCounts {
  readonly pass: number;
  readonly fail: number;
  readonly waived: number;
  readonly notVerified: number;
  readonly notApplicable: number;
}
