import type { FilterExpression } from "./filter-expression.ts";
import { parseFilter } from "./parse-filter.ts";
import { type OrderItem, parseOrderby } from "./parse-orderby.ts";
import type { OptionProblem } from "./parse-select.ts";
import { parseSelect, propertyNames, type SelectItem } from "./parse-select.ts";
import { splitList } from "./split-list.ts";

/** A relationship to expand, with the options in its parentheses. */
export interface ExpandItem extends ExpandOptions {
  /** The names as written, casts among them, without the suffix; `["*"]` for every relationship. */
  readonly path: readonly string[];
  /** Only the references, or only their number. */
  readonly suffix?: "$ref" | "$count";
  /** In UTF-16 units. */
  readonly offset: number;
}

export interface ExpandOptions {
  readonly select?: readonly SelectItem[];
  readonly expand?: readonly ExpandItem[];
  readonly filter?: FilterExpression;
  readonly orderby?: readonly OrderItem[];
  readonly search?: string;
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
  readonly levels?: number | "max";
}

export type ParsedExpand = { readonly items: readonly ExpandItem[] } | { readonly problem: OptionProblem };

const LENGTH = 65_536;
const NESTING = 20;

/**
 * Parses a decoded `$expand` (OData 4.01 URL Conventions, section 5.1.3) with its nested options, whose `$` may be
 * left out. One that is longer or deeper than any honest one is a problem. Never throws.
 */
export function parseExpand(text: string): ParsedExpand {
  if (text.length > LENGTH)
    return { problem: { message: `an $expand of more than ${LENGTH} characters`, offset: LENGTH } };
  return readItems(text, 0, 1);
}

function readItems(text: string, from: number, depth: number): ParsedExpand {
  if (depth > NESTING)
    return { problem: { message: `$expand is nested more than ${NESTING} deep`, offset: from } };
  const items: ExpandItem[] = [];
  for (const { text: written, offset } of splitList(text)) {
    const read = readItem(written, from + offset, depth);
    if ("problem" in read) return read;
    items.push(read.item);
  }
  return items.length > 0
    ? { items }
    : { problem: { message: "$expand names no relationship", offset: from } };
}

function readItem(
  text: string,
  offset: number,
  depth: number,
): { readonly item: ExpandItem } | { readonly problem: OptionProblem } {
  const open = text.indexOf("(");
  const name = open < 0 ? text : text.slice(0, open).trim();
  const path = propertyNames(name);
  const last = path?.at(-1)?.toLowerCase();
  const suffix = last === "$ref" || last === "$count" ? last : undefined;
  const names = suffix ? path?.slice(0, -1) : path;
  if (!names || names.length === 0)
    return { problem: { message: `"${name.slice(0, 40)}" is no relationship to expand`, offset } };
  if (open >= 0 && !text.endsWith(")"))
    return { problem: { message: `the parentheses of "${name}" do not end it`, offset: offset + open } };
  const options = open < 0 ? {} : readOptions(text.slice(open + 1, -1), offset + open + 1, depth);
  if ("problem" in options) return options;
  return { item: { path: names, ...(suffix ? { suffix } : {}), ...options, offset } };
}

function readOptions(
  text: string,
  from: number,
  depth: number,
): ExpandOptions | { readonly problem: OptionProblem } {
  let options: ExpandOptions = {};
  for (const { text: option, offset } of splitList(text, ";")) {
    const at = from + offset;
    const equals = option.indexOf("=");
    const name = (equals < 0 ? option : option.slice(0, equals)).trim().toLowerCase().replace(/^\$/, "");
    const value = equals < 0 ? "" : option.slice(equals + 1);
    const read = readOption(name, value, at + equals + 1, depth);
    if (read === undefined)
      return { problem: { message: `"${option.slice(0, 40)}" is no option of $expand`, offset: at } };
    if ("problem" in read) return read;
    if (Object.keys(read).some((key) => Object.hasOwn(options, key)))
      return { problem: { message: `"$${name}" is there twice`, offset: at } };
    options = { ...options, ...read };
  }
  return options;
}

/** Undefined for another option, and for a number or a word that it does not take. */
function readOption(
  name: string,
  value: string,
  from: number,
  depth: number,
): ExpandOptions | { readonly problem: OptionProblem } | undefined {
  const word = value.trim().toLowerCase();
  const count = /^\d{1,9}$/.test(word) ? Number(word) : undefined;
  const moved = ({ message, offset }: OptionProblem) => ({ problem: { message, offset: from + offset } });
  switch (name) {
    case "select": {
      const read = parseSelect(value);
      return "problem" in read ? moved(read.problem) : { select: read.items };
    }
    case "orderby": {
      const read = parseOrderby(value);
      return "problem" in read ? moved(read.problem) : { orderby: read.items };
    }
    case "filter": {
      const read = parseFilter(value);
      return "problem" in read ? moved(read.problem) : { filter: read.expression };
    }
    case "expand": {
      const read = readItems(value, from, depth + 1);
      return "problem" in read ? read : { expand: read.items };
    }
    case "search":
      return { search: value.trim() };
    case "top":
    case "skip":
      return count === undefined ? undefined : { [name]: count };
    case "levels":
      return word === "max" ? { levels: "max" } : count === undefined ? undefined : { levels: count };
    case "count":
      return word === "true" || word === "false" ? { count: word === "true" } : undefined;
    default:
      return undefined;
  }
}
