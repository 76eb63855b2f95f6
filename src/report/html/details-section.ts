import { isKnown } from "../baseline/outcome.ts";
import { failedIn } from "../counts.ts";
import { grouped } from "../phrases.ts";
import { type Html, html } from "./escape.ts";
import { judgementLine, judgementSection } from "./judgement-section.ts";
import type { SystemEntry } from "./system-entries.ts";
import { systemAnchor } from "./systems-section.ts";
import { tallyOf } from "./tally.ts";
import { briefAbove, judgementAnchor, type View } from "./view.ts";

/** A section for each system with its pages and exchanges, each of them shown once. */
export function detailsSection(view: View, entries: readonly SystemEntry[]): Html {
  const plain = view.brief ? entries.filter(({ clean }) => clean) : [];
  const main = entries.filter((entry) => !plain.includes(entry));
  return html`<section id="details" aria-labelledby="details-title">
<h2 id="details-title">Pages and exchanges</h2>
${briefNote(view)}
${main.map((entry) => systemDetails(view, entry))}
${
  plain.length > 0 &&
  html`<details class="more"><summary>${plain.length} systems without a finding</summary>${plain.map((entry) => systemDetails(view, entry))}</details>`
}
</section>
`;
}

/** What is told in brief, and why. */
export function briefNote({ report, isBrief }: View): Html | undefined {
  if (!report.judgements.some(isBrief)) return undefined;
  return html`<p class="meta">This report has ${grouped(report.judgements.length)} of them. Of a source with more than ${briefAbove}, those without a finding are listed by their counts and rules, without their messages.</p>`;
}

/** One system, open where something new failed in it and the report is not too large for that. */
export function systemDetails(view: View, entry: SystemEntry, isAlone = false): Html | undefined {
  const { row, index, shown, elsewhere, shared } = entry;
  if (row.judgements.length === 0) return undefined;
  const judgements = row.judgements.flatMap((number) => view.report.judgements[number] ?? []);
  const failed = judgements.flatMap((judgement) => failedIn(judgement, "fail"));
  const open = isAlone || (!failed.every(isKnown) && !view.brief) ? html` open` : "";
  return html`<details class="system" id="${systemAnchor(index)}"${open}>
<summary><h3>${row.name}</h3> ${tallyOf(judgements)}</summary>
${elsewhere.map((number) => {
  const title = view.report.judgements[number]?.title ?? "";
  return html`<p class="again"><a href="${view.to(judgementAnchor(number))}">${title}</a> is shown with another system.</p>`;
})}${shown.map((number) => {
  const judgement = view.report.judgements[number];
  if (judgement === undefined) return undefined;
  return view.isBrief(judgement)
    ? judgementLine(view, number, judgement)
    : judgementSection(view, number, judgement, isAlone);
})}
${sharedAnswers(view, shared)}
</details>
`;
}

/** The answers that are shown with their own pages. */
function sharedAnswers(view: View, numbers: readonly number[]): Html | undefined {
  if (numbers.length === 0) return undefined;
  const links = numbers.flatMap((number) => {
    const judgement = view.report.judgements[number];
    const href = view.to(judgementAnchor(number));
    return judgement ? html`<li><a href="${href}">${judgement.title} (${judgement.source})</a></li>` : [];
  });
  return html`<details class="line"><summary>${links.length} answers on other pages hold its resource</summary>
<ul class="names">${links}</ul></details>
`;
}
