import { type ParseError, parseTree } from "jsonc-parser";
import { edited, type TextEdit } from "../base/text-edit.ts";
import { withoutTail } from "../base/trim-characters.ts";

/** Where a value, or a line, has come to its end. */
const end = String.raw`(?=\s*[,:}\]]|\s*$)`;
const whole = /"(?:\\.|[^"\\\n])*"/y;
const doubled = new RegExp(String.raw`""[^"\n]+"${end}`, "y");
const curly = new RegExp(String.raw`[“”"][^"\n“”]*[“”]${end}|[“”][^"\n“”]*"${end}`, "y");
const single = new RegExp(String.raw`'[^'"\\\n]*'${end}`, "y");
const unended = /"[^"\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.:-])/y;
/** A date, a time of it, or a GUID is text, and nothing else. */
const stamp =
  /(?:\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[-+]\d\d:\d\d)?)?|[\da-fA-F]{8}-(?:[\da-fA-F]{4}-){3}[\da-fA-F]{12})(?=\s*[,}\]\n])/y;
const word = /[A-Za-z_@$][\w.@$]*/y;

/**
 * Quotation marks that a text lacks or has in another form, and words of JSON in other letters, as edits; undefined
 * where something stands there that could mean more than one thing. Whether the text is JSON then is not asked.
 *
 *     { rating: 4.5, 'open': True, “name”: "City”, "day": 2026-01-01 }
 */
export function slipsIn(text: string): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const replace = (offset: number, length: number, by: string) => edits.push({ offset, length, text: by });
  let before = "";
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? "";
    const found = /\s/.test(character) || /[{}[\],:]/.test(character) ? character : token();
    if (found === undefined) return undefined;
    if (!/^\s/.test(found)) before = found;
    at += found.length;
  }
  return edits;

  function token(): string | undefined {
    const marked = match(doubled) ?? match(curly) ?? match(single);
    if (marked !== undefined) {
      if (marked.startsWith('""')) replace(at, 1, "");
      else if (marked[0] !== '"') replace(at, 1, '"');
      if (!marked.endsWith('"')) replace(at + marked.length - 1, 1, '"');
      return marked;
    }
    const quoted = match(whole) ?? match(number);
    if (quoted !== undefined) return quoted;
    const open = unendedString();
    if (open !== undefined) {
      replace(at + open.trimEnd().length, 0, '"');
      return open;
    }
    const text = match(stamp);
    if (text !== undefined) replace(at, text.length, `"${text}"`);
    return text ?? bareWord();
  }

  /** What begins with a quotation mark and goes to the end of its line, without the comma there. */
  function unendedString(): string | undefined {
    const rest = match(unended);
    if (rest === undefined || text[at + rest.length] === '"') return undefined;
    const said = withoutTail(rest, " \t");
    return said.endsWith(",") ? said.slice(0, -1) : said;
  }

  function bareWord(): string | undefined {
    const bare = match(word);
    if (bare === undefined) return undefined;
    const isName = before !== ":" && /^\s*:/.test(text.slice(at + bare.length));
    const lower = bare.toLowerCase();
    if (isName) replace(at, bare.length, `"${bare}"`);
    else if (!/^(?:true|false|null)$/.test(lower)) return undefined;
    else if (bare !== lower) replace(at, bare.length, lower);
    return bare;
  }

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  }
}

/**
 * What makes JSON of a text whose quotation marks are wrong, commas too where `commaEdit` knows what an error of the
 * parser means; undefined where that is not all.
 */
export function mendedSlips(
  text: string,
  isValid: (text: string) => boolean,
  commaEdit: (error: ParseError, text: string) => TextEdit | undefined,
): readonly TextEdit[] | undefined {
  const slips = slipsIn(text);
  if (!slips || slips.length === 0) return undefined;
  const quoted = edited(text, slips);
  if (isValid(quoted)) return slips;
  const errors: ParseError[] = [];
  parseTree(quoted, errors, { disallowComments: true });
  const commas = errors.flatMap((error) => commaEdit(error, quoted) ?? []);
  if (commas.length < errors.length || !isValid(edited(quoted, commas))) return undefined;
  const back = commas.map((comma) => ({ ...comma, offset: offsetBefore(comma.offset, slips) }));
  return [...slips, ...back].sort((one, other) => one.offset - other.offset);
}

/** The place in a text of a place in what its edits have made of it. */
function offsetBefore(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const edit of edits) {
    if (edit.offset + shift + edit.text.length > offset) break;
    shift += edit.text.length - edit.length;
  }
  return offset - shift;
}
