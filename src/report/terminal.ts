import { groupBy } from "../base/group-by.ts";
import { type Alike, onceEach } from "./alike.ts";
import { baselineLines, baselineSummary } from "./baseline/terminal-lines.ts";
import { countReasons } from "./counts.ts";
import { apart, harmlessIn, idleRules, type NewsItem, newsPhrases, timesPhrase } from "./news.ts";
import {
  assertionPhrases,
  coveragePhrases,
  examplePhrase,
  extentPhrases,
  hintOf,
  missingPhrases,
  severityPhrases,
  verdictPhrase,
} from "./phrases.ts";
import { unreadPhrases } from "./reading/phrases.ts";
import type { Reading } from "./reading/reading.ts";
import { readingLines } from "./reading/reading-lines.ts";
import type { Disagreement, Report, SourceSummary } from "./report.ts";
import { visibleText } from "./visible-text.ts";

export interface TerminalOptions {
  readonly colour: boolean;
  /** What to open for the whole report; absent when none was written. */
  readonly reportPath?: string;
  /** Where what could not be read is told in full: how many columns there are for it. */
  readonly coverage?: number;
  /** The findings that are listed before the rest is only counted; 100 unless said. */
  readonly limit?: number;
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
const severityColour = { error: "red", warning: "yellow", info: "blue" } as const;
// ECMA-48 select graphic rendition
const sgr = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, underline: 4 } as const;

type Paint = (style: keyof typeof sgr, text: string) => string;

/** What a person sees in the terminal: the verdict first, the findings by file, the counts, the report's path. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const paint: Paint = (style, text) => (options.colour ? `\u001b[${sgr[style]}m${text}\u001b[0m` : text);
  const { verdict, sentence, assertions, sources } = report.summary;
  const { findings, news } = apart(report.findings.filter((finding) => finding.baseline !== "known"));
  const listed = onceEach(findings).slice(0, options.limit ?? 100);
  const left = findings.length - listed.reduce((sum, { times }) => sum + times, 0);
  const told = newsPhrases(report.summary);
  const reasons = countReasons(report.judgements).map(({ reason, count }) => `${reason} ${count}`);

  const lines = [
    paint("bold", paint(verdictColour[verdict], `${verdictMark[verdict]} ${sentence}`)),
    "",
    ...byFile(listed).flatMap(({ file, findings }) => [
      paint("underline", visibleText(file)),
      ...findingLines(findings, paint),
      "",
    ]),
    ...(left > 0 ? [`… and ${left} more in the report`, ""] : []),
    ...newsLines(news, options.limit ?? 20, paint),
    ...baselineLines(report, options.limit ?? 20).map(({ text, style }) =>
      style ? paint(style, text) : text,
    ),
    ...disagreementLines(report.disagreements, options.limit ?? 100, paint),
    ...(report.reading && options.coverage !== undefined
      ? readingLines(report.reading, options.coverage)
      : []),
    `Findings     ${severityPhrases(report.summary).join(", ")}`,
    ...(report.baseline ? [baselineSummary(report.baseline)] : []),
    ...(told.length > 0 ? [`Of the info  ${told.join(", ")}`] : []),
    `Assertions   ${assertionPhrases(assertions, harmlessIn(sources)).join(", ") || "none"}`,
    ...(reasons.length > 0 ? [`Not verified ${reasons.join(", ")}`] : []),
    ...(sources.length > 1 ? sources.map(sourceLine) : []),
    ...(report.coverage ? [`Verified     ${coveragePhrases(report.coverage).join(", ")}`] : []),
    ...(report.coverage ? labelled("Nothing of", missingPhrases(report.coverage)) : []),
    ...labelled(
      "No occasion",
      idleRules(report).map(({ id, why }) => `${id}: ${why}`),
    ),
    ...(report.reading ? [notRead(report.reading, options.coverage === undefined)] : []),
    `Judged       ${extentPhrases(report.summary).join(", ")}`,
    ...(options.reportPath === undefined ? [] : [`Report       ${visibleText(options.reportPath)}`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** `Not read     0.17 % of 13,930 fences, ...`. */
