/** A link, image or include in a piece of Markdown. */
export interface MarkedLink {
  readonly kind: "link" | "image" | "include" | "reference";
  /** The Markdown between the brackets. */
  readonly text: string;
  /** The destination as written, without title; of a reference its label. */
  readonly target: string;
  /** Offset of the bracket, or of an image's `!`. */
  readonly start: number;
  /** Offset of the bracket that closes the text. */
  readonly close: number;
  readonly end: number;
}

// (target "title")  (<target with spaces>)
const destination =
  /\([ \t\n]*(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))(?:[ \t\n]+(?:"[^"]*"|'[^']*'))?[ \t\n]*\)/y;
const label = /\[([^\][]*)\]/y;
const include = /!INCLUDE/iy;

/** Finds the links in a piece of Markdown in one pass; what stands in code spans is no link. */
export function markedLinks(text: string): MarkedLink[] {
  if (!text.includes("](") && !text.includes("][")) return [];
  const found: MarkedLink[] = [];
  const open: number[] = [];
  const unclosed = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === "`") at = endOfCode(text, at, unclosed);
    else if (character === "[") open.push(at);
    else if (character === "]") {
      const start = open.pop();
      const link = start === undefined ? undefined : linkAt(text, start, at, open.at(-1));
      if (!link) continue;
      found.push(link);
      at = link.end - 1;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function linkAt(
  text: string,
  start: number,
  close: number,
  outer: number | undefined,
): MarkedLink | undefined {
  const inside = text.slice(start + 1, close);
  destination.lastIndex = close + 1;
  const [whole, angled, bare] = destination.exec(text) ?? [];
  if (whole !== undefined) {
    const image = text[start - 1] === "!";
    const kind = image ? "image" : outer !== undefined && isInclude(text, outer) ? "include" : "link";
    const end = close + 1 + whole.length;
    return { kind, text: inside, target: angled ?? bare ?? "", start: image ? start - 1 : start, close, end };
  }
  label.lastIndex = close + 1;
  const [reference, name] = label.exec(text) ?? [];
  if (reference === undefined || inside.trim() === "") return undefined;
  const end = close + 1 + reference.length;
  return { kind: "reference", text: inside, target: name || inside, start, close, end };
}

function isInclude(text: string, bracket: number): boolean {
  include.lastIndex = bracket + 1;
  return include.test(text);
}

/** The last tick of the code span that begins here, or of the ticks themselves when nothing closes them. */
function endOfCode(text: string, at: number, unclosed: Set<number>): number {
  let after = at;
  while (text[after] === "`") after++;
  const length = after - at;
  const close = unclosed.has(length) ? -1 : text.indexOf(text.slice(at, after), after);
  if (close !== -1) return close + length - 1;
  unclosed.add(length);
  return after - 1;
}
