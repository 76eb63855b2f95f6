import type { KnownFinding } from "../baseline/outcome.ts";
import { knownText } from "../baseline/phrases.ts";
import { badge } from "./badge.ts";
import { type Html, html } from "./escape.ts";
import { fact, subjectFact } from "./fact.ts";
import { breakable, type View } from "./view.ts";

/** What a baseline has and this run has not found: what was fixed, and what nobody can say. */
export function baselineSection(view: View): Html | undefined {
  const { baseline } = view.report;
  if (!baseline) return undefined;
  const { fixed, notJudged } = baseline;
  return html`<section id="baseline" aria-labelledby="baseline-title" tabindex="-1">
<h2 id="baseline-title">Fixed <span class="count">${fixed.length}</span></h2>
${
  fixed.length === 0
    ? html`<p>Nothing that <code>${baseline.file}</code> has was judged again and is gone.</p>`
    : html`<ol class="findings">${fixed.map((known) => item(view, known))}</ol>`
}
${
  notJudged.length > 0 &&
  html`<h3>Not judged now <span class="count">${notJudged.length}</span></h3>
<ol class="findings">${notJudged.map((known) => item(view, known, known.why))}</ol>`
}
</section>
`;
}

function item(view: View, known: KnownFinding, why?: string): Html {
  const { severity, rule, source, version, page, subject, example, pointer, fingerprint } = known;
  const head = why === undefined ? badge("pass", `fixed ${severity}`) : badge("unverified", `${severity}?`);
  return html`<li class="finding">
<div class="head">${head}</div>
<div class="body"><p class="ruleline">${view.rule(rule)}</p>
<p class="text">${knownText(known)}</p>
${why !== undefined && html`<p class="hint">Nobody can say: ${why}</p>`}
<dl class="facts">
${page !== undefined && fact("Page", html`<code>${breakable(page)}</code>`)}
${subjectFact(subject)}
${example !== undefined && example !== "" && fact("Example", html`<code>${breakable(example)}</code>`)}
${pointer !== undefined && pointer !== "" && fact("Pointer", html`<code>${breakable(pointer)}</code>`)}
${fact("Source", html`<code>${source}, ${version}</code>`)}
${fact("Fingerprint", html`<code><span class="fingerprint">${fingerprint}</span></code>`)}
</dl></div></li>
`;
}
