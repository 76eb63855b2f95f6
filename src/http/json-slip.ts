/** What somebody wrote in the place of JSON, and what to write instead. */
export interface JsonSlip {
  readonly message: string;
  readonly advice: string;
}

const other = "“”„‟‘’‚«»";
const end = String.raw`(?=\s*[,:}\]]|\s*$)`;

/** What stands around a name or a value in the place of quotation marks; the first that fits counts. */
const marks: readonly (readonly [how: string, pattern: RegExp])[] = [
  ["in single quotes", /'[^'\n]*'/y],
  ["in single quotes that do not end", /'[^\n]*/y],
  // At one of its ends a straight one may stand.
  [
    "in typographic quotes",
    new RegExp(`[${other}][^"\\n${other}]*["${other}]|"[^"\\n${other}]*[${other}]${end}`, "my"),
  ],
  ["in typographic quotes that do not end", new RegExp(`[${other}][^\\n]*`, "y")],
  ["in backticks", /`[^`\n]*`/y],
];
const word = /[A-Za-z_@$][\w.@$]*/y;
const stamp = /(?:\d{4}-\d\d-\d\d|[\da-f]{8}-[\da-f]{4}-)[\w.:+-]*/iy;

/** The slip where a parser finds no token, or a string without its end; undefined where it may be anything. */
export function slipAt(text: string, offset: number): JsonSlip | undefined {
  for (const [how, pattern] of marks) {
    const found = match(pattern, text, offset);
    if (found === undefined) continue;
    const what = isName(text, offset + found.length) ? "a name" : "a value";
    return { message: `${what} ${how}`, advice: 'write straight double quotes (")' };
  }
  return text[offset] === '"' ? unended : (unquotedAt(text, offset) ?? wordSlip(text, offset));
}

const unended: JsonSlip = {
  message: "a string that does not end",
  advice: 'end the string with a double quote (")',
};

/** A date or a GUID: a parser takes its first digits for a number, and stops behind them. */
export function unquotedAt(text: string, offset: number): JsonSlip | undefined {
  let start = offset;
  while (start > 0 && offset - start < 36 && /[\w-]/.test(text[start - 1] ?? "")) start--;
  const found = match(stamp, text, start);
  return found === undefined
    ? undefined
    : { message: "a date or a GUID without quotes", advice: "write it in double quotes" };
}

function wordSlip(text: string, offset: number): JsonSlip | undefined {
  const found = match(word, text, offset);
  if (found === undefined) return undefined;
  if (text[offset - 1] === '"') {
    // A word behind one mark alone may stand in the middle of a text, or behind it.
    if (text[offset - 2] !== '"') return undefined;
    return {
      message: "a quotation mark too many",
      advice: "take out one of the two marks that stand side by side",
    };
  }
  const behind = offset + found.length;
  if (text[behind] === '"')
    return {
      message: "a quotation mark that is missing before a word",
      advice: 'begin the string with a double quote (")',
    };
  if (isName(text, behind))
    return { message: "a name without quotes", advice: "write the name in double quotes" };
  if (/^(?:true|false|null)$/i.test(found))
    return { message: "a word of JSON in other letters", advice: "write true, false and null in lower case" };
  return undefined;
}

function isName(text: string, behind: number): boolean {
  return /^\s*:/.test(text.slice(behind, behind + 100));
}

function match(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}
