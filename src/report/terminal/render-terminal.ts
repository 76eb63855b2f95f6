import { isKnown } from "../baseline/outcome.ts";
import { baselineLines, baselineSummary } from "../baseline/terminal-lines.ts";
import { causesOf } from "../causes.ts";
import { countReasons } from "../counts.ts";
import { apart, harmlessIn, idleRules, newsPhrases } from "../news.ts";
import {
  assertionPhrases,
  coveragePhrases,
  disagreementPhrase,
  extentPhrases,
  grouped,
  missingPhrases,
  severityPhrases,
} from "../phrases.ts";
import { unreadPhrases } from "../reading/phrases.ts";
import type { Reading } from "../reading/reading.ts";
import { readingLines } from "../reading/reading-lines.ts";
import { reasonWords } from "../reason-words.ts";
import type { Report } from "../report.ts";
import type { SourceSummary } from "../summary.ts";
import { visibleText } from "../visible-text.ts";
import { causeLines, newsLines } from "./cause-lines.ts";
import { labelled, painter } from "./terminal-text.ts";

export interface TerminalOptions {
  readonly colour: boolean;
  /** How many characters a line has room for; absent where nobody watches: then a line is as long as it is. */
  readonly columns?: number;
  /** What to open for the whole report; absent when none was written. */
  readonly reportPath?: string;
  /** Whether all causes are told, with their fingerprints, not the gravest alone. */
  readonly verbose?: boolean;
  /** Whether what could not be read is told in full. */
  readonly coverage?: boolean;
}

const verdictMark = {
  conformant: "✓",
  "conformant but for the baseline": "◐",
  "not conformant": "✗",
  "too little verified": "○",
  "nothing verified": "○",
} as const;
const verdictColour = {
  conformant: "green",
  "conformant but for the baseline": "yellow",
  "not conformant": "red",
  "too little verified": "yellow",
  "nothing verified": "yellow",
} as const;
/** A screen. */
const few = 20;

/**
 * What a person sees in the terminal: the verdict first, then what is wrong by its causes, the gravest and widest
 * first, then what was judged, what was not, and the report's path.
 */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const { columns, verbose = false, coverage = false } = options;
  const paint = painter(options.colour);
  const { verdict, sentence, assertions, sources } = report.summary;
  const { findings, news } = apart(report.findings.filter((finding) => !isKnown(finding)));
  const told = newsPhrases(report.summary);
  const left = !verbose && findings.some(({ severity }) => severity === "info");
  const lines = [
    paint("bold", paint(verdictColour[verdict], `${verdictMark[verdict]} ${sentence}`)),
    "",
    ...causeLines(causesOf(findings), { paint, columns, verbose }),
    ...(verbose ? newsLines(news, { paint, columns }) : []),
    ...baselineLines(report, { paint, columns, limit: verbose ? Number.POSITIVE_INFINITY : few }),
    ...(report.reading && coverage ? readingLines(report.reading, columns ?? 80) : []),
    ...row("Findings", [
      `${severityPhrases(report.summary).join(", ")}${left ? "; --verbose tells all" : ""}`,
    ]),
    ...(report.baseline ? baselineSummary(report.baseline, columns) : []),
    ...row("Trend", trendPhrases(report)),
    ...row(
      "Of the info",
      told.length === 0 ? [] : [`${told.join(", ")}${verbose ? "" : "; --verbose names them"}`],
    ),
    ...row(
      "Disagreement",
      report.disagreements.length === 0 ? [] : [disagreementPhrase(report.disagreements)],
    ),
    ...row("Waived", waivedPhrases(report)),
    ...row("Assertions", [assertionPhrases(assertions, harmlessIn(sources)).join(", ") || "none"]),
    ...row("Not verified", reasonLines(report)),
    ...(sources.length > 1 ? sources.map(sourceLine) : []),
    ...row("Verified", report.coverage ? [coveragePhrases(report.coverage).join(", ")] : []),
    ...row("Nothing of", report.coverage ? missingPhrases(report.coverage) : []),
    ...row("No occasion", idleLines(report, verbose)),
    ...row("Not read", report.reading ? [notRead(report.reading, !coverage)] : []),
    ...row("Judged", [extentPhrases(report.summary).join(", ")]),
    ...(options.reportPath === undefined ? [] : [`Report       ${visibleText(options.reportPath)}`]),
  ];
  return `${lines.join("\n")}\n`;

  function row(label: string, texts: readonly string[]): readonly string[] {
    return labelled(label, texts.map(visibleText), columns);
  }
}

/** How many of each reason, in words: why, and what would have it verified. */
function reasonLines({ judgements }: Report): readonly string[] {
  return countReasons(judgements).map(({ reason, count }) => {
    const { why, change } = reasonWords[reason];
    return `${grouped(count)} ${reason}: ${why}; ${change}`;
  });
}

/** The rules that had nothing to judge, of many how many. */
function idleLines(report: Report, verbose: boolean): readonly string[] {
  const idle = idleRules(report);
  if (verbose || idle.length <= 3) return idle.map(({ id, why }) => `${id}: ${why}`);
  return [`${idle.length} rules had nothing to judge; --verbose tells which and why`];
}

/** `since 2026-11-01, 4 runs: 2 new, 34 still, 1 fixed`: of the run before this one. */
function trendPhrases({ trend = [] }: Report): readonly string[] {
  const [before, last] = trend.slice(-2);
  const { change } = last ?? {};
  if (!before || !change) return [];
  const unknown = change.notJudged > 0 ? `, ${grouped(change.notJudged)} not judged now` : "";
  return [
    `since ${before.at.slice(0, 10)}, of ${grouped(trend.length)} runs: ${grouped(change.new)} new, ${grouped(change.still)} still, ${grouped(change.fixed)} fixed${unknown}`,
  ];
}

/** Who reads of waivers for the first time learns where it is said why. */
function waivedPhrases({ waived }: Report): readonly string[] {
  const files = new Set(waived.map(({ waiver: { location } }) => location.file));
  return [...files].map((file) => {
    const count = waived.filter(({ waiver }) => waiver.location.file === file).length;
    return `${grouped(count)} accepted, each for a reason that ${file} says`;
  });
}

/** `0.17 % of 13,930 fences, ...`. */
function notRead(reading: Reading, isShort: boolean): string {
  const phrases = unreadPhrases(reading);
  const hint = isShort && reading.classes.some(({ aside }) => !aside) ? "; --coverage tells the rest" : "";
  return `${phrases.join(", ") || "nothing"}${hint}`;
}

/** `Mock         ✓ 402 passed, 12 not applicable`. */
function sourceLine(summary: SourceSummary): string {
  const { source, verdict, assertions } = summary;
  const name = `${source.charAt(0).toUpperCase()}${source.slice(1)}`;
  const counts = assertionPhrases(assertions, harmlessIn([summary])).join(", ") || "none";
  return `${name.padEnd(12)} ${verdictMark[verdict]} ${counts}`;
}
