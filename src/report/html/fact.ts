import { type Html, html } from "./escape.ts";

/** A name and what is said of it, in a list of facts. */
export function fact(name: string, value: Html): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
