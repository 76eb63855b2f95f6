import { startOf } from "../../base/span.ts";
import type { Finding } from "../../rules/assertion.ts";
import type { News } from "../../rules/rule.ts";
import { isKnown } from "../baseline/outcome.ts";
import { type CauseGroup, causesOf, commonHint, reachPhrase } from "../causes.ts";
import { newsOf } from "../news.ts";
import { severities } from "../order.ts";
import { counted, grouped } from "../phrases.ts";
import { findingBadge } from "./badge.ts";
import { compared } from "./compared.ts";
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
  readonly status: "fail" | "known";
  readonly title?: Html;
  readonly item: Html;
}

/** What is wrong, cause by cause: what is new and gravest first. One wrong row with 47 examples is one entry. */
export function causeEntries(view: View): readonly CauseEntry[] {
  return kinds.flatMap((kind) => {
    const status = kind === "known" ? "known" : "fail";
    const findings = view.report.findings.filter((finding) => kindOf(finding) === kind);
    const title = titles[kind];
    return causesOf(findings).map((cause, index): CauseEntry => {
      const item = causeItem(view, cause);
      if (index > 0 || title === undefined) return { status, item };
      return {
        status,
        title: html`<h3>${title} <span class="count">${grouped(findings.length)}</span></h3>`,
        item,
      };
    });
  });
}

/** The entries as lists, a list for each kind. */
export function causeLists(entries: readonly CauseEntry[]): Html {
  const lists: { status: string; title: Html | undefined; items: Html[] }[] = [];
  for (const { status, title, item } of entries) {
    if (title || lists.length === 0) lists.push({ status, title, items: [] });
    lists.at(-1)?.items.push(item);
  }
  return html`${lists.map(({ status, title, items }) => html`<div class="${`of-${status}`}">${title}<ol class="findings">${items}</ol></div>`)}`;
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
  const { findings, waived, summary } = report;
  const known = findings.filter(isKnown).length;
  const bySeverity = severities
    .filter((severity) => summary.findings[severity] > 0)
    .map((severity) => [severity, counted(summary.findings[severity], severity)] as const);
  const byStatus = [
    ["fail", findings.length - known, "not accepted"],
    ["known", known, "known"],
    ["waived", waived.length, "waived"],
  ] as const;
  const groups = [
    choice("Show", bySeverity),
    choice(
      "Status",
      byStatus
        .filter(([, count]) => count > 0)
        .map(([status, count, word]) => [status, `${grouped(count)} ${word}`] as const),
    ),
  ].filter((group) => group !== undefined);
  return html`<form class="filter"${groups.length === 0 && html` hidden`}>
${groups}</form>`;
}

/** Boxes to choose by; nothing where there is nothing to choose. */
function choice(legend: string, boxes: readonly (readonly [name: string, text: string])[]): Html | undefined {
  if (boxes.length < 2) return undefined;
  return html`<fieldset><legend>${legend}</legend>${boxes.map(
    ([name, text]) => html`<label><input type="checkbox" id="${`show-${name}`}" checked> ${text}</label>
`,
  )}</fieldset>
`;
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
${compared(view, first)}
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
