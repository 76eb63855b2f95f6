import { startOf } from "../../base/span.ts";
import type { Finding } from "../../rules/assertion.ts";
import type { News } from "../../rules/rule.ts";
import { isKnown } from "../baseline/outcome.ts";
import { type CauseGroup, causesOf, commonHint, reachPhrase } from "../causes.ts";
import { newsOf } from "../news.ts";
import { severities } from "../order.ts";
import { counted, grouped } from "../phrases.ts";
import { findingBadge } from "./badge.ts";
import { type Html, html } from "./escape.ts";
import { findingItem } from "./finding-item.ts";
import type { View } from "./view.ts";

/** What the baseline has is a kind of its own, be it news or not. */
type Kind = News | "known" | "fresh";

function kindOf(finding: Finding): Kind {
  return isKnown(finding) ? "known" : (newsOf(finding) ?? "fresh");
}

const titles: Readonly<Record<Kind, string | undefined>> = {
  fresh: undefined,
  newer: "Newer than the pages",
  "left out": "Left out by the service",
  known: "Known from the baseline",
};

const kinds = ["fresh", "newer", "left out", "known"] as const satisfies readonly Kind[];

/** One cause as an entry of a list; `title` stands above the first one of its kind. */
export interface CauseEntry {
  readonly title?: Html;
  readonly item: Html;
}

/** What is wrong, cause by cause: what is new and gravest first. One wrong row with 47 examples is one entry. */
export function causeEntries(view: View): readonly CauseEntry[] {
  return kinds.flatMap((kind) => {
    const findings = view.report.findings.filter((finding) => kindOf(finding) === kind);
    const title = titles[kind];
    return causesOf(findings).map((cause, index): CauseEntry => {
      const item = causeItem(view, cause);
      if (index > 0 || title === undefined) return { item };
      return { title: html`<h3>${title} <span class="count">${grouped(findings.length)}</span></h3>`, item };
    });
  });
}

/** The entries as lists, a list for each kind. */
export function causeLists(entries: readonly CauseEntry[]): Html {
  const lists: { title: Html | undefined; items: Html[] }[] = [];
  for (const { title, item } of entries) {
    if (title || lists.length === 0) lists.push({ title, items: [] });
    lists.at(-1)?.items.push(item);
  }
  return html`${lists.map(({ title, items }) => html`${title}<ol class="findings">${items}</ol>`)}`;
}

/** What stands in the section of findings around them. */
export interface FindingsShown {
  readonly entries: readonly CauseEntry[];
  /** The search, or the way to it. */
  readonly before?: Html;
  /** The way to those that stand elsewhere. */
  readonly rest?: Html | undefined;
}

/** All findings, with a filter by severity that needs no script. */
export function findingsSection(view: View, { entries, before, rest }: FindingsShown): Html {
  const { findings, waived } = view.report;
  return html`<section id="findings" aria-labelledby="findings-title" tabindex="-1">
<h2 id="findings-title">Findings <span class="count">${grouped(findings.length)}</span></h2>
${
  findings.length === 0
    ? html`<p>No finding${waived.length > 0 && " that is not waived"}.</p>`
    : html`${before}<div data-lists>${filter(view)}${causeLists(entries)}${rest}</div>`
}
</section>
`;
}

/** What waivers accept; nothing when there is none. */
export function waivedSection(view: View): Html | undefined {
  const { waived } = view.report;
  if (waived.length === 0) return undefined;
  return html`<section id="waived" aria-labelledby="waived-title">
<h2 id="waived-title">Waived <span class="count">${grouped(waived.length)}</span></h2>
<ol class="findings">${waived.map((finding) => findingItem(view, finding))}</ol>
</section>
`;
}

/** Without a script, by style alone. */
function filter({ report }: View): Html {
  const present = severities.filter((severity) => report.summary.findings[severity] > 0);
  const boxes = present.map(
    (
      severity,
    ) => html`<label><input type="checkbox" id="${`show-${severity}`}" checked> ${counted(report.summary.findings[severity], severity)}</label>
`,
  );
  return html`<form class="filter"${present.length < 2 && html` hidden`}>
<fieldset><legend>Show</legend>${boxes}</fieldset>
</form>`;
}

/** Of a cause with more findings than these, the others are told by the search. */
const mostLinks = 12;

function causeItem(view: View, cause: CauseGroup): Html {
  const { severity, sentence, first, findings } = cause;
  // Where there is one, and it stands here, it tells all.
  if (findings.length === 1 && (!view.split || !view.judgementOf.has(first))) return findingItem(view, first);
  const hint = commonHint(cause);
  const reach = reachPhrase(cause);
  return html`<li class="finding cause ${severity}" id="${`c-${first.fingerprint}`}">
<div class="head">${findingBadge(first)}${findings.length > 1 && html`<span class="count">× ${grouped(findings.length)}</span>`}</div>
<div class="body"><p class="ruleline">${view.rule(first.rule)}</p>
<p class="text">${sentence}</p>
${hint !== undefined && html`<p class="hint">Hint: ${hint}</p>`}
<p class="where">${first.source !== "documented" && `${first.source}, the answer to `}${view.place(startOf(first.span))}${reach !== undefined && `, ${reach}`}</p>
${view.split ? links(view, cause) : all(view, cause)}
</div></li>
`;
}

function all(view: View, { findings }: CauseGroup): Html {
  return html`<details class="line"><summary>All ${grouped(findings.length)} findings</summary>
<ol class="findings">${findings.map((finding) => findingItem(view, finding))}</ol></details>`;
}

function links(view: View, { first, findings }: CauseGroup): Html {
  const more = findings.length - mostLinks;
  const shown = findings.slice(0, mostLinks).map((finding, index) => {
    const { file, line } = startOf(finding.span);
    return html`${index > 0 && ", "}<a href="${view.to(view.anchorOf(finding))}">${file.slice(file.lastIndexOf("/") + 1)}:${line}</a>`;
  });
  return html`<p class="also">Shown at ${shown}${more > 0 && html` and <a href="${view.search(`rule:${first.rule}`)}">${grouped(more)} more</a>`}</p>`;
}
