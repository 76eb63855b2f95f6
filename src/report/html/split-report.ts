import { groupBy } from "../../base/group-by.ts";
import { partition } from "../../base/partition.ts";
import type { Finding } from "../../rules/assertion.ts";
import { grouped } from "../phrases.ts";
import type { Report } from "../report.ts";
import { baselineSection } from "./baseline-section.ts";
import { coverageSection } from "./coverage-section.ts";
import { briefNote, systemDetails } from "./details-section.ts";
import { disagreementsSection } from "./disagreements-section.ts";
import { type Html, html } from "./escape.ts";
import { findingItem } from "./finding-item.ts";
import { causeEntries, causeLists, findingsSection, waivedSection } from "./finding-list.ts";
import { contentsList, htmlDocument, sharedFiles } from "./html-document.ts";
import { inParts } from "./in-parts.ts";
import { worstFirst } from "./matrix-table.ts";
import {
  type OperationEntry,
  operationEntries,
  operationsSection,
  operationsTable,
} from "./operations-section.ts";
import { readingSection } from "./reading-section.ts";
import { contentsOf, titleOf } from "./report-contents.ts";
import { reportHeader } from "./report-header.ts";
import { rulesSection } from "./rules-section.ts";
import { searchSection } from "./search-section.ts";
import { homesOf, type SystemFile, systemFiles } from "./split-files.ts";
import { systemEntries } from "./system-entries.ts";
import { systemsSection, systemsTable } from "./systems-section.ts";
import { trendSection } from "./trend-section.ts";
import { Url } from "./url.ts";
import {
  detailsFolder,
  type HtmlFile,
  type HtmlOptions,
  indexFile,
  searchFile,
  type View,
  viewOf,
} from "./view.ts";

/** Characters of a list in one document, and of a section that stands in `index.html` with the others. */
const longest = { list: 400_000, section: 120_000 };

/**
 * A large report as documents: `index.html` with what is worst; beside it one for each system with a finding, others for
 * the rest, and one in which all findings are searched.
 */
export function* splitReport(report: Report, options: HtmlOptions): Generator<HtmlFile> {
  const files = systemFiles(report);
  const view = viewOf(report, options, (shown) => homesOf(files, shown));
  const parts = new Map<string, Part>();
  yield { file: indexFile, text: indexDocument(view, files, parts) };
  for (const [name, text] of Object.entries(sharedFiles)) yield { file: `${detailsFolder}/${name}`, text };
  for (const [file, { title, body }] of parts) yield besideDocument(view, file, title, body);
  const findings = groupBy([...view.report.findings, ...view.report.waived], (finding) =>
    view.judgementOf.get(finding),
  );
  for (const { file, entries } of files) {
    const own = entries.flatMap(({ shown }) => shown.flatMap((number) => findings.get(number) ?? []));
    const [only] = entries.length === 1 ? entries : [];
    yield besideDocument(view, file, only?.row.name ?? "Systems without a finding", (from) => [
      own.length > 0 && ownFindings(from, own),
      html`<section id="details" aria-labelledby="details-title">
<h2 id="details-title">Pages and exchanges</h2>
${entries.map((entry) => systemDetails(from, entry, only !== undefined))}</section>`,
    ]);
  }
  yield besideDocument(view, searchFile, "All findings", (from) => [
    searchSection(from),
    html`<noscript><p>To search needs a script. Without one, the systems of the report lead to all findings.</p></noscript>`,
  ]);
}

/** A part of `index.html` that stands beside it. */
interface Part {
  readonly title: string;
  readonly body: (from: View) => Body;
}

type Body = readonly (Html | undefined | false)[];

