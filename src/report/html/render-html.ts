import { createHash } from "node:crypto";
import type { Report } from "../report.ts";
import { detailsSection } from "./details-section.ts";
import { disagreementsSection } from "./disagreements-section.ts";
import { type Html, html, trustedHtml } from "./escape.ts";
import { findingsSection, waivedSection } from "./finding-list.ts";
import { iconShapes } from "./icon.ts";
import { reportHeader } from "./report-header.ts";
import { rulesSection } from "./rules-section.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";
import { systemsSection } from "./systems-section.ts";
import { Url } from "./url.ts";
import { type HtmlOptions, viewOf } from "./view.ts";

// Nothing is loaded from anywhere, and only this very style and script count (CSP level 3, hash sources).
const policy = [
  "default-src 'none'",
  `style-src '${hash(style)}'`,
  `script-src '${hash(script)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * The report as one HTML file: complete without scripts, with no request to anywhere, every value from a
 * page escaped. Throws only on a defect.
 */
export function renderHtml(report: Report, options: HtmlOptions = {}): string {
  const view = viewOf(report, options);
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${report.summary.verdict}: conformance report</title>
<link rel="icon" href="data:,">
<style>${trustedHtml(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${iconShapes()}
${reportHeader(report)}
${contents(report)}
<main id="main">
${systemsSection(view)}
${disagreementsSection(view)}
${findingsSection(view)}
${waivedSection(view)}
${detailsSection(view)}
${rulesSection(view)}
</main>
<script>${trustedHtml(script)}</script>
</body>
</html>
`;
  return document.toString();
}

function contents(report: Report): Html {
  const { systems, disagreements, findings, waived, judgements, rules, summary } = report;
  const settled = disagreements.filter(({ right }) => right.length > 0).length;
  const entries: readonly (readonly [string, string, number])[] = [
    ["systems", "Systems", systems.length],
    ...(summary.sources.length > 1 ? [["disagreements", "Disagreements", settled] as const] : []),
    ["findings", "Findings", findings.length],
    ...(waived.length > 0 ? [["waived", "Waived", waived.length] as const] : []),
    ["details", "Pages and exchanges", judgements.length],
    ["rules", "Rules", rules.length],
  ];
  const links = entries.map(
    ([id, title, count]) =>
      html`<li><a href="${Url.anchor(id)}">${title} <span class="count">${count}</span></a></li>`,
  );
  return html`<nav class="contents" aria-label="Contents"><ul>${links}</ul></nav>`;
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
