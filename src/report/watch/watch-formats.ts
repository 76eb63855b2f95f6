import { markdownMark, textMark } from "../../base/own-output.ts";
import { escapeMarkdown } from "../markdown-table.ts";
import { placesPhrase } from "./change-sentence.ts";
import { standings, standingTitles, type WatchedChange, type WatchReport } from "./watch-report.ts";
import { alonePhrases, comparedPhrase, contractPhrase, renderWatchTerminal } from "./watch-terminal.ts";

export type WatchFormatName = "text" | "json" | "markdown";

/** Every form in which it can be written what changed, with its file. */
export const watchFormats: Readonly<
  Record<WatchFormatName, { readonly file: string; readonly render: (report: WatchReport) => string }>
> = {
  text: {
    file: "watch.txt",
    render: (report) =>
      `${textMark("watch")}\n\n${renderWatchTerminal(report, { colour: false, limit: 10_000 })}`,
  },
  json: { file: "watch.json", render: (report) => `${JSON.stringify(report, null, 2)}\n` },
  markdown: { file: "watch.md", render: renderWatchMarkdown },
};

export const watchFormatNames: readonly WatchFormatName[] = ["text", "json", "markdown"];

// GitHub refuses a comment over 65,536 characters.
const mostUnderATitle = 100;

/** What changed in GitHub's Markdown: what breaks a promise first. */
function renderWatchMarkdown(report: WatchReport): string {
  const { summary, before, after, contract, changes, unsure, compared } = report;
  const titles = standingTitles(report);
  const held = contract === undefined ? "" : `, held to ${escapeMarkdown(contract)}`;
  const parts = [
    markdownMark("watch"),
    `## ${escapeMarkdown(summary.sentence)}`,
    `From ${escapeMarkdown(before)} to ${escapeMarkdown(after)}${held}: ${comparedPhrase(report)}.`,
    ...alonePhrases(compared).map((phrase) => `Left out: ${phrase}.`),
    ...standings.flatMap((standing) =>
      section(
        titles[standing],
        changes.filter((change) => change.standing === standing),
      ),
    ),
    ...section("Not known, seen too seldom to say", unsure),
  ];
  return `${parts.join("\n\n")}\n`;
}

function section(title: string, own: readonly WatchedChange[]): string[] {
  if (own.length === 0) return [];
  const left = own.length - mostUnderATitle;
  return [
    `### ${title} (${own.length})`,
    own.slice(0, mostUnderATitle).map(item).join("\n"),
    ...(left > 0 ? [`… and ${left} more in the JSON.`] : []),
  ];
}

function item(change: WatchedChange): string {
  const about = [change.kind, placesPhrase(change), contractPhrase(change)].filter((text) => text !== "");
  return `- **${escapeMarkdown(change.message)}.**<br><sub>${escapeMarkdown(about.join(" · "))}</sub>`;
}
