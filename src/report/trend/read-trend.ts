import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isObject } from "../../base/is-object.ts";
import { UsageError } from "../../base/usage-error.ts";
import { type Baseline, knownFinding } from "../baseline/baseline.ts";
import { unsureOf } from "../baseline/outcome-of.ts";
import { baselineOfReport, isAboutWaiver, type WrittenDetail } from "../baseline/read-baseline.ts";
import { byText } from "../order.ts";
import { expectFormat, readJsonReport, reportOf } from "../read-report.ts";
import { changeBetween, type HeldTrend, type Ran, severitiesOf } from "./trend.ts";
import type { TrendRun } from "./trend-run.ts";

/** An earlier report, and when it was made. */
export interface DatedReport {
  readonly file: string;
  readonly at: string;
}

/**
 * The reports at some paths, by their own times: files, and of a folder its `.json` files and each `report.json` below.
 *
 * @throws UsageError for what is unreadable, no report, in another form, or made later than this run
 */
export function datedReports(paths: readonly string[], now: string): readonly DatedReport[] {
  const files = [...new Set(paths.flatMap(filesAt))];
  if (files.length === 0 && paths.length > 0)
    throw new UsageError(`there is no report.json in ${paths.map((path) => `"${path}"`).join(", ")}`);
  const dated = files.map((file) => {
    const value = readJsonReport(file);
    expectFormat(file, value);
    if (isObject(value) && value.form === "baseline")
      throw new UsageError(
        `"${file}" is a baseline, which says nothing of when it was found: --trend takes the report.json of earlier runs`,
      );
    const at = reportOf(file, value).provenance.generatedAt;
    if (Date.parse(at) > Date.parse(now))
      throw new UsageError(`"${file}" is of ${at}, which is later than this run: --trend takes earlier runs`);
    return { file, at };
  });
  return dated.toSorted(
    (one, other) => Date.parse(one.at) - Date.parse(other.at) || byText(one.file, other.file),
  );
}

/**
 * The earlier runs, each compared with the one before. Two of them are held in memory at a time.
 *
 * @param expect throws where one is of another contract
 */
export function readTrend(
  reports: readonly DatedReport[],
  expect: (file: string, known: Baseline) => void,
): HeldTrend | undefined {
  const runs: TrendRun[] = [];
  let last: Ran | undefined;
  for (const { file, at } of reports) {
    const report = reportOf(file, readJsonReport(file)) as WrittenDetail;
    const known = baselineOfReport(report);
    expect(file, known);
    const ran = { ...ranOf(report), known };
    runs.push({
      at,
      version: report.tool.version,
      file,
      verdict: report.summary.verdict,
      findings: severitiesOf(ran.known.findings),
      waived: ran.waived.length,
      ...(last ? { change: changeBetween(last, ran) } : {}),
    });
    last = ran;
  }
  return last && { runs, last };
}

/** The schema of the report has accepted it. */
function ranOf(report: WrittenDetail): Omit<Ran, "known"> {
  const { judgements, waived, findings, rules, summary } = report;
  const unsure = unsureOf(summary.partial);
  const places = new Map<number, WrittenDetail["judgements"][number]>();
  for (const judgement of judgements) {
    for (const { status, finding } of judgement.assertions)
      if (status === "waived" && finding !== undefined) places.set(finding, judgement);
  }
  const brokenAt = (status: string, number: number) => (status === "fail" ? findings : waived)[number];
  return {
    waived: waived.flatMap((each, number) =>
      isAboutWaiver(each) ? [] : knownFinding(each, places.get(number)),
    ),
    judgements: judgements.map((judgement) => ({
      ...judgement,
      assertions: judgement.assertions.map(({ finding, ...each }) => {
        const { pointer, advice } =
          (finding === undefined ? undefined : brokenAt(each.status, finding)) ?? {};
        return {
          ...each,
          ...(pointer === undefined ? {} : { pointer }),
          ...(advice === undefined ? {} : { advice }),
        };
      }),
    })),
    rules: rules.map(({ id }) => id),
    applied: rules.map(({ id }) => id),
    ...(unsure === undefined ? {} : { unsure }),
  };
}

function filesAt(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => ({ parentPath, name }))
      .filter(({ parentPath, name }) =>
        parentPath === path ? name.endsWith(".json") : name === "report.json",
      )
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort(byText);
  } catch {
    // Reading it as a file says why.
    return [path];
  }
}
