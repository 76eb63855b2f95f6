import { markdownMark } from "../base/own-output.ts";
import { type BaselineOutcome, isKnown } from "./baseline/outcome.ts";
import { knownPlace, knownText, outcomePhrases } from "./baseline/phrases.ts";
import { type CauseGroup, causesOf } from "./causes.ts";
import { headline } from "./markdown.ts";
import { causeRow, causeTable, escapeMarkdown, rowLimit } from "./markdown-table.ts";
import { grouped } from "./phrases.ts";
import type { Report } from "./report.ts";

/** GitHub takes 65,536 characters; what a workflow puts around it has room, too. */
const longest = 60_000;

/** What was fixed is good to see, and no more than that. */
const fewFixed = 20;
const longestFixed = 10_000;

/**
 * A comment on a pull request, in GitHub's Markdown: what is wrong cause by cause, the gravest first, and of a report with
 * a baseline only what is new and, folded, the first of what was fixed. Its first line is the same each time, so that a workflow finds the one it wrote before.
 */
export function renderComment(report: Report): string {
  const { findings, summary, baseline } = report;
  const causes = causesOf(findings.filter((finding) => !isKnown(finding)));
  const sources = summary.sources.map(({ source }) => source).join(" ");
  const head = [
    markdownMark(sources),
    headline(report),
    ...(baseline ? [`${outcomePhrases(baseline).join(", ")}.`] : []),
  ];
  const fixed = baseline ? fixedList(baseline) : [];
  if (causes.length === 0) {
    const nothing = report.waived.length > 0 ? "Nothing was found that is not waived." : "Nothing was found.";
    return `${[...head, baseline ? "Nothing is new." : nothing, ...fixed].join("\n\n")}\n`;
  }
  const shown = asManyAsFit(causes.slice(0, rowLimit), longest - [...head, ...fixed].join("\n\n").length);
  const left = causes.length - shown.length;
  return `${[
    ...head,
    causeTable(shown),
    ...(left > 0 ? [`… and ${grouped(left)} more causes, in the report.`] : []),
    ...fixed,
  ].join("\n\n")}\n`;
}

/** One that is too long for what is left leaves its room to those behind it. */
function asManyAsFit(causes: readonly CauseGroup[], characters: number): readonly CauseGroup[] {
  let room = characters - 200;
  return causes.filter((cause) => {
    const length = causeRow(cause).join(" | ").length + "|  |\n".length;
    if (length > room) return false;
    room -= length;
    return true;
  });
}

/** Those that the baseline has and that are gone, below a line that opens them. */
function fixedList({ fixed }: BaselineOutcome): readonly string[] {
  if (fixed.length === 0) return [];
  let room = longestFixed;
  const lines = fixed.slice(0, fewFixed).map((known) => {
    const said = [known.rule, knownPlace(known), knownText(known)].map(escapeMarkdown);
    return `- ${said.join(" · ")}`;
  });
  const shown = lines.filter((line) => {
    room -= line.length + 1;
    return room >= 0;
  });
  const left = fixed.length - shown.length;
  return [
    `<details><summary>${grouped(fixed.length)} fixed</summary>`,
    [...shown, ...(left > 0 ? [`- … and ${grouped(left)} more, in the report`] : [])].join("\n"),
    "</details>",
  ];
}
