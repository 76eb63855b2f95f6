import { endOfSentence } from "./sentence.ts";

/** A name in a list, with the offset behind it. */
interface Item {
  readonly name: string;
  readonly end: number;
}

/** How a list sets off its names: in ticks, quotation marks, bold or italics. */
const marks = [
  "`([^`\\n]+)`",
  '"([^"\\n]+)"',
  "“([^”\\n]+)”",
  "'([^'\\n]+)'",
  "‘([^’\\n]+)’",
  "\\*\\*([^*\\n]+)\\*\\*",
  "\\*([^*\\n]+)\\*",
];
const bareName = "([\\p{L}_](?:[\\p{L}\\p{N}_.\\-/]*[\\p{L}\\p{N}])?)";
const parentheses = "(?:\\s*\\([^()\\n]*\\))?";
/** What stands between a name and its explanation. */
const explains = "\\s*(?:[-–—]{1,2}\\s|[–—](?=\\p{L})|:\\s)";
/** What stands before the next name. */
const separates = "\\s*(?:\\\\?[,;|/&]|\\bor\\b|\\band\\b)(?:\\s|,|\\bor\\b|\\band\\b|\\beither\\b)*";
const moreToCome =
  /^[`"'*]*(?:etc\b|and so on|more\b|others?\b|another\b|any\b|an? custom|custom\b|\.{2,}|…)/i;
const openFromTheStart = /^\W*(?:include\b|includes\b|including\b|such as|for example|e\.g\.)/i;

/**
 * Reads the names that a list in prose has, from the text right behind the words that announce it. Line breaks
 * stand for `<br>`, `•` for a list item. Undefined when the text lists nothing, gives patterns, ranges or types
 * instead of names, or leaves the list open: no list is better than one that is cut short.
 */
export function readMemberList(text: string): string[] | undefined {
  if (openFromTheStart.test(text)) return undefined;
  const start = text.search(/[^\s:=,]/);
  if (start === -1) return undefined;
  const items = text[start] === "•" ? bulletItems(text, start) : inlineItems(text, start);
  const names = items?.flatMap(({ name }) => name.split(/\s*[,|]\s*/)).map((name) => name.trim());
  if (!names || names.some((name) => !isMember(name))) return undefined;
  const members = names.filter((name) => !/^null$/i.test(name));
  return members.length > 0 ? [...new Set(members)] : undefined;
}

/**
 * The same of text that nothing says to be a list: two names or more, set off and each a word, and nothing but commas
 * and conjunctions between them up to the end of the sentence.
 */
export function readNamesOnly(text: string): string[] | undefined {
  const start = text.search(/\S/);
  if (start === -1) return undefined;
  const items = text[start] === "•" ? bulletItems(text, start) : namesUpToTheEnd(text, start);
  const names = items?.map(({ name }) => name) ?? [];
  if (names.some((name) => !word.test(name) || !isMember(name))) return undefined;
  const members = names.filter((name) => !/^null$/i.test(name));
  return members.length > 1 ? [...new Set(members)] : undefined;
}

/** The names, two or more, that a list begins with which does not claim to be whole. */
export function readSomeNames(text: string): string[] | undefined {
  const start = text.search(/\S/);
  const mark = start === -1 ? undefined : markAt(text, start);
  const first = mark && itemAt(text, start, mark);
  if (!mark || !first) return undefined;
  const names = [first.name];
  for (let next = nextItem(text, first.end, mark); next; next = nextItem(text, next.end, mark))
    names.push(next.name);
  return names.length > 1 && names.every((name) => word.test(name) && isMember(name))
    ? [...new Set(names)]
    : undefined;
}

const word = /^[\p{L}][\p{L}\p{N}_-]*$/u;

function namesUpToTheEnd(text: string, start: number): Item[] | undefined {
  const mark = markAt(text, start);
  const first = mark && itemAt(text, start, mark);
  if (!mark || !first) return undefined;
  const items = [first];
  for (let next = nextItem(text, first.end, mark); next; next = nextItem(text, next.end, mark))
    items.push(next);
  const last = items.at(-1) ?? first;
  // `a` or `b`, or `null` for all others
  const isLast = last.name === "null" || at(`${parentheses}\\s*(?:[.;\\n]|$)`, text, last.end) !== undefined;
  return isLast ? items : undefined;
}

/** • `a`: this\n• `b`: that */
function bulletItems(text: string, start: number): Item[] | undefined {
  const lines = text
    .slice(start)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const end = lines.findIndex((line) => !line.startsWith("•"));
  const bullets = (end === -1 ? lines : lines.slice(0, end))
    .map((line) => line.replace(/^[•\s]+/, ""))
    .filter(Boolean);
  const mark = markAt(bullets[0] ?? "", 0);
  const item = new RegExp(
    mark ? `^(?:${mark})` : `^(?:${bareName})(?=${parentheses}(?:${explains}|[.;,\\s]*$))`,
    "u",
  );
  const items = bullets.map((line) => item.exec(line)?.[1]);
  if (items.some((name) => name === undefined)) return undefined;
  return items.map((name) => ({ name: name ?? "", end: 0 }));
}

function inlineItems(text: string, start: number): Item[] | undefined {
  const mark = markAt(text, start);
  if (!mark) return bareItems(text.slice(start));
  const first = itemAt(text, start, mark);
  if (!first) return undefined;
  const explained = at(`${parentheses}${explains}`, text, first.end) !== undefined;
  const items = [first];
  for (;;) {
    const from = items.at(-1)?.end ?? first.end;
    // `a` through `f`
    if (at(`\\s*(?:through|thru|to|until|[-–—]+)\\s*(?:${mark})`, text, from)) return undefined;
    const next =
      nextItem(text, from, mark) ??
      (explained ? nextExplained(text, from, mark) : undefined) ??
      looseItem(text, from, mark);
    if (!next) break;
    items.push(next);
  }
  return isOpen(text, items.at(-1)?.end ?? first.end) ? undefined : items;
}

/** `a`, `b`, and more */
function isOpen(text: string, end: number): boolean {
  const behind = at(`${parentheses}${separates}`, text, end) ?? at("\\s*(?=\\.\\.|…)", text, end);
  return behind !== undefined && moreToCome.test(text.slice(behind, behind + 40));
}

/** `a` (this), or `b` */
function nextItem(text: string, from: number, mark: string): Item | undefined {
  const before = at(`${parentheses}${separates}`, text, from);
  if (before === undefined) return undefined;
  // A name whose second tick was forgotten: `a`, `b.
  return (
    itemAt(text, before, mark) ??
    (mark.startsWith("`") ? itemAt(text, before, "`([\\w-]+)(?![^\\n]*`)") : undefined)
  );
}

