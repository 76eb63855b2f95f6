import { startOf } from "../../base/span.ts";
import { stepsOf } from "../../http/json-pointer.ts";
import { differingParts, type Part } from "../disagreement/difference.ts";
import { sourceName } from "../disagreement/sentence.ts";
import { verdictPhrase } from "../phrases.ts";
import type { ComparedExample, Side } from "../report.ts";
import { type AnchoredDisagreement, anchoredDisagreements } from "./anchored-disagreements.ts";
import { badge } from "./badge.ts";
import { type Html, html } from "./escape.ts";
import { fact } from "./fact.ts";
import { Url } from "./url.ts";
import { breakable, judgementAnchor, type View } from "./view.ts";

/** Where sources that were asked the same disagree, and who is right; nothing for a report of one source. */
export function disagreementsSection(view: View): Html | undefined {
  if (view.report.summary.sources.length < 2) return undefined;
  const { settled, agreed } = anchoredDisagreements(view.report);
  return html`<section id="disagreements" aria-labelledby="disagreements-title">
<h2 id="disagreements-title">Disagreements <span class="count">${settled.length}</span></h2>
${
  settled.length === 0
    ? html`<p>Where the sources were asked the same, none breaks a promise that another keeps.</p>`
    : html`<p class="lead">The same request has different answers in these sources. The contract, which is what all pages together promise, tells which of them is right.</p>
<ol class="findings">${settled.map((each) => item(view, each))}</ol>`
}
${
  agreed.length > 0 &&
  html`<h3 class="apart">Agreed with each other, not with the contract <span class="count">${agreed.length}</span></h3>
<ol class="findings">${agreed.map((each) => item(view, each))}</ol>`
}
</section>
`;
}

function item(view: View, { disagreement, anchor }: AnchoredDisagreement): Html {
  const { rule, why, right, examples } = disagreement;
  const [first, ...others] = examples;
  const number = anchor.split("-")[1];
  return html`<li class="finding disagreement" id="${anchor}">
<div class="head">${badge(right.length > 0 ? "pass" : "error", verdictPhrase(disagreement))}<a class="number" href="${Url.anchor(anchor)}"><span class="hidden">${anchor.replace("-", " ")}</span><span aria-hidden="true">${number}</span></a></div>
<div class="body"><p class="ruleline">${view.rule(rule)}</p>
<p class="text">${why}</p>
${first && told(view, first)}
${others.length > 0 && elsewhere(view, others)}
</div></li>
`;
}

function told(view: View, { span, operation, example, pointer, sides }: ComparedExample): Html {
  const values = differingParts(sides.map(({ shows = "" }) => shows));
  return html`<p class="where">${view.place(startOf(span))}</p>
<dl class="sides">${sides.map((side, index) => sideOf(view, side, values[index]))}</dl>
<dl class="facts">
${operation !== undefined && fact("Operation", html`<code>${breakable(operation)}</code>`)}
${example !== "" && fact("Example", html`<code>${breakable(example)}</code>`)}
${pointer !== undefined && pointer !== "" && fact("Pointer", html`<code>${breakable(pointer)}</code>`)}
</dl>`;
}

function sideOf(view: View, side: Side, value: readonly Part[] = []): Html {
  const { source, right, judgement } = side;
  const what = source === "documented" ? "example" : "answer";
  return html`<div><dt>${badge(right ? "pass" : "error", source)}</dt>
<dd>${shown(side, value)} <a href="${view.to(judgementAnchor(judgement))}">Show the ${what}<span class="hidden"> of ${sourceName[source]}</span></a></dd></div>
`;
}

/** In a value too long to be compared at a glance, what differs stands out. */
const glance = 40;

function shown({ shows, pointer }: Side, value: readonly Part[]): Html | undefined {
  const name = pointer === undefined ? "" : (stepsOf(pointer).at(-1) ?? "");
  const isNamed = name !== "" && !/^\d+$/.test(name);
  if (shows !== undefined) {
    const told = shows.length > glance ? value.map(partOf) : breakable(shows);
    return html`<code>${isNamed && html`${breakable(JSON.stringify(name))}: `}${told}</code>`;
  }
  return pointer === undefined
    ? undefined
    : html`<span class="meta">no <code>${breakable(name)}</code></span>`;
}

function partOf({ text, differs }: Part): Html {
  return differs ? html`<strong>${breakable(text)}</strong>` : breakable(text);
}

const namedAtMost = 8;

function elsewhere(view: View, examples: readonly ComparedExample[]): Html {
  const more = examples.length - namedAtMost;
  return html`<p class="also">Also in ${examples
    .slice(0, namedAtMost)
    .map(
      ({ span }, index) => html`${index > 0 && ", "}${view.shortPlace(startOf(span))}`,
    )}${more > 0 && ` and ${more} more`}</p>`;
}
