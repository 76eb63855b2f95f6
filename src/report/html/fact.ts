import type { Subject } from "../../rules/assertion.ts";
import { type Html, html } from "./escape.ts";
import { breakable } from "./view.ts";

/** A name and what is said of it, in a list of facts. */
export function fact(name: string, value: Html): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** The operation or the type that something is about; a page and a waiver have no name but their place. */
export function subjectFact({ kind, id }: Subject): Html | undefined {
  if (kind !== "operation" && kind !== "type") return undefined;
  return fact(kind === "operation" ? "Operation" : "Type", html`<code>${breakable(id)}</code>`);
}