function indexDocument(view: View, files: readonly SystemFile[], parts: Map<string, Part>): string {
  const { report } = view;
  const beside = (name: string, title: string, body: (from: View) => Body): Url => {
    const file = `${detailsFolder}/${name}.html`;
    parts.set(file, { title, body });
    return Url.document(file);
  };
  /** A section where it is short, else the way to it. */
  const section = (id: string, title: string, made: (from: View) => Html | undefined): Html | undefined => {
    const here = made(view);
    if (here === undefined || here.toString().length <= longest.section) return here;
    const count = contentsOf(report, 0).find(([known]) => known === id)?.[2] ?? 0;
    const href = beside(id, title, (from) => [made(from)]);
    return html`<section id="${id}" aria-labelledby="${`${id}-title`}">
<h2 id="${`${id}-title`}">${title} <span class="count">${grouped(count)}</span></h2>
<p><a href="${href}">${title}, in a document of its own</a></p>
</section>
`;
  };
  const [plain, marked] = partition(
    worstFirst(systemEntries(report)),
    ({ clean, row }) => clean && row.judgements.length > 0,
  );
  const [rows = [], ...moreRows] = inParts(marked, longest.list, (entry) => systemsTable(view, [entry], ""));
  const [causes = [], ...moreCauses] = inParts(causeEntries(view), longest.list, ({ item }) => item);
  const otherCauses = moreCauses.map(({ length: count }, index) => {
    const start = [causes, ...moreCauses.slice(0, index)].reduce((sum, { length }) => sum + length, 0);
    const href = beside(`findings-${index + 2}`, "Findings", (from) => [
      causeLists(causeEntries(from).slice(start, start + count)),
    ]);
    return { href, count };
  });
  const otherRows = moreRows.map((part, index) => ({
    href: beside(`systems-${index + 2}`, "Systems", (from) => [systemsTable(from, part, "More systems")]),
    count: part.length,
  }));
  const operations = operationEntries(view);
  const [cleanOperations, markedOperations] = partition(operations, ({ clean }) => clean);
  const operationParts = (part: readonly OperationEntry[], limit: number) =>
    inParts(part, limit, (entry) => operationsTable(view, [entry], ""));
  const [worst = []] = operationParts(markedOperations, longest.section);
  const moreOperations = operationParts(markedOperations.slice(worst.length), longest.list);
  const operationLinks = (parts: readonly (readonly OperationEntry[])[], name: string) =>
    parts.map((part, index) => ({
      href: beside(`operations-${name}${index + 1}`, "Operations", (from) => [
        operationsTable(from, part, "Operations"),
      ]),
      count: part.length,
    }));
  const otherOperations = html`${links(operationLinks(moreOperations, ""), "more operations with a finding")}${links(
    operationLinks(operationParts(cleanOperations, longest.list), "clean-"),
    "operations without a finding",
  )}`;
  const all = report.findings.length + report.waived.length;
  return htmlDocument(
    titleOf(report),
    html`${reportHeader(report)}
${contentsList(contentsOf(report, operations.length).filter(([id]) => id !== "details"))}
<main id="main">
${systemsSection(view, rows, html`${links(otherRows, "more systems with a finding")}${cleanList(view, files, plain.length)}`)}
${operationsSection(view, worst, operations.length > 0 ? otherOperations : undefined)}
${section("disagreements", "Disagreements", disagreementsSection)}
${findingsSection(view, {
  entries: causes,
  before: html`<p class="find"><a href="${Url.document(searchFile)}" data-search>Search all ${grouped(all)} findings</a></p>`,
  rest: links(otherCauses, "more causes"),
})}
${section("waived", "Waived", waivedSection)}
${section("baseline", "Fixed", baselineSection)}
${trendSection(view)}
${section("coverage", "Not covered", coverageSection)}
${section("reading", "What could not be read", readingSection)}
${rulesSection(view)}
</main>`,
  );
}

function links(
  to: readonly { readonly href: Url; readonly count: number }[],
  what: string,
): Html | undefined {
  if (to.length === 0) return undefined;
  return html`<ul class="names more">${to.map(({ href, count }) => html`<li><a href="${href}">${grouped(count)} ${what}</a></li>`)}</ul>`;
}

function cleanList(view: View, files: readonly SystemFile[], count: number): Html | undefined {
  if (count === 0) return undefined;
  const clean = files.filter(({ entries }) => entries.every((entry) => entry.clean));
  return html`<details class="more"><summary>${grouped(count)} systems without a finding</summary>
${briefNote(view)}
<ul class="places">${clean.map(({ file, entries }) => {
    const [first, last] = [entries[0], entries.at(-1)];
    return html`<li><a href="${Url.document(file)}">${first?.row.name}${last !== first && ` to ${last?.row.name}`}</a> <span class="count">${entries.length}</span></li>`;
  })}</ul></details>`;
}

function ownFindings(view: View, findings: readonly Finding[]): Html {
  return html`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings <span class="count">${findings.length}</span></h2>
<ol class="findings">${findings.map((finding) => findingItem(view, finding))}</ol>
</section>`;
}

function besideDocument(view: View, file: string, title: string, body: (from: View) => Body): HtmlFile {
  const from = view.from(file);
  const { tool, summary } = view.report;
  return {
    file,
    text: htmlDocument(
      `${title}: conformance report`,
      html`<header class="report beside">
<p class="product">${tool.name} <span>${tool.version}</span></p>
<p><a href="${Url.document(`../${indexFile}`)}">The report: ${summary.verdict}</a></p>
<h1>${title}</h1>
</header>
<main id="main">
${body(from)}
</main>`,
      { shares: true },
    ),
  };
}
