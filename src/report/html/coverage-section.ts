import type { Share } from "../../rules/assertion.ts";
import { grouped } from "../phrases.ts";
import type { Report } from "../report.ts";
import { type Html, html } from "./escape.ts";
import { breakable, type View } from "./view.ts";

type Coverage = NonNullable<Report["coverage"]>;

const parts = [
  ["operations", "Operations", "Documented operations of which nothing was verified"],
  ["examples", "Examples", "Documented examples of which nothing was verified"],
  ["properties", "Properties", "Documented properties that never came with a value"],
] as const satisfies readonly (readonly [keyof Coverage, string, string])[];

/** What is documented and what of it a live service has shown; nothing where none was judged by a floor. */
export function coverageSection({ report: { coverage } }: View): Html | undefined {
  if (!coverage) return undefined;
  return html`<section id="coverage" aria-labelledby="coverage-title">
<h2 id="coverage-title">Coverage</h2>
<div class="scroller" tabindex="0"><table class="reading">
<caption class="hidden">How much of what is documented was verified on the service</caption>
<thead><tr><th scope="col">What</th><th scope="col">Share</th><th scope="col">Verified</th><th scope="col">Documented</th></tr></thead>
<tbody>${parts.map(([part, title]) => row(title, coverage[part]))}</tbody>
</table></div>
${parts.map(([part, , without]) => missing(without, coverage[part]))}
</section>
`;
}

/** How much is documented and was not seen to hold. */
export function uncoveredIn(coverage: Coverage): number {
  return parts.reduce((sum, [part]) => sum + coverage[part].missing.length, 0);
}

/** Nothing of nothing is no share, and what is short of all is not told as all. */
function row(title: string, { verified, of }: Share): Html {
  const share = of === 0 ? "none documented" : `${Math.floor((verified / of) * 100)} %`;
  return html`<tr><th scope="row">${title}</th><td>${share}</td><td>${grouped(verified)}</td><td>${grouped(of)}</td></tr>
`;
}

function missing(without: string, { missing: names }: Share): Html | undefined {
  if (names.length === 0) return undefined;
  return html`<details class="line"><summary><span>${without}</span> <span class="count">${grouped(names.length)}</span></summary>
<ul class="places">${names.map((name) => html`<li><code>${breakable(name)}</code></li>`)}</ul></details>
`;
}
