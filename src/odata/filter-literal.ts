import { isDate, isDateTimeOffset, isGuid } from "./edm-format.ts";
import { durationOf, timeOfDayOf } from "./exact-time.ts";
import type { Literal } from "./filter-expression.ts";
import type { FilterToken } from "./filter-tokens.ts";

type Value = Pick<Literal, "type" | "value">;

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const BASE64 = /^(?:[\w-]{4})*(?:[\w-]{2}(?:==)?|[\w-]{3}=?)?$/;

/**
 * The literal that a token writes (OData ABNF 4.01, primitive literals); undefined for a name, and for what only
 * looks like a value (`2019-13-01`). Words know no letter case but for INF and NaN, which could be properties.
 */
export function literalOf({ kind, text, offset }: FilterToken): Literal | undefined {
  const value = literalValue(kind, text);
  return value && { kind: "literal", ...value, offset };
}

function literalValue(kind: FilterToken["kind"], text: string): Value | undefined {
  if (kind === "string") return { type: "string", value: unquoted(text) };
  if (kind === "typed") return typedValue(text);
  if (kind === "bare") return bareValue(text);
  return kind === "name" ? wordValue(text) : undefined;
}

function wordValue(text: string): Value | undefined {
  const word = text.toLowerCase();
  if (word === "null") return { type: "null", value: null };
  if (word === "true" || word === "false") return { type: "boolean", value: word === "true" };
  if (text === "INF") return { type: "number", value: Infinity };
  if (text === "NaN") return { type: "number", value: NaN };
  return durationOf(text) === undefined ? undefined : { type: "duration", value: text };
}

function bareValue(text: string): Value | undefined {
  if (NUMBER.test(text)) return { type: "number", value: Number(text) };
  if (text === "-INF") return { type: "number", value: -Infinity };
  if (isGuid(text)) return { type: "guid", value: text };
  if (isDate(text)) return { type: "date", value: text };
  if (isDateTimeOffset(text)) return { type: "dateTimeOffset", value: text };
  if (timeOfDayOf(text) !== undefined) return { type: "timeOfDay", value: text };
  return durationOf(text) === undefined ? undefined : { type: "duration", value: text };
}

function typedValue(text: string): Value | undefined {
  const quote = text.indexOf("'");
  const prefix = text.slice(0, quote).toLowerCase();
  const inside = text.slice(quote + 1, -1);
  if (prefix === "duration")
    return durationOf(inside) === undefined ? undefined : { type: "duration", value: text };
  if (prefix === "binary") return BASE64.test(inside) ? { type: "binary", value: text } : undefined;
  return { type: "enum", value: text };
}

/** What stands between the quotes of a literal; all of it where there are none. */
export function unquoted(text: string): string {
  const quote = text.indexOf("'");
  return quote < 0 ? text : text.slice(quote + 1, -1).replaceAll("''", "'");
}
