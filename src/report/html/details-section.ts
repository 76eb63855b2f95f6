import { isKnown } from "../baseline/outcome.ts";
import { failedIn } from "../counts.ts";
import type { SystemRow } from "../report.ts";
import { type Html, html } from "./escape.ts";
import { judgementLine, judgementSection } from "./judgement-section.ts";
import { isClean, systemAnchor } from "./systems-section.ts";
import { tallyOf } from "./tally.ts";
import { Url } from "./url.ts";
import { briefAbove, judgementAnchor, type View } from "./view.ts";

/** A section for each system with its pages and exchanges, each of them shown once. */
export function detailsSection(view: View): Html {
  const seen = new Set<number>();
  // An answer that a row shares is shown with its own page; only where that is in no row, with the first that has it.
  const home = new Set(view.report.systems.flatMap(({ judgements, shared }) => without(judgements, shared)));
  const sections = view.report.systems.map((row, index) => {
    const shown = without(
      row.judgements,
      row.shared.filter((number) => home.has(number)),
    );
    const section = system(view, row, index, shown, seen);
    for (const number of shown) seen.add(number);
    return { section, clean: view.brief && isClean(row) };
  });
  const clean = sections.filter((each) => each.clean);
  return html`<section id="details" aria-labelledby="details-title">
<h2 id="details-title">Pages and exchanges</h2>
${
  view.report.judgements.some(view.isBrief) &&
  html`<p class="meta">This report has ${view.report.judgements.length} of them. Of a source with more than ${briefAbove}, those without a finding are listed by their counts and rules, without their messages.</p>`
}
${sections.filter((each) => !each.clean).map(({ section }) => section)}
${
  clean.length > 0 &&
  html`<details class="more"><summary>${clean.length} systems without a finding</summary>${clean.map(({ section }) => section)}</details>`
}
</section>
`;
}

function system(
  view: View,
  row: SystemRow,
  index: number,
  shown: readonly number[],
  seen: ReadonlySet<number>,
): Html | undefined {
  if (row.judgements.length === 0) return undefined;
  const entries = shown.flatMap((number) => {
    const judgement = view.report.judgements[number];
    return judgement === undefined ? [] : { number, judgement };
  });
  const judgements = row.judgements.flatMap((number) => view.report.judgements[number] ?? []);
  const failed = judgements.flatMap((judgement) => failedIn(judgement, "fail"));
  const open = !failed.every(isKnown) && !view.brief ? html` open` : "";
  return html`<details class="system" id="${systemAnchor(index)}"${open}>
<summary><h3>${row.name}</h3> ${tallyOf(judgements)}</summary>
${entries.map(({ number, judgement }) => {
  if (seen.has(number)) {
    return html`<p class="again"><a href="${Url.anchor(judgementAnchor(number))}">${judgement.title}</a> is shown with another system.</p>`;
  }
  return view.isBrief(judgement)
    ? judgementLine(view, number, judgement)
    : judgementSection(view, number, judgement);
})}
${shared(view, without(row.judgements, shown))}
</details>
`;
}

/** The answers that are shown with their own pages. */
function shared(view: View, numbers: readonly number[]): Html | undefined {
  if (numbers.length === 0) return undefined;
  const links = numbers.flatMap((number) => {
    const judgement = view.report.judgements[number];
    const href = Url.anchor(judgementAnchor(number));
    return judgement ? html`<li><a href="${href}">${judgement.title} (${judgement.source})</a></li>` : [];
  });
  return html`<details class="line"><summary>${links.length} answers on other pages hold its resource</summary>
<ul class="names">${links}</ul></details>
`;
}

function without(numbers: readonly number[], others: readonly number[]): readonly number[] {
  const left = new Set(others);
  return numbers.filter((number) => !left.has(number));
}
