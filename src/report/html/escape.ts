import { visibleLines } from "../visible-text.ts";
import { Url } from "./url.ts";

/** Markup. Only the `html` tag and `trustedHtml` make it, so a text from a page cannot become markup by itself. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** @internal The one door; `html` and `trustedHtml` below are its only users. */
  static of(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

export type HtmlValue = string | number | Html | Url | undefined | false | readonly HtmlValue[];

/**
 * A template of markup. Every value is escaped unless it is markup already; lists are joined, `undefined`
 * and `false` are left out. Throws on a template that would make escaping worthless: a value outside
 * quotes in a tag, or a link whose target is no `Url`.
 */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = literals[0] ?? "";
  values.forEach((value, index) => {
    const before = literals[index] ?? "";
    if (/=\s*$/.test(before)) throw new Error(`an attribute without quotes: ${before.slice(-40)}`);
    if (/\s(?:href|src|action)\s*=\s*["']$/i.test(before) && !(value instanceof Url)) {
      throw new Error(`a link to something that is no Url: ${before.slice(-40)}`);
    }
    markup += rendered(value) + (literals[index + 1] ?? "");
  });
  return Html.of(markup);
}

/** Markup from our own code (styles, icons) or from markdown-it with HTML switched off. Nothing else. */
export function trustedHtml(markup: string): Html {
  return Html.of(markup);
}

function rendered(value: HtmlValue): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Html) return value.toString();
  if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
  if (value instanceof Url) return escapeHtml(value.href);
  return value.map(rendered).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return visibleLines(text)
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
