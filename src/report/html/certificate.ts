import { groupBy } from "../../base/group-by.ts";
import { countReasons } from "../counts.ts";
import { columnsOf } from "../matrix.ts";
import { extentPhrases, grouped, severityPhrases } from "../phrases.ts";
import { reasonWords } from "../reason-words.ts";
import type { Report, WaivedFinding } from "../report.ts";
import { type Html, html } from "./escape.ts";
import { breakable } from "./view.ts";

/** Of more waivers the first are named; the report has all. */
const mostWaivers = 15;

/** What a verdict rests on, for paper alone: on a screen the report itself says it. */
export function certificate(report: Report): Html {
  const { tool, provenance, summary, judgements, rules } = report;
  const { generatedAt, inputs } = provenance;
  const versions = [...new Set(judgements.map(({ version }) => version))].sort().reverse();
  const metadata = columnsOf(report).includes("metadata") ? ", and its metadata" : "";
  return html`<dl class="certificate">
${line("Certificate", html`Microsoft Graph, held to its documentation`)}
${line("Judged", html`${inputs.map((input, index) => html`${index > 0 && ", "}<code>${breakable(input)}</code>`)}: ${extentPhrases(summary).join(", ")}`)}
${line("Against", html`what the pages promise of Microsoft Graph ${versions.join(" and ")}${metadata}, by ${grouped(rules.length)} rules`)}
${line("By", html`${tool.name} ${tool.version}, <time datetime="${generatedAt}">${generatedAt.replace("T", " ").replace(/(?:\.\d+)?Z$/, " UTC")}</time>`)}
${line("Counts", html`${severityPhrases(summary).join(", ")}; ${grouped(summary.assertions.waived)} waived; ${grouped(summary.assertions.notVerified)} not verified; ${grouped(summary.assertions.pass)} passed`)}
${line("Not verified", notVerified(report))}
${line("Waived", waivers(report))}
</dl>`;
}

function line(name: string, value: Html): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function notVerified({ judgements }: Report): Html {
  const reasons = countReasons(judgements);
  if (reasons.length === 0) return html`nothing that applies was left unverified`;
  return html`<ul>${reasons.map(({ reason, count }) => html`<li>${grouped(count)} ${reason}: ${reasonWords[reason].why}</li>`)}</ul>`;
}

function waivers({ waived }: Report): Html {
  if (waived.length === 0) return html`nothing`;
  const alike = ({ rule, waiver: { reason, owner, expires } }: WaivedFinding) =>
    JSON.stringify([rule, reason, owner, expires]);
  const groups = [...groupBy(waived, alike).values()];
  const more = groups.length - mostWaivers;
  return html`<ul>${groups.slice(0, mostWaivers).map(waiverLine)}${
    more > 0 && html`<li>and ${grouped(more)} more, in the report</li>`
  }</ul>`;
}

function waiverLine(findings: readonly WaivedFinding[]): Html | undefined {
  const [first] = findings;
  if (!first) return undefined;
  const { reason, owner, expires } = first.waiver;
  const times = findings.length > 1 ? ` × ${grouped(findings.length)}` : "";
  return html`<li><code>${breakable(first.rule)}</code>${times}: ${reason} (${owner}, until ${expires})</li>`;
}