function notRead(reading: Reading, isShort: boolean): string {
  const phrases = unreadPhrases(reading);
  const hint = isShort && reading.classes.some(({ aside }) => !aside) ? "; --coverage tells the rest" : "";
  return `Not read     ${phrases.join(", ") || "nothing"}${hint}`;
}

/** A line each, the first behind what they are. */
function labelled(label: string, texts: readonly string[]): readonly string[] {
  return texts.map((text, index) => (index === 0 ? label : "").padEnd(13) + visibleText(text));
}

/** What breaks nothing, each once. */
function newsLines(news: readonly NewsItem[], limit: number, paint: Paint): readonly string[] {
  if (news.length === 0) return [];
  const listed = news.slice(0, limit);
  const left = news.length - listed.length;
  return [
    paint("underline", "News, which breaks nothing"),
    ...listed.flatMap(({ first, times }) => {
      const said = `${first.source}: ${visibleText(first.message)}${timesPhrase(times)}`;
      const hint = hintOf(first);
      return [
        `  ${paint(severityColour.info, "info")}  ${visibleText(first.rule)}  ${said}`,
        ...(hint === undefined ? [] : [`        ${paint("dim", `hint: ${visibleText(hint)}`)}`]),
      ];
    }),
    ...(left > 0 ? [`… and ${left} more in the report`] : []),
    "",
  ];
}

/** Two lines each, then an empty one. */
function disagreementLines(
  disagreements: readonly Disagreement[],
  limit: number,
  paint: Paint,
): readonly string[] {
  if (disagreements.length === 0) return [];
  const left = disagreements.length - limit;
  return [
    paint("underline", "Disagreements"),
    ...disagreements.slice(0, limit).flatMap((disagreement) => {
      const { rule, sentence, examples } = disagreement;
      const [first] = examples;
      const where = first ? `${visibleText(first.span.file)}:${first.span.start.line}` : "";
      const about = paint("dim", `${where} ${visibleText(rule)}, ${examplePhrase(disagreement)}`);
      return [`  ${paint("bold", verdictPhrase(disagreement))}  ${about}`, `    ${visibleText(sentence)}`];
    }),
    ...(left > 0 ? [`… and ${left} more in the report`] : []),
    "",
  ];
}

/** `Mock         ✓ 402 passed, 12 not applicable`. */
function sourceLine(summary: SourceSummary): string {
  const { source, verdict, assertions } = summary;
  const name = `${source.charAt(0).toUpperCase()}${source.slice(1)}`;
  const counts = assertionPhrases(assertions, harmlessIn([summary])).join(", ") || "none";
  return `${name.padEnd(12)} ${verdictMark[verdict]} ${counts}`;
}

function findingLines(findings: readonly Alike[], paint: Paint): readonly string[] {
  const places = findings.map(({ finding: { span } }) => `${span.start.line}:${span.start.column}`);
  const placeWidth = Math.max(...places.map((place) => place.length));
  const ruleWidth = Math.max(...findings.map(({ finding: { rule } }) => rule.length));
  return findings.flatMap((alike, index) => {
    const { finding } = alike;
    const { severity, rule, message, source } = finding;
    const obtained = source === "documented" ? "" : `${source}: `;
    const hint = hintOf(finding);
    const start = [
      `  ${paint("dim", (places[index] ?? "").padStart(placeWidth))}`,
      paint(severityColour[severity], severity.padEnd("warning".length)),
      visibleText(rule).padEnd(ruleWidth),
    ].join("  ");
    const indent = " ".repeat(2 + placeWidth + 2 + "warning".length + 2 + ruleWidth + 2);
    return [
      `${start}  ${obtained}${visibleText(message)}${timesPhrase(alike.times)}`,
      ...(hint === undefined ? [] : [`${indent}${paint("dim", `hint: ${visibleText(hint)}`)}`]),
    ];
  });
}

function byFile(findings: readonly Alike[]) {
  const files = groupBy(findings, ({ finding }) => finding.span.file);
  return [...files].map(([file, list]) => ({ file, findings: list }));
}
