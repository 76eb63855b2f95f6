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
  if (!mayEncloseSlash(path)) return path.split("/").filter((segment) => segment !== "");
  const closings = closingBrackets(path);
  const segments: string[] = [];
  let from = 0;
  for (let index = 0; index < path.length; index++) {
    if (path.charAt(index) === "/") {
      segments.push(path.slice(from, index));
      from = index + 1;
    }
    index = closings.get(index) ?? index;
  }
  segments.push(path.slice(from));
  return segments.filter((segment) => segment !== "");
}

/** True where a slash stands behind a parenthesis, or behind a brace that is not closed: in few paths. */
function mayEncloseSlash(path: string): boolean {
  const open = path.indexOf("(");
  return (open >= 0 && path.lastIndexOf("/") > open) || /\{[^{}/]*[{/]/.test(path);
}

/** Takes a decoded segment apart. Parentheses that do not end the segment belong to its name. */
export function readSegment(segment: string): PathSegment {
  const open = segment.indexOf("(");
  if (open <= 0 || closingBrackets(segment).get(open) !== segment.length - 1) return { name: segment };
  const name = segment.slice(0, open);
  const inside = segment.slice(open + 1, -1).trim();
  const quoted = /^'((?:[^']|'')*)'$/.exec(inside);
  if (quoted) return { name, key: (quoted[1] ?? "").replaceAll("''", "'") };
  // A bare key may end in the `=` of Base64; an argument has its value behind it.
  if (inside !== "" && !/^[^'"]*=[^=]/.test(inside)) return { name, key: inside };
  return { name, arguments: inside };
}

/** True for what an author leaves for the reader to fill in: `{id}`, `{{id}}`, `<id>`, `(team-id)`, `...`. */
export function isPathParameter(text: string): boolean {
  return /^\{.*\}$|^<.*>$|^\(.*\)$|^\.{2,}$|^…$/.test(text.trim());
}

/**
 * Where each bracket that is closed is closed, by offset. Between two quotation marks no bracket closes one from
 * outside; so that nothing is read twice, brackets behind an odd number of marks are told from the others.
 */
function closingBrackets(text: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  if (!/[({]/.test(text)) return closings;
  const outside: Open = { "(": [], "{": [] };
  const inside: Open = { "(": [], "{": [] };
  let open = outside;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "'") open = open === outside ? inside : outside;
    else if (character === "(" || character === "{") open[character].push(index);
    else if (character === ")" || character === "}") {
      const opened = open[character === ")" ? "(" : "{"].pop();
      if (opened !== undefined) closings.set(opened, index);
    }
  }
  return closings;
}

/** The offsets of the brackets that are not closed yet. */
interface Open {
  readonly "(": number[];
  readonly "{": number[];
}
