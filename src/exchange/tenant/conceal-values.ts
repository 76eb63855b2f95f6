import { guid, isTypeName } from "../../contract/names/plain-word.ts";
import { shapeUrl } from "./shape-url.ts";
import type { Shaper } from "./shape-value.ts";

/** So much of a long value is enough to know it by, where a sentence has cut it short. */
const telling = 16;
const guids = new RegExp(guid.source, "gi");
const letter = /[\p{L}\p{N}_]/u;

/** Tells values as their shapes; a name, or several with blanks between, has no words but what it names. */
export type Conceal = (text: string, kind?: "sentence" | "name") => string;

/**
 * Makes a function that tells each of the values as its shape, wherever a sentence has one of them, whole or cut short
 * behind its first characters, as it is or as JSON writes it. Words of the contract stay, and so do the sentences' own:
 * a plain short word, or a short number, is a value only in quotation marks.
 */
export function concealValues(shaper: Shaper, values: ReadonlyMap<string, string>, origin: string): Conceal {
  const own = URL.canParse(origin) ? new URL(origin).host : "";
  const isTold = (value: string) =>
    value.trim() !== "" && !shaper.isKnown(value) && !isTypeName(value) && value.toLowerCase() !== own;
  // The longest first: a name may stand in an address.
  const told = [...values]
    .filter(([value, shape]) => isTold(value) && shape !== value)
    .sort(([one], [other]) => other.length - one.length)
    .map(([value, shape]): Told => ({ forms: formsOf(value), shape }));
  return (text, kind = "sentence") => {
    let left = text;
    for (const { forms, shape } of told)
      for (const form of forms) left = withoutForm(left, { form, shape, kind }, shaper);
    return withoutKinds(left, shaper, origin);
  };
}

interface Told {
  /** How the value may be written. */
  readonly forms: readonly string[];
  readonly shape: string;
}

function formsOf(value: string): readonly string[] {
  if (/^[\w.-]*$/.test(value)) return [value];
  const escaped = JSON.stringify(value).slice(1, -1);
  return [...new Set([value, escaped, value.replaceAll("'", "''"), encoded(value)])];
}

/** As in a URL; half of a character has no code there. */
function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd"));
}

interface Form {
  readonly form: string;
  readonly shape: string;
  readonly kind: "sentence" | "name";
}

function withoutForm(text: string, { form, shape, kind }: Form, shaper: Shaper): string {
  const start = form.slice(0, telling);
  let from = text.indexOf(start);
  if (from < 0) return text;
  let left = "";
  let kept = 0;
  while (from >= 0) {
    let end = from + start.length;
    while (end - from < form.length && text[end] === form[end - from]) end++;
    // A value may begin with a word of the contract: `processingStatus desc`.
    const isWord = end - from < form.length && shaper.isKnown(text.slice(from, end));
    if (!isWord && isOfItsOwn(text, from, end, form, kind)) {
      left += text.slice(kept, from) + shape;
      kept = end;
    }
    from = text.indexOf(start, end);
  }
  return left + text.slice(kept);
}

/** A part of a longer word is another word; a plain short one, which may be a status or a line, has to be quoted. */
function isOfItsOwn(
  text: string,
  from: number,
  end: number,
  form: string,
  kind: "sentence" | "name",
): boolean {
  const [before = "", behind = ""] = [text[from - 1], text[end]];
  const isWhole = end - from === form.length;
  if (letter.test(before) && letter.test(form[0] ?? "")) return false;
  if (isWhole && letter.test(behind) && letter.test(form.at(-1) ?? "")) return false;
  if (!/^[a-z]{1,12}$|^.{1,2}$|^\d{1,4}$/.test(form)) return true;
  if (kind === "name" && !/^\d/.test(form) && /^$|[\s#]/.test(before) && /^$|\s/.test(behind)) return true;
  return /["'{]#?$/.test(text.slice(Math.max(0, from - 2), from)) && /["'}]/.test(behind);
}

/** What is somebody's by its kind, wherever it comes from. */
function withoutKinds(text: string, shaper: Shaper, origin: string): string {
  return text
    .replace(/https?:\/\/[^\s"<>]+/gi, (url) => shapeUrl(shaper, url, origin))
    .replace(guids, (id) => shaper.shape(id))
    .replace(/[^\s"'<>(){}/=,;:]+@[^\s"'<>(){}/=,;:]+\.[^\s"'<>(){}/=,;:]+/g, (address) =>
      /@(?:odata|microsoft\.graph)\./i.test(address) ? address : shaper.shape(address),
    )
    .replace(/(?<=extension_)[0-9a-f]{32}(?=_)/gi, "…");
}
