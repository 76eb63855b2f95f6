import { onceFor } from "../../base/once-for.ts";
import { type Span, startOf } from "../../base/span.ts";
import { isHtmlFile } from "../../docs/html/read-saved-page.ts";
import type { ShownMessage } from "../../http/show-message.ts";
import type { Failed, Finding } from "../../rules/assertion.ts";
import { type Html, html } from "./escape.ts";
import { type Excerpt, excerptOf, mendedOf, type PlacedLines, shortText } from "./excerpt.ts";
import { layOutAnswer } from "./lay-out-answer.ts";
import { fallsInto } from "./mark-message.ts";
import { breakable, type View } from "./view.ts";

/** What a finding's rule expects beside what was read, the place marked by its span. */
export function compared(view: View, finding: Finding): Html {
  return html`<dl class="compared"><div><dt>Expected</dt><dd>${expected(view, finding)}</dd></div><div><dt>Observed</dt><dd>${observed(view, finding)}</dd></div></dl>`;
}

const longestPromise = 600;

/** The promise that is broken: as the rule has it, as the contract has it, and what would keep it. */
function expected(view: View, finding: Finding): Html {
  const { rule, meant, promise, fix } = finding;
  const lines = fix && pageLines(view, fix.edits[0]?.span);
  const mended = fix && lines ? mendedOf(lines, fix.edits) : undefined;
  const says = view.promiseOf(rule);
  return html`${says !== undefined && html`<p>${withCode(says)}</p>`}${
    promise &&
    html`<p>${view.shortPlace(startOf(promise.span))} <code>${breakable(shortText(promise.text, longestPromise))}</code></p>`
  }${
    mended
      ? excerptLines(mended, "pass")
      : meant !== undefined && html`<p><code>${breakable(shortText(meant, longestPromise))}</code></p>`
  }`;
}

/** A sentence whose code stands between back-ticks. */
function withCode(sentence: string): readonly (Html | string)[] {
  return sentence.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}

/** What stands there: in the page, or in the answer of a service. */
function observed(view: View, finding: Finding): Html {
  const excerpt = excerptAt(view, finding);
  if (excerpt === undefined)
    return html`<p class="meta">Its line is not shown here: the file could not be read, or is not what was judged any more.</p>`;
  const isEmpty = excerpt.lines.every(({ before, spot, after }) => (before + spot + after).trim() === "");
  return isEmpty ? html`<p class="meta">an empty line</p>` : excerptLines(excerpt, "error");
}

function excerptLines({ lines, more }: Excerpt, tone: "pass" | "error"): Html {
  return html`<code class="lines">${lines.map(
    ({ before, spot, after }, index) =>
      html`${index > 0 && "\n"}${before}${spot === "" ? html`<em class="spot point ${tone}"></em>` : html`<em class="spot ${tone}">${spot}</em>`}${after}`,
  )}</code>${more > 0 && html`<p class="meta">and ${more} more line${more > 1 && "s"}</p>`}`;
}

function excerptAt(view: View, finding: Finding): Excerpt | undefined {
  const lines = finding.source === "documented" ? pageLines(view, finding.span) : undefined;
  return (lines && excerptOf(lines, finding.span)) ?? excerptOfMessage(view, finding);
}

/** The lines of the file that a span stands in. Of HTML nobody would know a page again. */
function pageLines(view: View, span: Span | undefined): PlacedLines | undefined {
  const lines = span && !isHtmlFile(span.file) ? view.linesOf(span.file) : undefined;
  return lines && { lines, start: { line: 1, column: 1 } };
}

function excerptOfMessage(view: View, finding: Finding): Excerpt | undefined {
  const judgement = view.report.judgements[view.judgementOf.get(finding) ?? -1];
  const failed = judgement?.assertions.find((each): each is Failed => each === finding);
  if (!judgement || !failed) return undefined;
  for (const message of [judgement.request, judgement.response]) {
    if (!message || !fallsInto(message, failed)) continue;
    if (judgement.source === "documented") return excerptOf(placed(message), failed.span);
    const laidOut = laidOutOf(message);
    return excerptOf(placed(laidOut.message), laidOut.spanOf(failed));
  }
  return undefined;
}

const laidOutOf = onceFor(layOutAnswer);

const placed = onceFor(
  ({ text, location: { line, column } }: ShownMessage): PlacedLines => ({
    lines: text.split(/\r?\n/),
    start: { line, column },
  }),
);
