/** A path segment taken apart: `users('a')`, `summary(from=1)`, `microsoft.graph.user`, `$ref`, `a1b2`. */
export interface PathSegment {
  /** What stands before the parentheses; the whole segment when there are none. */
  readonly name: string;
  /** The only key in the parentheses, without quotes: `a` of `users('a')`. */
  readonly key?: string;
  /** What stands in the parentheses of a function: `from=1`. Empty for `delta()`. */
  readonly arguments?: string;
}

/**
 * Cuts a path at its slashes, but not at those inside parentheses or braces. Empty segments are dropped;
 * the parts come as written. A bracket that is never closed encloses nothing.
 */
export function splitPath(path: string): string[] {
  const segments: string[] = [];
  let current = "";
  for (let index = 0; index < path.length; index++) {
    const character = path.charAt(index);
    if (character === "/") {
      segments.push(current);
      current = "";
      continue;
    }
    const end = character === "(" || character === "{" ? closingBracket(path, index) : -1;
    current += end < 0 ? character : path.slice(index, end + 1);
    if (end >= 0) index = end;
  }
  segments.push(current);
  return segments.filter((segment) => segment !== "");
}

/** Takes a decoded segment apart. Parentheses that do not end the segment belong to its name. */
export function readSegment(segment: string): PathSegment {
  const open = segment.indexOf("(");
  if (open <= 0 || closingBracket(segment, open) !== segment.length - 1) return { name: segment };
  const name = segment.slice(0, open);
  const inside = segment.slice(open + 1, -1).trim();
  const quoted = /^'((?:[^']|'')*)'$/.exec(inside);
  if (quoted) return { name, key: (quoted[1] ?? "").replaceAll("''", "'") };
  // A bare key may end in the `=` of Base64; an argument has its value behind it.
  if (inside !== "" && !/^[^'"]*=[^=]/.test(inside)) return { name, key: inside };
  return { name, arguments: inside };
}

/** True for what an author leaves for the reader to fill in: `{id}`, `{{id}}`, `<id>`, `(team-id)`, `...`. */
export function isPlaceholder(text: string): boolean {
  return /^\{.*\}$|^<.*>$|^\(.*\)$|^\.{2,}$|^…$/.test(text.trim());
}

function closingBracket(text: string, open: number): number {
  const close = text.charAt(open) === "(" ? ")" : "}";
  let depth = 0;
  let quoted = false;
  for (let index = open; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "'") quoted = !quoted;
    if (quoted) continue;
    if (character === text.charAt(open)) depth++;
    if (character === close && --depth === 0) return index;
  }
  return -1;
}
