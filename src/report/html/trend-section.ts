import { grouped } from "../phrases.ts";
import type { TrendRun } from "../trend/trend-run.ts";
import { type Html, html } from "./escape.ts";
import { trendChart } from "./trend-chart.ts";
import { breakable, type View } from "./view.ts";

/** What became of the findings from run to run: a chart, and the same in numbers below it. */
export function trendSection({ report: { trend } }: View): Html | undefined {
  if (!trend) return undefined;
  return html`<section id="trend" aria-labelledby="trend-title">
<h2 id="trend-title">Trend <span class="count">${trend.length} runs</span></h2>
${trendChart(trend)}
<div class="scroller" tabindex="0"><table class="trend">
<caption class="hidden">What became of the findings from run to run</caption>
<thead><tr><th scope="col">Run</th><th scope="col">Verdict</th>${numbers.map(([name]) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${trend.map(row)}</tbody>
</table></div>
<p class="meta">New and still are the findings of a run; what a waiver accepts is neither fixed nor passed. Not judged is what the run before had, and nobody can say whether it is gone.</p>
</section>
`;
}

const numbers: readonly (readonly [string, (run: TrendRun) => number | undefined])[] = [
  ["Findings", ({ findings }) => findings.error + findings.warning + findings.info],
  ["Errors", ({ findings }) => findings.error],
  ["New", ({ change }) => change?.new],
  ["Still", ({ change }) => change?.still],
  ["Fixed", ({ change }) => change?.fixed],
  ["Not judged", ({ change }) => change?.notJudged],
  ["Waived", ({ waived }) => waived],
];

function row(run: TrendRun): Html {
  const { at, version, file, verdict } = run;
  return html`<tr><th scope="row"><time datetime="${at}">${timeOf(at)}</time><p class="meta">${
    file === undefined ? "this run" : html`<code>${breakable(file)}</code>`
  }, ${version}</p></th><td>${verdict}</td>${numbers.map(([name, of]) => {
    const count = of(run);
    return html`<td data-name="${name}">${count === undefined ? html`<span class="meta">–<span class="hidden"> not known of the first</span></span>` : grouped(count)}</td>`;
  })}</tr>
`;
}

/** `2026-11-27 20:15 UTC`. */
export function timeOf(at: string): string {
  return at.replace("T", " ").replace(/:\d\d(?:\.\d+)?Z$/, " UTC");
}
