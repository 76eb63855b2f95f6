import { type Html, html, trustedHtml } from "./escape.ts";

export type IconName = "pass" | "fail" | "warning" | "info" | "waived" | "unverified";

// Drawn on 16 by 16 with a stroke in the text's colour; each has a shape of its own, colour only adds to it.
const shapes: Readonly<Record<IconName, string>> = {
  pass: '<circle cx="8" cy="8" r="6.5"/><path d="M5 8.2 7.2 10.4 11.2 6"/>',
  fail: '<circle cx="8" cy="8" r="6.5"/><path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"/>',
  warning: '<path d="M8 1.9 14.6 13.6H1.4Z"/><path d="M8 6.2v3.6M8 11.6v.2"/>',
  info: '<rect x="1.5" y="1.5" width="13" height="13" rx="2.5"/><path d="M8 7.4v4M8 4.6v.2"/>',
  waived: '<circle cx="8" cy="8" r="6.5"/><path d="M4.2 8.4c1.4-2 2.6-2 3.8-.6s2.4 1.4 3.8-.6"/>',
  unverified:
    '<circle cx="8" cy="8" r="6.5" stroke-dasharray="2.2 1.9"/><path d="M6.2 6.4a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.7.5-.7 1.1M8 11.2v.2"/>',
};

/** The shapes, once for the whole document. */
export function iconShapes(): Html {
  const symbols = Object.entries(shapes).map(
    ([name, shape]) => `<symbol id="icon-${name}" viewBox="0 0 16 16">${shape}</symbol>`,
  );
  return trustedHtml(`<svg class="shapes" aria-hidden="true">${symbols.join("")}</svg>`);
}

/** A sign beside a word; the word says the same, so a screen reader skips the sign. */
export function icon(name: IconName): Html {
  return html`<svg class="icon" aria-hidden="true">${trustedHtml(`<use href="#icon-${name}"/>`)}</svg>`;
}
