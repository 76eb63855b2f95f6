import { type Alike, onceEach } from "../alike.ts";
import { timesPhrase } from "../news.ts";
import type { Report } from "../report.ts";
import { visibleText } from "../visible-text.ts";
import type { BaselineOutcome, KnownFinding } from "./outcome.ts";
import { knownPlace, knownText, notJudgedPhrases, outcomePhrases } from "./phrases.ts";

/** A line, and how it is painted. */
interface Line {
  readonly text: string;
  readonly style?: "underline" | "dim";
}

/** What a person who watches sees of a baseline: what is known in short, what was fixed, what nobody can say. */
export function baselineLines({ findings, baseline }: Report, limit: number): readonly Line[] {
  if (!baseline) return [];
  const known = findings.filter((finding) => finding.baseline === "known");
  return [
    ...section("Known from the baseline, which fails nothing", onceEach(known).map(knownLine), limit, "dim"),
    ...section("Fixed since the baseline", baseline.fixed.map(entryLine), limit),
    ...section("Of the baseline, not judged now", notJudgedPhrases(baseline).map(visibleText), limit),
  ];
}

/** `Baseline     2 new, 14 known, 3 fixed: baseline.json`. */
export function baselineSummary(baseline: BaselineOutcome): string {
  return `Baseline     ${outcomePhrases(baseline).join(", ")}: ${visibleText(baseline.file)}`;
}

function section(title: string, texts: readonly string[], limit: number, style?: "dim"): readonly Line[] {
  if (texts.length === 0) return [];
  const left = texts.length - limit;
  return [
    { text: title, style: "underline" },
    ...texts.slice(0, limit).map((text) => ({ text: `  ${text}`, ...(style ? { style } : {}) })),
    ...(left > 0 ? [{ text: `… and ${left} more in the report` }] : []),
    { text: "" },
  ];
}

function knownLine({ finding, times }: Alike): string {
  const { severity, rule, message, source, span } = finding;
  const { file, start } = span;
  const obtained = source === "documented" ? "" : `${source}: `;
  return `${severity}  ${visibleText(rule)}  ${obtained}${visibleText(message)}${timesPhrase(times)}  ${visibleText(file)}:${start.line}`;
}

function entryLine(known: KnownFinding): string {
  return visibleText(`${known.severity}  ${known.rule}  ${knownText(known)}  ${knownPlace(known)}`);
}
