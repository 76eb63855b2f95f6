import { startOf } from "../../base/span.ts";
import type { Finding } from "../../rules/assertion.ts";
import type { News } from "../../rules/rule.ts";
import { isKnown } from "../baseline/outcome.ts";
import { failedIn } from "../counts.ts";
import { newsOf } from "../news.ts";
import { severities } from "../order.ts";
import { counted, hintOf } from "../phrases.ts";
import type { WaivedFinding } from "../report.ts";
import { waiverText } from "./assertion-list.ts";
import { badge, findingBadge } from "./badge.ts";
import { type Html, html } from "./escape.ts";
import { fact, subjectFact } from "./fact.ts";
import { fallsInto } from "./mark-message.ts";
import { Url } from "./url.ts";
import { breakable, causeOf, judgementAnchor, type View } from "./view.ts";

/** All findings, with a filter by severity that needs no script. */
export function findingsSection(view: View): Html {
  const { findings } = view.report;
  return html`<section id="findings" aria-labelledby="findings-title" tabindex="-1">
<h2 id="findings-title">Findings <span class="count">${findings.length}</span></h2>
${
  findings.length === 0
    ? html`<p>No finding${view.report.waived.length > 0 && " that is not waived"}.</p>`
    : html`${filter(view)}${list(view, undefined)}${list(view, "newer")}${list(view, "left out")}${list(view, "known")}`
}
</section>
`;
}

/** What the baseline has is a kind of its own, be it news or not. */
type Kind = News | "known";

function kindOf(finding: Finding): Kind | undefined {
  return isKnown(finding) ? "known" : newsOf(finding);
}

const titles: Readonly<Record<Kind, string>> = {
  newer: "Newer than the pages",
  "left out": "Left out by the service",
  known: "Known from the baseline",
};

/** The findings of a kind, or of none; each keeps its number. */
function list(view: View, kind: Kind | undefined): Html | undefined {
  const items = view.report.findings.flatMap((finding, index) =>
    kindOf(finding) === kind ? item(view, finding, `finding-${index + 1}`, findingBadge(finding)) : [],
  );
  if (items.length === 0) return undefined;
  const title = kind && html`<h3>${titles[kind]} <span class="count">${items.length}</span></h3>`;
  return html`${title}<ol class="findings">${items}</ol>`;
}

/** What waivers accept; nothing when there is none. */
export function waivedSection(view: View): Html | undefined {
  const { waived } = view.report;
  if (waived.length === 0) return undefined;
  return html`<section id="waived" aria-labelledby="waived-title">
<h2 id="waived-title">Waived <span class="count">${waived.length}</span></h2>
<ol class="findings">${waived.map((finding, index) => item(view, finding, `waived-${index + 1}`, badge("waived", `waived ${finding.severity}`), finding))}</ol>
</section>
`;
}

function filter(view: View): Html {
  const present = severities.filter((severity) => view.report.summary.findings[severity] > 0);
  const boxes = present.map(
    (
      severity,
    ) => html`<label><input type="checkbox" id="${`show-${severity}`}" checked> ${counted(view.report.summary.findings[severity], severity)}</label>
`,
  );
  return html`<form class="filter"${present.length < 2 && view.report.findings.length < 20 && html` hidden`}>
<fieldset><legend>Show</legend>${boxes}</fieldset>
<label class="search" hidden>Containing <input type="search" id="filter-text" autocomplete="off" spellcheck="false"></label>
</form>`;
}

function item(view: View, finding: Finding, anchor: string, head: Html, waived?: WaivedFinding): Html {
  const { severity, rule, message, span, subject, example, pointer, fingerprint } = finding;
  const hint = hintOf(finding);
  const source = subject.kind === "waiver" ? finding.source : `${finding.source}, ${finding.version}`;
  return html`<li class="finding ${severity}" id="${anchor}">
<div class="head">${head}<a class="number" href="${Url.anchor(anchor)}"><span class="hidden">${anchor.replace("-", " ")}</span><span aria-hidden="true">${anchor.startsWith("waived") && "w"}${anchor.split("-")[1]}</span></a></div>
<div class="body"><p class="ruleline">${view.rule(rule)}</p>
<p class="text">${message}</p>
${hint !== undefined && html`<p class="hint">Hint: ${hint}</p>`}
${waived && waiverText(waived.waiver)}
<p class="where">${finding.source !== "documented" && "the answer to "}${view.place(startOf(span))}</p>
<dl class="facts">
${subjectFact(subject)}
${example !== undefined && example !== "" && fact("Example", html`<code>${breakable(example)}</code>`)}
${pointer !== undefined && pointer !== "" && fact("Pointer", html`<code>${breakable(pointer)}</code>`)}
${fact("Source", html`<code>${source}</code>`)}
${fact("Fingerprint", html`<code><span class="fingerprint">${fingerprint}</span></code>`)}
</dl>
<p class="links">${exchangeLink(view, finding, anchor)}${sameCause(view, finding, anchor)}</p>
</div></li>
`;
}

function exchangeLink(view: View, finding: Finding, anchor: string): Html | undefined {
  const number = view.judgementOf.get(finding);
  const judgement = view.report.judgements[number ?? -1];
  if (number === undefined || judgement === undefined) return undefined;
  const shown = failedIn(judgement, anchor.startsWith("finding") ? "fail" : "waived").find(
    (each) => each === finding,
  );
  const marked = [judgement.request, judgement.response].some(
    (message) => shown && fallsInto(message, shown),
  );
  const target = marked ? `at-${anchor}` : judgementAnchor(number);
  const what = judgement.kind === "page" ? "page" : "exchange";
  return html`<a href="${Url.anchor(target)}">${marked ? `Show in the ${what}` : `Show the ${what}`}</a>`;
}

const namedAtMost = 5;

/** The other findings with the same root. */
function sameCause(view: View, finding: Finding, anchor: string): Html | undefined {
  if (!anchor.startsWith("finding")) return undefined;
  const others = (view.byCause.get(causeOf(finding)) ?? []).filter(
    (number) => `finding-${number + 1}` !== anchor,
  );
  if (others.length === 0) return undefined;
  const more = others.length - namedAtMost;
  return html`<span class="cause">Same cause: ${others
    .slice(0, namedAtMost)
    .map(
      (number) =>
        html`<a href="${Url.anchor(`finding-${number + 1}`)}"><span class="hidden">finding </span>${number + 1}</a> `,
    )}${more > 0 && `and ${more} more`}</span>`;
}
