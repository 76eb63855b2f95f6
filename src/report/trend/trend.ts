import type { Failed, Judgement } from "../../rules/assertion.ts";
import { type Baseline, knownFinding } from "../baseline/baseline.ts";
import { accountFor } from "../baseline/hold-against.ts";
import type { KnownFinding } from "../baseline/outcome.ts";
import { type JudgedPlace, whatBecame } from "../baseline/what-became.ts";
import { failedIn } from "../counts.ts";
import type { Report } from "../report.ts";
import type { SeverityCounts } from "../summary.ts";
import type { TrendChange, TrendRun } from "./trend-run.ts";

/** What is known of a run to compare it with the next, and with the one before. */
export interface Ran {
  readonly known: Pick<Baseline, "inputs" | "findings">;
  readonly waived: readonly KnownFinding[];
  readonly judgements: readonly JudgedPlace[];
  /** Every rule that could have been applied. */
  readonly rules: readonly string[];
  /** Where passes are not told one by one: the rules that had any. */
  readonly applied?: readonly string[];
  /** Why what is not found is no news: the run ended before its end. */
  readonly unsure?: string;
}

/** The earlier runs, by their times, and what the next one is compared with. */
export interface HeldTrend {
  readonly runs: readonly TrendRun[];
  readonly last: Ran;
  /** False where pages may lie around that were not read: then nothing is called fixed. */
  readonly whole?: boolean;
}

/** What became of the findings of a run in the one after it. */
export function changeBetween(before: Pick<Ran, "known">, now: Ran): TrendChange {
  const found = now.known.findings.map((as) => ({ as, isWaived: false }));
  const all = [...found, ...now.waived.map((as) => ({ as, isWaived: true }))];
  const { left, fresh } = accountFor(before.known.findings, all);
  const { inputs } = now.known;
  const { rules, applied, unsure } = now;
  const { fixed, notJudged } = whatBecame(left, now.judgements, before.known, {
    inputs,
    rules,
    ...(applied ? { applied } : {}),
    ...(unsure === undefined ? {} : { unsure }),
  });
  const isNew = fresh.filter(({ isWaived }) => !isWaived).length;
  return {
    new: isNew,
    still: found.length - isNew,
    fixed: fixed.length,
    notJudged: notJudged.length,
  };
}

/** How many findings have each severity. */
export function severitiesOf(findings: readonly Pick<KnownFinding, "severity">[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** A run as it was judged. */
interface ThisRun extends Pick<Ran, "rules" | "unsure"> {
  readonly judgements: readonly Judgement[];
  readonly inputs: readonly string[];
  readonly at: string;
  readonly version: string;
  readonly verdict: Report["summary"]["verdict"];
}

/** The earlier runs, and this one behind them. */
export function withThisRun({ runs, last }: HeldTrend, run: ThisRun): readonly TrendRun[] {
  const { judgements, inputs, rules, unsure, ...own } = run;
  const known = (status: Failed["status"]) =>
    judgements.flatMap((judgement) =>
      failedIn(judgement, status).map((failed) => knownFinding(failed, judgement)),
    );
  const findings = known("fail");
  const waived = known("waived");
  const ran = {
    known: { inputs, findings },
    waived,
    judgements,
    rules,
    ...(unsure === undefined ? {} : { unsure }),
  };
  return [
    ...runs,
    {
      ...own,
      findings: severitiesOf(findings),
      waived: waived.length,
      change: changeBetween(last, ran),
    },
  ];
}
