import type { Finding } from "../../rules/assertion.ts";

/** The findings of a run beside those of an earlier one. */
export interface BaselineOutcome {
  readonly file: string;
  /** The version of the tool that wrote it. */
  readonly version: string;
  /** How many findings it does not have, those about waivers included. */
  readonly new: number;
  /** How many it has; they are shown, and make nothing "not conformant". */
  readonly known: number;
  /** Of the known, those that came into it in this run, which writes it anew. */
  readonly added?: number;
  /** What it has and is not there any more, where that was judged. By place. */
  readonly fixed: readonly KnownFinding[];
  /** What it has and nobody can say, each with why. */
  readonly notJudged: readonly NotJudgedFinding[];
}

/** A finding as a baseline has it. */
export interface KnownFinding extends Pick<Finding, "rule" | "severity" | "source" | "version" | "subject"> {
  /** The name of the page that it was found on; of a service there is none. */
  readonly page?: string;
  readonly example?: string;
  readonly pointer?: string;
  /** Absent for a service, whose values may be in it. */
  readonly message?: string;
  readonly fingerprint: string;
}

/** Whether the baseline that a run was held against has a finding. */
export function isKnown({ baseline }: Pick<Finding, "baseline">): boolean {
  return baseline === "known";
}

export interface NotJudgedFinding extends KnownFinding {
  readonly why: string;
  /** There is nothing left that could be judged: the next baseline is without it. */
  readonly gone?: true;
}
