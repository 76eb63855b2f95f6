import type { Judgement } from "../../rules/assertion.ts";
import { countAssertions, countFindings, countKnown } from "../counts.ts";
import { severities } from "../order.ts";
import { counted, grouped, without } from "../phrases.ts";
import type { AssertionCounts } from "../summary.ts";
import { noFindings, type SeverityCounts } from "../summary.ts";
import { type Tone, toneIcon } from "./badge.ts";
import { type Html, html } from "./escape.ts";

/** Counts in a line, each with sign and word, the gravest first; what is not applicable is left to the details. */
export function tally(
  assertions: AssertionCounts,
  findings: SeverityCounts,
  known: SeverityCounts = noFindings,
): Html {
  const fresh = without(findings, known);
  const { waived, notVerified, pass } = assertions;
  const entries: readonly (readonly [number, Tone, string])[] = [
    ...severities.map((severity) => [fresh[severity], severity, counted(fresh[severity], severity)] as const),
    ...[known.error + known.warning + known.info].map(
      (count) => [count, "waived", `${grouped(count)} known`] as const,
    ),
    [waived, "waived", `${grouped(waived)} waived`],
    [notVerified, "unverified", `${grouped(notVerified)} not verified`],
    [pass, "pass", `${grouped(pass)} passed`],
  ];
  const shown = entries.filter(([count]) => count > 0);
  return html`<span class="tally">${shown.map(([, tone, text]) => html`<span class="${tone}">${toneIcon(tone)}${text}</span> `)}</span>`;
}

/** The same, counted over judgements. */
export function tallyOf(judgements: readonly Judgement[]): Html {
  return tally(countAssertions(judgements), countFindings(judgements), countKnown(judgements).known);
}
