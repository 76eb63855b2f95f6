import type { Location } from "../../base/location.ts";
import { type Level, levels } from "../../diff/change.ts";
import { badge, type Tone, toneIcon } from "../html/badge.ts";
import { type Html, html } from "../html/escape.ts";
import { fact } from "../html/fact.ts";
import { contentsList, htmlDocument } from "../html/html-document.ts";
import { Url } from "../html/url.ts";
import { breakable, type HtmlOptions } from "../html/view.ts";
import { counted, grouped } from "../phrases.ts";
import { besidePhrase } from "./change-beside.ts";
import { besideSection } from "./change-html-beside.ts";
import { reachPhrases, weighedPhrase } from "./change-places.ts";
import type { ChangeReport, WaivedChange, WeighedChange } from "./change-report.ts";
import { titles } from "./change-terminal.ts";

const tones: Readonly<Record<Level, Tone>> = {
  breaking: "error",
  risky: "warning",
  compatible: "info",
  sharpened: "pass",
};

type Link = (location: Location) => Html;

/** The changes in the report's shell: what breaks in full, the rest folded, every value of a page escaped. */
export function renderChangeHtml(report: ChangeReport, options: HtmlOptions = {}): string {
  const { summary, changes, waived } = report;
  const pathTo = options.pathTo ?? ((file: string) => file);
  const link: Link = ({ file, line }) =>
    html`<a class="place" href="${Url.file(pathTo(file), line)}">${breakable(file)}:${line}</a>`;
  const byLevel = levels.map((level) => ({ level, own: changes.filter((change) => change.level === level) }));
  const shown = byLevel.filter(({ own }) => own.length > 0);
  const tone = summary.verdict === "broken" ? "error" : "pass";
  return htmlDocument(
    summary.sentence,
    html`<header class="report">
<p class="product">${report.tool.name} <span>${report.tool.version}</span></p>
<h1 class="${tone}">${toneIcon(tone)}<span>${headline(report)}</span></h1>
<dl class="counts">${levels.map(
      (level) =>
        html`<div class="${tones[level]}"><dt>${titles[level]}</dt><dd>${grouped(summary.counts[level])}</dd></div>`,
    )}</dl>
<p class="meta">From <code>${report.before}</code> to <code>${report.after}</code>, weighed for ${weighedPhrase(report)}${report.policy !== undefined && html`, with the policy <code>${report.policy}</code>`}. Exit code 1 from ${report.failOn} on.</p>
</header>
${contentsList([
  ...shown.map(({ level, own }) => [level, titles[level], own.length] as const),
  ...(report.metadata
    ? [["metadata", "Beside the metadata", report.metadata.metadataOnly.length] as const]
    : []),
  ...(waived.length > 0 ? [["waived", "Waived", waived.length] as const] : []),
])}
<main id="main">
${report.waiverFindings.map(({ message, location }) => html`<p>${link(location)} ${message}</p>`)}
${shown.map(({ level, own }) => section(level, own, link))}
${report.metadata && besideSection(report.metadata, foldedRules(report.metadata.metadataOnly, link, "metadata"))}
${
  waived.length > 0 &&
  html`<section id="waived" aria-labelledby="waived-title"><h2 id="waived-title">Waived <span class="count">${waived.length}</span></h2>
<ol class="findings">${waived.map((change) => item(change, link, change))}</ol></section>`
}
</main>`,
  );
}

function headline({ summary: { counts, sentence }, changes }: ChangeReport): Html {
  if (changes.length === 0) return html`<strong>${sentence}</strong>`;
  const of = `of ${counted(changes.length, "change")}`;
  return counts.breaking > 0
    ? html`<strong>${grouped(counts.breaking)} breaking</strong> ${of}`
    : html`<strong>Nothing breaking</strong> ${of}`;
}

function section(level: Level, own: readonly WeighedChange[], link: Link): Html {
  const title = `${level}-title`;
  const folded = level === "compatible" || level === "sharpened";
  return html`<section id="${level}" aria-labelledby="${title}" tabindex="-1">
<h2 id="${title}">${titles[level]} <span class="count">${grouped(own.length)}</span></h2>
${folded ? foldedRules(own, link) : html`<ol class="findings">${own.map((change) => item(change, link))}</ol>`}
</section>
`;
}

/** What breaks nobody: a list for each rule, closed. */
function foldedRules(own: readonly WeighedChange[], link: Link, of: "pages" | "metadata" = "pages"): Html {
  const rules = [...new Set(own.map(({ rule }) => rule))];
  return html`${rules.map((rule) => {
    const changes = own.filter((change) => change.rule === rule);
    return html`<details><summary><span class="rule">${rule}</span> <span class="count">${changes.length}</span></summary>
<p class="hint">${changes[0]?.breaks}</p>
<ul>${changes.map((change) => html`<li id="${`change-${change.fingerprint}`}">${change.message}${extra(change, of)} ${sides(change, link)}</li>`)}</ul></details>`;
  })}`;
}

function item(change: WeighedChange, link: Link, waived?: WaivedChange): Html {
  const { level, rule, message, breaks, guess, weighs, reaches, places, fingerprint, evidence } = change;
  const others = places.slice(1).map(({ subject }) => subject.id);
  return html`<li class="finding ${tones[level]}" id="${`change-${fingerprint}`}">
<div class="head">${badge(waived ? "waived" : tones[level], waived ? `waived ${level}` : level)}</div>
<div class="body"><p class="ruleline"><span class="rule">${rule}</span></p>
<p class="text">${message}${guess && " (a guess)"}</p>
<p class="hint">${breaks}</p>
${waived && html`<p class="waiver">${waived.waiver.reason} (${waived.waiver.owner}, until ${waived.waiver.expires})</p>`}
<p class="where">${sides(change, link)}</p>
<dl class="facts">
${fact("Read", html`${weighs.read}`)}${fact("Write", html`${weighs.write}`)}${fact("SDK", html`${weighs.sdk}`)}${fact("Gate", html`${weighs.gate}`)}
${change.decided && fact("Weighed by the policy for", html`${change.decided.join(", ")}`)}
${change.beside && fact("Metadata", html`${besidePhrase(change)}`)}
${evidence !== undefined && fact("Evidence", html`${evidence}`)}
${fact("Fingerprint", html`<code><span class="fingerprint">${fingerprint}</span></code>`)}
</dl>
${others.length > 0 && names(`The same at ${counted(others.length, "more place")}`, others)}
${reaches.length > 0 && names(`Reaches ${counted(reaches.length, "operation")}`, reaches)}
</div></li>
`;
}

function names(title: string, all: readonly string[]): Html {
  return html`<details><summary>${title}</summary><ul>${all.map((name) => html`<li><code>${breakable(name)}</code></li>`)}</ul></details>`;
}

function extra(change: WeighedChange, of: "pages" | "metadata"): string {
  const phrases = [...reachPhrases(change), besidePhrase(change, of)].filter((phrase) => phrase !== "");
  return phrases.length === 0 ? "" : ` (${phrases.join(", ")})`;
}

function sides({ places: [{ before, after }] }: WeighedChange, link: Link): Html {
  const old = before?.location;
  const next = after?.location;
  return html`${old && link(old)}${old && next && " → "}${next && link(next)}`;
}
