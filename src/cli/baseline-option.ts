import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "../base/usage-error.ts";
import { type Baseline, emptyBaseline } from "../report/baseline/baseline.ts";
import { readBaseline } from "../report/baseline/read-baseline.ts";
import { expectSameContract, type RunIdentity } from "../report/baseline/same-contract.ts";
import { nextBaseline, writeBaseline } from "../report/baseline/write-baseline.ts";
import { formats } from "../report/formats.ts";
import type { ReportInput } from "../report/make-report.ts";
import type { Report } from "../report/report.ts";
import { type DatedReport, datedReports, readTrend } from "../report/trend/read-trend.ts";
import { visibleText } from "../report/visible-text.ts";
import type { CommandOption, OptionValues, RepeatedValues, Terminal } from "./command.ts";
import type { Showing } from "./show-report.ts";

/** What was found before, and whether that is written anew. */
export interface BaselineSetting {
  readonly file: string;
  readonly known: Baseline;
  readonly update: boolean;
}

export const baselineOptions: readonly CommandOption[] = [
  {
    name: "baseline",
    value: "FILE",
    text: "a report.json, or what --update-baseline wrote: only what is new fails",
  },
  {
    name: "trend",
    value: "PATH",
    repeats: true,
    text: "report.json of an earlier run, or a folder of them; may come again",
  },
  { name: "update-baseline", text: "write that file anew: what is found now is known from then on" },
];

/**
 * What the options say. The file is read at once: a run that takes a quarter of an hour is not begun for one that cannot
 * be read.
 *
 * @throws UsageError when it cannot be read, is none, or would be overwritten by the report
 */
export function readBaselineOption(
  values: OptionValues,
  { formats: names, output }: Pick<Showing, "formats" | "output">,
): BaselineSetting | undefined {
  const file = values.baseline;
  const update = values["update-baseline"] !== undefined;
  if (file === undefined) {
    if (update) throw new UsageError("--update-baseline writes the file that --baseline names: name one");
    return undefined;
  }
  if (names.some((name) => resolve(join(output, formats[name].file)) === resolve(file)))
    throw new UsageError(
      `the report would be written over its own baseline "${file}", and nothing would be new in the next run: give --output another folder, or keep the baseline elsewhere`,
    );
  const isThere = existsSync(file);
  if (!isThere && !update)
    throw new UsageError(
      `there is no baseline "${file}"; --update-baseline writes it from what is found now`,
    );
  return { file, known: isThere ? readBaseline(file) : emptyBaseline, update };
}

/** The earlier runs that a report is held against. */
export interface HeldSetting {
  readonly baseline?: BaselineSetting | undefined;
  readonly trend?: readonly DatedReport[] | undefined;
}

/** The earlier reports that the option names, by their times. @throws UsageError for what is none */
export function readTrendOption(
  { trend = [] }: RepeatedValues,
  { now }: Pick<Terminal, "now">,
): readonly DatedReport[] {
  return datedReports(trend, now.toISOString());
}

/** What goes into the report. @throws UsageError for a baseline, or an earlier report, of another contract */
export function heldAgainst(
  { baseline, trend = [] }: HeldSetting,
  run: RunIdentity & { readonly whole?: boolean },
): Pick<ReportInput, "baseline" | "trend"> {
  const { whole = true } = run;
  if (baseline) expectSameContract(baseline.file, baseline.known, run);
  const runs = readTrend(trend, (file, known) => expectSameContract(file, known, run, asReport));
  return {
    ...(baseline ? { baseline: { ...baseline, whole } } : {}),
    ...(runs ? { trend: { ...runs, whole } } : {}),
  };
}

const asReport = { what: "a report", advice: "--trend takes earlier reports of the same contract" };

/** Writes the baseline, where that was asked, and says so. @throws UsageError when it cannot be written */
export async function updateBaseline(
  setting: BaselineSetting | undefined,
  report: Report,
  { out }: Pick<Terminal, "out">,
): Promise<void> {
  if (!setting?.update) return;
  const file = visibleText(setting.file);
  if (report.summary.partial !== undefined) {
    out(`Not written  ${file}: the run did not come to its end, the baseline stays as it was\n`);
    return;
  }
  const next = nextBaseline(report, setting.known);
  await writeBaseline(setting.file, next);
  const kept = report.baseline?.notJudged.filter(({ gone }) => !gone).length ?? 0;
  const more = kept > 0 ? `, ${kept} of them not judged now` : "";
  const { length } = next.findings;
  out(`Written      ${file}: ${length} ${length === 1 ? "entry" : "entries"}${more}\n`);
}
