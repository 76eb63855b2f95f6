import { markdownMark } from "../base/own-output.ts";
import type { Finding } from "../rules/assertion.ts";
import { type BaselineOutcome, isKnown, type KnownFinding } from "./baseline/outcome.ts";
import { knownPlace, knownText, notJudgedPhrases, outcomePhrases } from "./baseline/phrases.ts";
import { causesOf } from "./causes.ts";
import { causeTable, escapeMarkdown, table } from "./markdown-table.ts";
import {
  apart,
  harmlessIn,
  idleRules,
  markOf,
  type NewsItem,
  newsPhrases,
  type VerdictMark,
} from "./news.ts";
import { severities } from "./order.ts";
import {
  assertionPhrases,
  coveragePhrases,
  examplePhrase,
  extentPhrases,
  hintOf,
  missingPhrases,
  place,
  verdictPhrase,
  without,
} from "./phrases.ts";
import type { Reading } from "./reading/reading.ts";
import { classTable, partTable } from "./reading/reading-markdown.ts";
import type { Disagreement, Report, SystemCell, SystemRow } from "./report.ts";

const signs: Readonly<Record<VerdictMark, string>> = {
  good: "✅",
  accepted: "🟣",
  mild: "🟡",
  bad: "❌",
  open: "⚪",
};

/** A summary of the report in GitHub's Markdown, as a workflow step shows it. */
export function renderMarkdown(report: Report): string {
  const { summary, waived, systems, disagreements } = report;
  const { findings, news } = apart(report.findings.filter((finding) => !isKnown(finding)));
  const idle = idleRules(report);
  const shown = report.baseline ? systems.filter(({ sources }) => sources.some(hasNew)) : systems;
  const parts = [
    markdownMark("report"),
    headline(report),
    `${extentPhrases(summary).join(", ")}; assertions: ${assertionPhrases(summary.assertions, harmlessIn(summary.sources)).join(", ") || "none"}.`,
    ...(report.coverage ? [coverageParagraph(report.coverage)] : []),
    ...(report.baseline ? [baselineParagraph(report.baseline)] : []),
    ...(findings.length === 0
      ? []
      : [report.baseline ? "### New findings" : "### Findings", causeTable(causesOf(findings))]),
    ...(news.length === 0
      ? []
      : [
          `### News, which breaks nothing${report.baseline ? "" : `: ${newsPhrases(summary).join(", ")}`}`,
          newsTable(news),
        ]),
    ...(report.baseline ? baselineTables(report.baseline) : []),
    ...(waived.length === 0
      ? []
      : [
          "### Waived",
          table(
            ["Rule", "Where", "Reason", "Owner", "Until"],
            waived.map(({ rule, span, source, waiver }) => [
              `${escapeMarkdown(rule)}${source === "documented" ? "" : ` (${source})`}`,
              escapeMarkdown(place(span)),
              escapeMarkdown(waiver.reason),
              escapeMarkdown(waiver.owner),
              escapeMarkdown(waiver.expires),
            ]),
          ),
        ]),
    ...(disagreements.length === 0 ? [] : ["### Disagreements", disagreementTable(disagreements)]),
    ...(report.reading && !report.baseline
      ? ["### What could not be read", ...readingTables(report.reading)]
      : []),
    ...(shown.length === 0
      ? []
      : [report.baseline ? "### Systems with something new" : "### Systems", systemTable(shown)]),
    ...(idle.length === 0
      ? []
      : [
          "### Rules that had nothing to judge",
          table(
            ["Rule", "Why"],
            idle.map(({ id, why }) => [escapeMarkdown(id), escapeMarkdown(why)]),
          ),
        ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function baselineParagraph(baseline: BaselineOutcome): string {
  return `Held against ${escapeMarkdown(baseline.file)}: ${outcomePhrases(baseline).join(", ")}.`;
}

function hasNew({ findings, known }: SystemCell): boolean {
  return severities.some((severity) => without(findings, known)[severity] > 0);
}

/** What is known is only counted: this is what a pull request shows. */
function baselineTables(baseline: BaselineOutcome): readonly string[] {
  const { fixed, notJudged } = baseline;
  const cells = (known: KnownFinding) => [
    known.severity,
    escapeMarkdown(known.rule),
    escapeMarkdown(knownPlace(known)),
    escapeMarkdown(knownText(known)),
  ];
  const header = ["Severity", "Rule", "Where", "Message"];
  return [
    ...(fixed.length === 0 ? [] : ["### Fixed", table(header, fixed.map(cells))]),
    ...(notJudged.length === 0
      ? []
      : [
          "### Of the baseline, not judged now",
          notJudgedPhrases(baseline)
            .map((phrase) => `- ${escapeMarkdown(phrase)}`)
            .join("\n"),
        ]),
  ];
}

function coverageParagraph(coverage: NonNullable<Report["coverage"]>): string {
  const missing = missingPhrases(coverage).map((name) => `- ${escapeMarkdown(name)}`);
  const verified = `Verified: ${coveragePhrases(coverage).join(", ")}.`;
  return missing.length === 0 ? verified : `${verified} Nothing of:\n\n${missing.join("\n")}`;
}

function readingTables(reading: Reading): readonly string[] {
  return [partTable(reading), classTable(reading)]
    .filter(({ rows }) => rows.length > 0)
    .map(({ header, rows }) =>
      table(
        header,
        rows.map((cells) => cells.map(escapeMarkdown)),
      ),
    );
}

function messageCell(finding: Finding): string {
  const hint = hintOf(finding);
  return `${escapeMarkdown(finding.message)}${hint === undefined ? "" : ` (hint: ${escapeMarkdown(hint)})`}`;
}

function newsTable(news: readonly NewsItem[]): string {
  return table(
    ["News", "Rule", "Times", "Message"],
    news.map(({ news: what, first, times }) => [
      what,
      escapeMarkdown(first.rule),
      String(times),
      messageCell(first),
    ]),
  );
}

function disagreementTable(disagreements: readonly Disagreement[]): string {
  return table(
    ["Who is right", "Rule", "Where", "What they say"],
    disagreements.map((disagreement) => {
      const [first] = disagreement.examples;
      return [
        verdictPhrase(disagreement),
        escapeMarkdown(disagreement.rule),
        first === undefined ? "" : escapeMarkdown(place(first.span)),
        `${escapeMarkdown(disagreement.sentence)} (${examplePhrase(disagreement)})`,
      ];
    }),
  );
}

/** The verdict as a heading, with its sign. */
export function headline({ summary }: Report): string {
  return `## ${signs[markOf(summary, summary.sources)]} ${escapeMarkdown(summary.sentence)}`;
}

function systemTable(systems: readonly SystemRow[]): string {
  const cells = systems.flatMap(({ name, sources }) =>
    sources.length === 0
      ? [[escapeMarkdown(name), "", `${signs.open} nothing verified`, ""]]
      : sources.map((cell) => [
          escapeMarkdown(name),
          cell.source,
          `${signs[markOf(cell, [cell])]} ${cell.verdict}`,
          assertionPhrases(cell.assertions, harmlessIn([cell])).join(", "),
        ]),
  );
  return table(["System", "Source", "Verdict", "Assertions"], cells);
}
