import { createHash } from "node:crypto";
import { htmlMark } from "../../base/own-output.ts";
import { grouped } from "../phrases.ts";
import { type Html, html, trustedHtml } from "./escape.ts";
import { iconShapes } from "./icon.ts";
import { keysDialog } from "./keys-dialog.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";
import { Url } from "./url.ts";

/** The style and the script, for documents that share them: each with its own would be twice as long. */
export const sharedFiles: Readonly<Record<string, string>> = { "report.css": style, "report.js": script };

// Nothing is loaded from anywhere else, and only this very style and script count (CSP level 3, hash sources), or those
// beside the document: some browsers take a file there for the document's own origin, some by its scheme alone.
const inside = {
  policy: policyOf(hash(style), hash(script)),
  style: html`<style>${trustedHtml(style)}</style>`,
  script: html`<script>${trustedHtml(script)}</script>`,
};
const beside = {
  policy: policyOf("'self' file:", "'self' file:"),
  style: html`<link rel="stylesheet" href="${Url.document("report.css")}">`,
  script: html`<script src="${Url.document("report.js")}"></script>`,
};

function policyOf(styles: string, scripts: string): string {
  return [
    "default-src 'none'",
    `style-src ${styles}`,
    `script-src ${scripts}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/**
 * The shell of every report: HTML that is complete without scripts, with no request to anywhere; `shares` is for a
 * document that has `sharedFiles` beside it.
 */
export function htmlDocument(title: string, body: Html, { shares = false } = {}): string {
  const { policy, style, script } = shares ? beside : inside;
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${trustedHtml(htmlMark)}
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
${style}
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${iconShapes()}
${body}
${keysDialog()}
${script}
</body>
</html>
`;
  return document.toString();
}

/** The parts of a report as links, each with how many it has. */
export function contentsList(
  entries: readonly (readonly [id: string, title: string, count: number])[],
): Html {
  const links = entries.map(
    ([id, title, count]) =>
      html`<li><a href="${Url.anchor(id)}">${title} <span class="count">${grouped(count)}</span></a></li>`,
  );
  return html`<nav class="contents" aria-label="Contents"><ul>${links}</ul></nav>`;
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
