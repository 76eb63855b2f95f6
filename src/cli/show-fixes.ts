import { groupBy } from "../base/group-by.ts";
import { counted, grouped } from "../report/phrases.ts";
import { labelled } from "../report/terminal/terminal-text.ts";
import { visibleText } from "../report/visible-text.ts";
import type { Finding } from "../rules/assertion.ts";
import type { Fixed } from "./fix-pages.ts";

/** As many files are named; `git diff` shows the rest. */
const most = 20;

/** What was fixed, by rule and by file, and what has a fix that was not made, and why. Below the summary of a report. */
export function fixLines(
  { fixed, judged, refused, texts }: Fixed,
  { dry, html }: { readonly dry: boolean; readonly html: number },
): string {
  const files = [...texts.keys()].sort();
  const lines = [
    ...labelled(
      dry ? "Fixes" : "Fixed",
      [
        fixed.length === 0
          ? "nothing"
          : `${counted(fixed.length, "finding")} on ${counted(files.length, "page")}${dry ? ", none of them written" : ""}`,
        ...byRule(fixed),
        ...files.slice(0, most),
        ...(files.length > most ? [`… and ${grouped(files.length - most)} more pages`] : []),
      ].map(visibleText),
      undefined,
    ),
    ...labelled(
      "Not fixed",
      [
        ...[...groupBy(leftIn(judged.findings, refused), ({ why }) => why)].map(
          ([why, left]) => `${counted(left.length, "finding")} with a fix: ${why}`,
        ),
        ...(html === 0 ? [] : [`${counted(html, "page")} saved as HTML: only Markdown is mended`]),
      ].map(visibleText),
      undefined,
    ),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** The findings that are left though they have a fix. */
function leftIn(findings: readonly Finding[], refused: ReadonlyMap<string, string>): { why: string }[] {
  return findings.flatMap(({ fix, span }) => {
    if (!fix) return [];
    const file = fix.edits.map((edit) => edit.span.file).find((each) => refused.has(each));
    if (file !== undefined) return [{ why: `${visibleText(file)}: ${refused.get(file)}` }];
    return [{ why: `${visibleText(span.file)}: it does not hold, or not beside another fix` }];
  });
}

function byRule(fixed: readonly Finding[]): string[] {
  const counts = [...groupBy(fixed, ({ rule }) => rule)].map(([rule, { length }]) => ({ rule, length }));
  return counts
    .sort((one, other) => other.length - one.length || (one.rule < other.rule ? -1 : 1))
    .map(({ rule, length }) => `${grouped(length)} × ${rule}`);
}
