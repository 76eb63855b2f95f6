import { type CauseGroup, causePhrase, causesOf } from "../causes.ts";
import { grouped } from "../phrases.ts";
import type { Report } from "../report.ts";
import { labelled, type Paint, wrapped } from "../terminal/terminal-text.ts";
import { visibleText } from "../visible-text.ts";
import { type BaselineOutcome, isKnown, type KnownFinding } from "./outcome.ts";
import { knownPlace, knownText, notJudgedPhrases, outcomePhrases } from "./phrases.ts";

export interface BaselineLinesOptions {
  readonly paint: Paint;
  /** How many characters a line has room for, where that is known. */
  readonly columns: number | undefined;
  /** How many of each are listed. */
  readonly limit: number;
}

/** What a person who watches sees of a baseline: what is known in short, what was fixed, what nobody can say. */
export function baselineLines(
  { findings, baseline }: Report,
  { paint, columns, limit }: BaselineLinesOptions,
): readonly string[] {
  if (!baseline) return [];
  const known = causesOf(findings.filter(isKnown)).map(knownLine);
  return [
    ...section("Known from the baseline, which fails nothing", known, (line) => paint("dim", line)),
    ...section("Fixed since the baseline", baseline.fixed.map(entryLine)),
    ...section("Of the baseline, not judged now", notJudgedPhrases(baseline).map(visibleText)),
  ];

  function section(
    title: string,
    texts: readonly string[],
    painted = (line: string) => line,
  ): readonly string[] {
    if (texts.length === 0) return [];
    const left = texts.length - limit;
    return [
      paint("underline", title),
      ...texts.slice(0, limit).flatMap((text) => wrapped(`  ${text}`, columns, 4).map(painted)),
      ...(left > 0 ? [`  … and ${grouped(left)} more; --verbose tells all, and the report`] : []),
      "",
    ];
  }
}

/** `Baseline     2 new, 14 known, 3 fixed: baseline.json`. */
export function baselineSummary(baseline: BaselineOutcome, columns: number | undefined): readonly string[] {
  const said = `${outcomePhrases(baseline).join(", ")}: ${visibleText(baseline.file)}`;
  return labelled("Baseline", [said], columns);
}

function knownLine(cause: CauseGroup): string {
  const { severity, first } = cause;
  const { file, start } = first.span;
  return visibleText(`${severity}  ${first.rule}  ${causePhrase(cause)}  ${file}:${start.line}`);
}

function entryLine(known: KnownFinding): string {
  return visibleText(`${known.severity}  ${known.rule}  ${knownText(known)}  ${knownPlace(known)}`);
}
