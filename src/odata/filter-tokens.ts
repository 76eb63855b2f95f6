/** A piece of a `$filter` between spaces and punctuation. */
export interface FilterToken {
  /**
   * `name`: a property, an operator, a function, a type; `bare`: a value that begins with a digit or a sign, or a
   * GUID; `string`: in quotes; `typed`: in quotes behind the name of its type; `end` stands behind the last one.
   */
  readonly kind: "name" | "bare" | "string" | "typed" | "(" | ")" | "," | "/" | ":" | "end";
  /** As written. */
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly offset: number;
}

export interface FilterProblem {
  readonly message: string;
  /** Where in the text, in UTF-16 units. */
  readonly offset: number;
}

const space = /[ \t\r\n]+/y;
const forms: readonly (readonly [FilterToken["kind"], RegExp])[] = [
  ["string", /'[^']*(?:''[^']*)*'/y],
  // duration'PT1H'  microsoft.graph.riskLevel'high'
  ["typed", /(?:duration|binary|[a-z_]\w*(?:\.\w+)+)'[^']*(?:''[^']*)*'/iy],
  ["bare", /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\w-])/iy],
  // 12  -1.5e+3  2019-09-01T00:00:00+02:00  -INF  -P1D
  ["bare", /(?:[+-]?\d|[+-](?=[ip]))[\w:.+-]*/iy],
  ["name", /[$@]?[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{M}\p{Nd}_.]*/uy],
  ["(", /\(/y],
  [")", /\)/y],
  [",", /,/y],
  ["/", /\//y],
  [":", /:/y],
];

/** Cuts a decoded `$filter` into its tokens, in linear time; the last one is the end. */
export function readFilterTokens(
  text: string,
): { readonly tokens: readonly FilterToken[] } | { readonly problem: FilterProblem } {
  const tokens: FilterToken[] = [];
  let offset = 0;
  while (true) {
    offset += matchAt(space, text, offset).length;
    if (offset >= text.length) break;
    const token = tokenAt(text, offset);
    if (!token) return { problem: { message: refusalAt(text, offset), offset } };
    tokens.push(token);
    offset += token.text.length;
  }
  return { tokens: [...tokens, { kind: "end", text: "", offset: text.length }] };
}

function tokenAt(text: string, offset: number): FilterToken | undefined {
  for (const [kind, form] of forms) {
    const found = matchAt(form, text, offset);
    if (found !== "") return { kind, text: found, offset };
  }
  return undefined;
}

function matchAt(form: RegExp, text: string, offset: number): string {
  form.lastIndex = offset;
  return form.exec(text)?.[0] ?? "";
}

function refusalAt(text: string, offset: number): string {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return character === "'" ? "a quotation mark is never closed" : `"${character}" has no meaning in a filter`;
}
