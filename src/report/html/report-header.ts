import { outcomePhrases } from "../baseline/phrases.ts";
import { countReasons } from "../counts.ts";
import { harmlessIn, idleRules, markOf, newsPhrases } from "../news.ts";
import { coveragePhrases, extentPhrases, grouped } from "../phrases.ts";
import type { Report } from "../report.ts";
import type { AssertionCounts } from "../summary.ts";
import { toneIcon, toneOfVerdict, verdictBadge } from "./badge.ts";
import { certificate } from "./certificate.ts";
import { type Html, html } from "./escape.ts";
import { tally } from "./tally.ts";
import { Url } from "./url.ts";

type Counts = AssertionCounts & { readonly info: number; readonly known: number };

const statuses: readonly (readonly [keyof Counts, string, string])[] = [
  ["fail", "Failed", "error"],
  ["info", "Info", "info"],
  ["known", "Known", "waived"],
  ["waived", "Waived", "waived"],
  ["notVerified", "Not verified", "unverified"],
  ["pass", "Passed", "pass"],
  ["notApplicable", "Not applicable", "quiet"],
];

/** The verdict as sign and sentence, the counts, and where the report comes from. */
export function reportHeader(report: Report): Html {
  const { summary, tool } = report;
  const rest = summary.sentence.startsWith(summary.verdict)
    ? summary.sentence.slice(summary.verdict.length)
    : ` (${summary.sentence})`;
  // What ends the verdict stands with it, however narrow the screen is.
  const [end = ""] = /^[:,;]?/.exec(rest) ?? [];
  const reasons = countReasons(report.judgements);
  const tone = toneOfVerdict(markOf(summary, summary.sources));
  // What breaks nothing has not failed.
  const { infos, known } = harmlessIn(summary.sources);
  const failed = summary.assertions.fail - infos - known;
  const counts: Counts = { ...summary.assertions, fail: failed, info: infos, known };
  const shown = statuses.filter(([key]) => (key !== "info" && key !== "known") || counts[key] > 0);
  return html`<header class="report">
<p class="product">${tool.name} <span>${tool.version}</span></p>
<h1 class="${tone}">${toneIcon(tone)}<span><strong>${summary.verdict}${end}</strong>${rest.slice(end.length)}</span></h1>
${bar(counts)}
<dl class="counts">${shown.map(
    ([key, word, tone]) => html`<div class="${tone}"><dt>${word}</dt><dd>${grouped(counts[key])}</dd></div>`,
  )}</dl>
<p>${sentence(extentPhrases(summary))} judged. ${
    reasons.length > 0 &&
    `Not verified, by reason: ${reasons.map(({ reason, count }) => `${reason} ${count}`).join(", ")}.`
  }</p>
${held(report)}
${news(report)}
${coverage(report)}
${idle(report)}
${bySource(report)}
${provenance(report)}
${certificate(report)}
</header>
`;
}

/** What became of the baseline, in numbers. */
function held({ baseline }: Report): Html | undefined {
  if (!baseline) return undefined;
  return html`<p>Held against <code>${baseline.file}</code>, of ${baseline.version}: ${outcomePhrases(baseline).join(", ")}. What is known fails nothing.</p>`;
}

/** What breaks nothing, counted apart. */
function news({ summary }: Report): Html | undefined {
  const told = newsPhrases(summary);
  return told.length === 0
    ? undefined
    : html`<p>Of the info findings, which break nothing: ${told.join(", ")}.</p>`;
}

/** The rules that had nothing to judge on a live service. */
function idle(report: Report): Html | undefined {
  const rules = idleRules(report);
  if (rules.length === 0) return undefined;
  return html`<details><summary>${rules.length} rules had nothing to judge</summary><ul>${rules.map(
    ({ id, why }) => html`<li><code>${id}</code>: ${why}</li>`,
  )}</ul></details>`;
}

/** Of more operations than these, the section about the coverage has the others. */
const fewNames = 10;

/** How much of a live service was verified, and the first operations that were not. */
function coverage({ coverage }: Report): Html | undefined {
  if (!coverage) return undefined;
  const { missing } = coverage.operations;
  const more = missing.length - fewNames;
  return html`<p>Verified: ${coveragePhrases(coverage).join(", ")}.${
    missing.length > 0 &&
    html` Of these operations nothing was: ${missing.slice(0, fewNames).map((name, index) => html`${index > 0 && ", "}<code>${name}</code>`)}${
      more > 0 && html` and <a href="${Url.anchor("coverage")}">${grouped(more)} more</a>`
    }.`
  }</p>`;
}

/** What each source adds, when there are several. */
function bySource({ summary: { sources } }: Report): Html | undefined {
  if (sources.length < 2) return undefined;
  return html`<dl class="sources">${sources.map(
    (each) =>
      html`<div><dt>${each.source}</dt><dd>${verdictBadge(each.verdict, markOf(each, [each]))} ${tally(each.assertions, each.findings, each.known)}</dd></div>`,
  )}</dl>`;
}

/** How the assertions that applied fall into statuses, as one line; whatever is there at all can be seen. */
function bar(counts: Counts): Html | undefined {
  const shown = statuses.filter(([key]) => key !== "notApplicable" && counts[key] > 0);
  const total = shown.reduce((sum, [key]) => sum + counts[key], 0);
  if (total === 0) return undefined;
  const widths = shown.map(([key]) => Math.max((counts[key] / total) * 1000, 8));
  const scale = 1000 / widths.reduce((sum, width) => sum + width, 0);
  let x = 0;
  const stretches = shown.map(([, , tone], index) => {
    const width = (widths[index] ?? 0) * scale;
    const rect = html`<rect class="${tone}" x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="8"/>`;
    x += width;
    return rect;
  });
  return html`<svg class="bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">${stretches}</svg>`;
}

function provenance({ provenance, failOn, tool }: Report): Html {
  const { generatedAt, node, platform, inputs } = provenance;
  return html`<p class="meta">Made <time datetime="${generatedAt}">${generatedAt.replace("T", " ").replace(/(?:\.\d+)?Z$/, " UTC")}</time> by ${tool.name} ${tool.version} on Node ${node}, ${platform}${
    inputs.length > 0 &&
    html`, from ${inputs.map((input, index) => html`${index > 0 && ", "}<code>${input}</code>`)}`
  }. A finding of severity ${failOn}${failOn !== "error" && " or above"} makes it not conformant.</p>`;
}

function sentence(phrases: readonly string[]): string {
  return `${phrases.slice(0, -1).join(", ")} and ${phrases.at(-1)}`;
}
