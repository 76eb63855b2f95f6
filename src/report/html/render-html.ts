import type { Reading } from "../reading/reading.ts";
import type { Report } from "../report.ts";
import { baselineSection } from "./baseline-section.ts";
import { detailsSection } from "./details-section.ts";
import { disagreementsSection } from "./disagreements-section.ts";
import { type Html, html } from "./escape.ts";
import { findingsSection, waivedSection } from "./finding-list.ts";
import { contentsList, htmlDocument } from "./html-document.ts";
import { readingSection } from "./reading-section.ts";
import { reportHeader } from "./report-header.ts";
import { rulesSection } from "./rules-section.ts";
import { systemsSection } from "./systems-section.ts";
import { type HtmlOptions, viewOf } from "./view.ts";

/**
 * The report as one HTML file: complete without scripts, with no request to anywhere, every value from a
 * page escaped. Throws only on a defect.
 */
export function renderHtml(report: Report, options: HtmlOptions = {}): string {
  const view = viewOf(report, options);
  return htmlDocument(
    `${report.summary.verdict}: conformance report`,
    html`${reportHeader(report)}
${contents(report)}
<main id="main">
${systemsSection(view)}
${disagreementsSection(view)}
${findingsSection(view)}
${waivedSection(view)}
${baselineSection(view)}
${readingSection(view)}
${detailsSection(view)}
${rulesSection(view)}
</main>`,
  );
}

function contents(report: Report): Html {
  const { systems, disagreements, findings, waived, judgements, rules, summary, reading, baseline } = report;
  const settled = disagreements.filter(({ right }) => right.length > 0).length;
  const entries: readonly (readonly [string, string, number])[] = [
    ["systems", "Systems", systems.length],
    ...(summary.sources.length > 1 ? [["disagreements", "Disagreements", settled] as const] : []),
    ["findings", "Findings", findings.length],
    ...(waived.length > 0 ? [["waived", "Waived", waived.length] as const] : []),
    ...(baseline ? [["baseline", "Fixed", baseline.fixed.length] as const] : []),
    ...(reading ? [["reading", "Not read", sumOf(reading)] as const] : []),
    ["details", "Pages and exchanges", judgements.length],
    ["rules", "Rules", rules.length],
  ];
  return contentsList(entries);
}

/** Of the parts of pages; what is not known of them is told in the section. */
function sumOf({ parts }: Reading): number {
  return parts.reduce(
    (sum, { part, left }) => (part === "fence" || part === "row" || part === "list" ? sum + left : sum),
    0,
  );
}
