import { markdownMark } from "../../base/own-output.ts";
import { levels } from "../../diff/change.ts";
import { escapeMarkdown } from "../markdown-table.ts";
import { besidePhrase, besideTable } from "./change-beside.ts";
import { placePhrase, reachPhrases, weighedPhrase } from "./change-places.ts";
import type { ChangeReport, MetadataBeside, WeighedChange } from "./change-report.ts";
import { titles } from "./change-terminal.ts";

// GitHub refuses a comment over 65,536 characters.
const mostOfALevel = 100;

/** A changelog in GitHub's Markdown: what breaks first, each change with whom it breaks and both places. */
export function renderChangeMarkdown(report: ChangeReport): string {
  const { summary, changes, waived, before, after, waiverFindings } = report;
  const parts = [
    markdownMark("changes"),
    `## ${escapeMarkdown(summary.sentence)}`,
    `From ${escapeMarkdown(before)} to ${escapeMarkdown(after)}, weighed for ${weighedPhrase(report)}${report.policy === undefined ? "" : `, with the policy ${escapeMarkdown(report.policy)}`}.`,
    ...levels.flatMap((level) => {
      const own = changes.filter((change) => change.level === level);
      if (own.length === 0) return [];
      const left = own.length - mostOfALevel;
      return [
        `### ${titles[level]} (${own.length})`,
        own.slice(0, mostOfALevel).map(item).join("\n"),
        ...(left > 0 ? [`… and ${left} more in the report.`] : []),
      ];
    }),
    ...(report.metadata ? besideParts(report.metadata) : []),
    ...(waived.length === 0
      ? []
      : [
          `### Waived (${waived.length})`,
          waived
            .map(
              ({ rule, message, waiver }) =>
                `- ${escapeMarkdown(`${rule}: ${message} (${waiver.reason}, ${waiver.owner}, until ${waiver.expires})`)}`,
            )
            .join("\n"),
        ]),
    ...(waiverFindings.length === 0
      ? []
      : [
          "### Waivers",
          waiverFindings
            .map(
              ({ location, message }) =>
                `- ${escapeMarkdown(`${location.file}:${location.line}: ${message}`)}`,
            )
            .join("\n"),
        ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function besideParts(metadata: MetadataBeside): string[] {
  const { head, rows, untold } = besideTable(metadata);
  const { before, after, metadataOnly } = metadata;
  const left = metadataOnly.length - mostOfALevel;
  return [
    "### Beside the metadata",
    `The metadata from ${escapeMarkdown(before)} to ${escapeMarkdown(after)}. ${untold} changes of the pages are of what metadata cannot tell.`,
    [head, head.map((_, column) => (column === 0 ? "---" : "--:")), ...rows]
      .map((cells) => `| ${cells.join(" | ")} |`)
      .join("\n"),
    ...(metadataOnly.length === 0
      ? []
      : [
          `### In the metadata only (${metadataOnly.length})`,
          metadataOnly
            .slice(0, mostOfALevel)
            .map((change) => {
              const about = [change.rule, placePhrase(change.places[0]), besidePhrase(change, "metadata")];
              return `- **${escapeMarkdown(change.message)}**<br><sub>${escapeMarkdown(about.join(" · "))}</sub>`;
            })
            .join("\n"),
        ]),
    ...(left > 0 ? [`… and ${left} more in the report.`] : []),
  ];
}

function item(change: WeighedChange): string {
  const { rule, message, breaks, guess, places, decided, fingerprint } = change;
  const about = [
    rule,
    placePhrase(places[0]),
    ...reachPhrases(change),
    ...(guess ? ["a guess"] : []),
    ...(decided ? ["weighed by the policy"] : []),
    besidePhrase(change),
    fingerprint,
  ].filter((text) => text !== "");
  // Whom it breaks is said in words of the rule, none of a page's: its code stays code.
  return `- **${escapeMarkdown(message)}.** ${breaks}<br><sub>${escapeMarkdown(about.join(" · "))}</sub>`;
}