/** `a` - one thing; `b` - another. `c` - a third. */
function nextExplained(text: string, from: number, mark: string): Item | undefined {
  const pattern = new RegExp(
    `(?:[.;,\\n]|\\bor\\b|\\band\\b)\\s*(?:or\\s|and\\s)?(${mark})(?=${parentheses}${explains})`,
    "gu",
  );
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match?.[1] === undefined ? undefined : { name: match[2] ?? "", end: pattern.lastIndex };
}

/** `a` for this thing, or `b` for that: in the same sentence, behind a comma or a conjunction. */
function looseItem(text: string, from: number, mark: string): Item | undefined {
  const sentence = text.slice(from, endOfSentence(text, from));
  const match = new RegExp(`(?:[,;]\\s*(?:or\\s|and\\s)?|\\bor\\s|\\band\\s)(${mark})`, "u").exec(
    withoutParentheses(sentence),
  );
  if (
    match?.[1] === undefined ||
    /\b(?:when|if|unless|where|default)\b/i.test(sentence.slice(0, match.index))
  )
    return undefined;
  return { name: match[2] ?? "", end: from + match.index + match[0].length };
}

function bareItems(text: string): Item[] | undefined {
  const sentence = withoutParentheses(text.slice(0, endOfSentence(text))).replace(/[.;]\s*$/, "");
  const words = sentence.split(/\s*(?:[,|;]|\bor\b|\band\b)\s*/i).map((word) => word.trim());
  const names = words.filter((word) => word !== "");
  const whole = new RegExp(`^${bareName}$`, "u");
  // Words that are no names are prose.
  return names.length > 1 && names.every((name) => whole.test(name))
    ? names.map((name) => ({ name, end: 0 }))
    : undefined;
}

/** Blanked, so that offsets stay. */
function withoutParentheses(text: string): string {
  return text.replace(/\([^()]*\)/g, (inside) => " ".repeat(inside.length));
}

function markAt(text: string, offset: number): string | undefined {
  return marks.find((mark) => at(mark, text, offset) !== undefined);
}

function itemAt(text: string, offset: number, mark: string): Item | undefined {
  const pattern = new RegExp(mark, "uy");
  pattern.lastIndex = offset;
  const name = pattern.exec(text)?.[1];
  return name === undefined ? undefined : { name, end: pattern.lastIndex };
}

/** The offset behind what matches at `offset`. */
function at(source: string, text: string, offset: number): number | undefined {
  const pattern = new RegExp(source, "uiy");
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function isMember(name: string): boolean {
  if (/^(?:true|false|etc\.?|none of .*)$/i.test(name) || name.length > 100) return false;
  return !/[{}<>*$\\]|^#?microsoft\.graph\./i.test(name) && /[\p{L}\p{N}]/u.test(name);
}
