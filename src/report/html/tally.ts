import type { Judgement } from "../../rules/assertion.ts";
import { countAssertions, countFindings } from "../counts.ts";
import { severities } from "../order.ts";
import { counted, grouped } from "../phrases.ts";
import type { AssertionCounts } from "../report.ts";
import type { SeverityCounts } from "../verdict.ts";
import { type Tone, toneIcon } from "./badge.ts";
import { type Html, html } from "./escape.ts";

/** Counts in a line, each with sign and word, the gravest first; what is not applicable is left to the details. */
export function tally(assertions: AssertionCounts, findings: SeverityCounts): Html {
  const { waived, notVerified, pass } = assertions;
  const entries: readonly (readonly [number, Tone, string])[] = [
    ...severities.map(
      (severity) => [findings[severity], severity, counted(findings[severity], severity)] as const,
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
  return tally(countAssertions(judgements), countFindings(judgements));
}
