import type { TrendRun } from "../trend/trend-run.ts";
import { type Html, html } from "./escape.ts";

const height = { above: 110, below: 50 };
const width = { bar: 26, step: 40 };
/** Of more runs the last ones are drawn; the table has all. */
const mostRuns = 24;

type Part = "still" | "new" | "waived" | "fixed";

const names: Readonly<Record<Part, string>> = {
  new: "new",
  still: "still there",
  waived: "waived",
  fixed: "fixed since the run before",
};

/**
 * Bars from run to run: above the line what was found, below it what was fixed. It says nothing that the table does not
 * say in words, and so nobody has to see it.
 */
export function trendChart(trend: readonly TrendRun[]): Html {
  const runs = trend.slice(-mostRuns);
  const drawn = runs.map(partsOf);
  const above = Math.max(1, ...drawn.map(({ still, new: fresh, waived }) => still + fresh + waived));
  const below = Math.max(0, ...drawn.map(({ fixed }) => fixed));
  // One scale for both, so that they can be compared.
  const unit = Math.min(height.above / above, below > 0 ? height.below / below : Number.POSITIVE_INFINITY);
  const line = Math.round(above * unit);
  const all = line + Math.round(below * unit) + 2;
  const across = runs.length * width.step;
  const bars = drawn.map((parts, index) => {
    const x = index * width.step + (width.step - width.bar) / 2;
    let y = line;
    const stacked = (["still", "new", "waived"] as const).map((part) => {
      const tall = parts[part] * unit;
      y -= tall;
      return bar(part, x, y, tall);
    });
    return html`<g>${stacked}${bar("fixed", x, line + 1, parts.fixed * unit)}</g>`;
  });
  const present = (Object.keys(names) as Part[]).filter((part) => drawn.some((parts) => parts[part] > 0));
  return html`<figure class="trendchart">
<svg viewBox="0 0 ${across} ${all}" width="${across}" height="${all}" aria-hidden="true">${bars}<line x1="0" x2="${across}" y1="${line + 0.5}" y2="${line + 0.5}"/></svg>
<figcaption>${present.map((part) => html`<span class="${`of-${part}`}">${names[part]}</span>`)}${
    runs.length < trend.length && html`<span class="meta">the last ${runs.length} runs</span>`
  }</figcaption>
</figure>`;
}

/** Of the first run nothing is known to be new. */
function partsOf({ findings, waived, change }: TrendRun): Readonly<Record<Part, number>> {
  const found = findings.error + findings.warning + findings.info;
  return { still: change?.still ?? found, new: change?.new ?? 0, waived, fixed: change?.fixed ?? 0 };
}

/** What is there at all can be seen. */
function bar(part: Part, x: number, y: number, tall: number): Html | undefined {
  if (tall <= 0) return undefined;
  return html`<rect class="${`of-${part}`}" x="${x}" y="${y.toFixed(1)}" width="${width.bar}" height="${Math.max(tall, 1).toFixed(1)}"/>`;
}
