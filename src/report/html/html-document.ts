import { createHash } from "node:crypto";
import { grouped } from "../phrases.ts";
import { type Html, html, trustedHtml } from "./escape.ts";
import { iconShapes } from "./icon.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";
import { Url } from "./url.ts";

// Nothing is loaded from anywhere, and only this very style and script count (CSP level 3, hash sources).
const policy = [
  "default-src 'none'",
  `style-src '${hash(style)}'`,
  `script-src '${hash(script)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The shell of every report: one HTML file, complete without scripts, with no request to anywhere. */
export function htmlDocument(title: string, body: Html): string {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trustedHtml(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${iconShapes()}
${body}
<script>${trustedHtml(script)}</script>
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
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
