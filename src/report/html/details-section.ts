import { countAssertions } from "../count-assertions.ts";
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
  const sections = view.report.systems.map((row, index) => {
    const section = system(view, row, index, seen);
    for (const number of row.judgements) seen.add(number);
    return { section, clean: view.brief && isClean(row) };
  });
  const clean = sections.filter((each) => each.clean);
  return html`<section id="details" aria-labelledby="details-title">
<h2 id="details-title">Pages and exchanges</h2>
${
  view.brief &&
  html`<p class="meta">This report has ${view.report.judgements.length} of them. Above ${briefAbove}, those without a finding are listed by their counts and rules, without their messages.</p>`
}
${sections.filter((each) => !each.clean).map(({ section }) => section)}
${
  clean.length > 0 &&
  html`<details class="more"><summary>${clean.length} systems without a finding</summary>${clean.map(({ section }) => section)}</details>`
}
</section>
`;
}

function system(view: View, row: SystemRow, index: number, seen: ReadonlySet<number>): Html | undefined {
  if (row.judgements.length === 0) return undefined;
  const entries = row.judgements.flatMap((number) => {
    const judgement = view.report.judgements[number];
    return judgement === undefined ? [] : { number, judgement };
  });
  const judgements = entries.map(({ judgement }) => judgement);
  const open = countAssertions(judgements).fail > 0 && !view.brief ? html` open` : "";
  return html`<details class="system" id="${systemAnchor(index)}"${open}>
<summary><h3>${row.name}</h3> ${tallyOf(judgements)}</summary>
${entries.map(({ number, judgement }) => {
  if (seen.has(number)) {
    return html`<p class="again"><a href="${Url.anchor(judgementAnchor(number))}">${judgement.title}</a> is shown with another system.</p>`;
  }
  const brief =
    view.brief && judgement.assertions.every(({ status }) => status !== "fail" && status !== "waived");
  return brief ? judgementLine(view, number, judgement) : judgementSection(view, number, judgement);
})}
</details>
`;
}
