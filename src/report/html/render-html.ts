import type { Report } from "../report.ts";
import { baselineSection } from "./baseline-section.ts";
import { coverageSection } from "./coverage-section.ts";
import { detailsSection } from "./details-section.ts";
import { disagreementsSection } from "./disagreements-section.ts";
import { html } from "./escape.ts";
import { causeEntries, findingsSection, waivedSection } from "./finding-list.ts";
import { contentsList, htmlDocument } from "./html-document.ts";
import { worstFirst } from "./matrix-table.ts";
import { operationEntries, operationsSection } from "./operations-section.ts";
import { readingSection } from "./reading-section.ts";
import { contentsOf, titleOf } from "./report-contents.ts";
import { reportHeader } from "./report-header.ts";
import { rulesSection } from "./rules-section.ts";
import { searchSection } from "./search-section.ts";
import { splitReport } from "./split-report.ts";
import { systemEntries } from "./system-entries.ts";
import { systemsSection } from "./systems-section.ts";
import { trendSection } from "./trend-section.ts";
import { type HtmlFile, type HtmlOptions, indexFile, viewOf } from "./view.ts";

/** A report with more pages and exchanges than this, or with longer messages, has a document for each system. */
const wholeUpTo = { judgements: 300, characters: 1_000_000 };

/**
 * The report as HTML, `index.html` first: complete without scripts, with no request to anywhere, every value from a page
 * escaped. A large report has its pages and exchanges in documents beside it, which are made one after the other.
 * Throws only on a defect.
 */
export function* htmlFiles(report: Report, options: HtmlOptions = {}): Generator<HtmlFile> {
  if (options.singleFile || isSmall(report)) yield { file: indexFile, text: renderHtml(report, options) };
  else yield* splitReport(report, options);
}

/** The whole report as one document, however large it is. */
export function renderHtml(report: Report, options: HtmlOptions = {}): string {
  const view = viewOf(report, options);
  const entries = systemEntries(view.report);
  const operations = operationEntries(view);
  return htmlDocument(
    titleOf(report),
    html`${reportHeader(report)}
${contentsList(contentsOf(report, operations.length))}
<main id="main">
${systemsSection(view, worstFirst(entries))}
${operationsSection(view, operations)}
${disagreementsSection(view)}
${findingsSection(view, { entries: causeEntries(view), before: searchSection(view) })}
${waivedSection(view)}
${baselineSection(view)}
${trendSection(view)}
${coverageSection(view)}
${readingSection(view)}
${detailsSection(view, entries)}
${rulesSection(view)}
</main>`,
  );
}

function isSmall({ judgements }: Report): boolean {
  if (judgements.length > wholeUpTo.judgements) return false;
  const lengths = judgements.map(
    ({ request, response }) => (request?.text.length ?? 0) + (response?.text.length ?? 0),
  );
  return lengths.reduce((sum, length) => sum + length, 0) <= wholeUpTo.characters;
}
