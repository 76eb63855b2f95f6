import { type CauseGroup, commonHint, reachPhrase } from "./causes.ts";
import { place } from "./phrases.ts";
import { visibleText } from "./visible-text.ts";

// GitHub refuses a step summary over 1 MiB; a table longer than this is not read anyway.
export const rowLimit = 100;

/** What is wrong, cause by cause, the gravest first. */
export function causeTable(causes: readonly CauseGroup[]): string {
  return table(["Severity", "Rule", "Where", "Message"], causes.map(causeRow));
}

/** The cells of a cause. */
export function causeRow(cause: CauseGroup): readonly string[] {
  const { severity, sentence, first } = cause;
  const reach = reachPhrase(cause);
  const hint = commonHint(cause);
  return [
    severity,
    `${escapeMarkdown(first.rule)}${first.source === "documented" ? "" : ` (${first.source})`}`,
    `${escapeMarkdown(place(first.span))}${reach === undefined ? "" : `, ${reach}`}`,
    `${escapeMarkdown(sentence)}${hint === undefined ? "" : ` (hint: ${escapeMarkdown(hint)})`}`,
  ];
}

/** A table; of one that is too long the first rows, and how many more there are. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const left = rows.length - rowLimit;
  return [
    line(header),
    line(header.map(() => "---")),
    ...rows.slice(0, rowLimit).map(line),
    ...(left > 0 ? ["", `… and ${left} more in the report.`] : []),
  ].join("\n");
}

/**
 * A text that GitHub shows as it is: no markup, no table cell, no formula (`$`), no mention (`@name`) and
 * no link by itself. Character references cannot open markup (CommonMark 0.31, section 2.5); an empty
 * comment breaks up what GitHub would link.
 */
export function escapeMarkdown(text: string): string {
  return visibleText(text)
    .replace(/[&<>|`*_[\]#~$\\!]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/@(?=\w)/g, "@<!-- -->")
    .replace(/:\/\//g, ":<!-- -->//")
    .replace(/\bwww\./gi, (word) => `${word.slice(0, 3)}<!-- -->.`);
}
