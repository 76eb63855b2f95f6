/** What keeps lines of front matter from being YAML. */
export interface YamlProblem {
  readonly message: string;
  /** From 0. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly length: number;
}

const key = /^([\w.$-]+|"[^"]*"|'[^']*')[ \t]*:(?:[ \t]+|$)/;

/**
 * The first thing that makes a mapping of one level, as front matter is, no YAML (1.2.2, sections 7 and 8). What is
 * deeper than that (a list, a folded text) is taken for right.
 */
export function yamlProblem(lines: readonly string[]): YamlProblem | undefined {
  const seen = new Set<string>();
  let isText = false;
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? "").trimEnd();
    const problem = (message: string, column = 1, length = line.length - column + 1): YamlProblem => ({
      message,
      line: at,
      column,
      length: Math.max(0, length),
    });
    if (line.trim() === "" || /^\s*#/.test(line)) continue;
    if (/^\t/.test(line)) return problem("a line is indented by a tab");
    // What is deeper belongs to the value above; a list may stand at the margin.
    if (isText && /^ .*:(?:\s|$)/.test(line)) return problem("a text with a colon needs quotation marks");
    if (/^ /.test(line) || /^- |^-$/.test(line)) continue;
    const [found, name = ""] = key.exec(line) ?? [];
    if (found === undefined) {
      const missing = /^[\w.-]+:\S/.test(line)
        ? `a blank is missing behind the colon`
        : `a line is no "name: value"`;
      return problem(missing);
    }
    if (seen.has(name)) return problem(`"${name}" stands twice`);
    seen.add(name);
    const value = line.slice(found.length);
    const quote = /^["']/.exec(value)?.[0];
    const { wrong, next } = quote ? quotedProblem(lines, at, found.length, quote) : plainProblem(value, at);
    if (wrong) return problem(wrong, found.length + 1);
    isText = /^[^"'>|[{\s]/.test(value);
    at = next;
  }
  return undefined;
}

/** A text in quotes, which may go on in the lines below it. */
function quotedProblem(
  lines: readonly string[],
  at: number,
  from: number,
  quote: string,
): { wrong?: string; next: number } {
  let rest = (lines[at] ?? "").slice(from + 1);
  for (let line = at; ; rest = lines[line] ?? "") {
    const close = closingQuote(rest, quote);
    if (close !== -1) {
      const behind = rest.slice(close + 1).trim();
      if (behind === "" || behind.startsWith("#")) return { next: line };
      return {
        wrong: `a quotation mark inside of the text, which is in quotation marks itself, is not escaped`,
        next: line,
      };
    }
    line++;
    // A name at the margin begins the next value: the text has no end.
    if (line >= lines.length || key.test(lines[line] ?? "")) {
      return { wrong: "the quotation mark at the beginning of the text has no counterpart", next: line };
    }
    if (/^[^\s#]/.test(lines[line] ?? "")) {
      return {
        wrong: "a text in quotation marks goes on at the margin, where the next name belongs",
        next: line,
      };
    }
  }
}

function closingQuote(text: string, quote: string): number {
  for (let at = 0; at < text.length; at++) {
    if (quote === '"' && text[at] === "\\") at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return -1;
}

function plainProblem(value: string, at: number): { wrong?: string; next: number } {
  const text = value.replace(/\s+#.*$/, "").trimEnd();
  if (/^[[{]/.test(text)) {
    const isClosed = text.startsWith("[") ? text.endsWith("]") : text.endsWith("}");
    return isClosed
      ? { next: at }
      : { wrong: `a text that begins with "${text[0]}" needs quotation marks`, next: at };
  }
  if (/^[>|]/.test(text)) {
    return /^[>|][-+\d]{0,2}$/.test(text)
      ? { next: at }
      : { wrong: `a text that begins with "${text[0]}" needs quotation marks`, next: at };
  }
  if (
    /^[@`%]/.test(text) ||
    /^(?:\*|!\S|&(?:$|\W))/.test(text) ||
    /^[-?:](?: |$)/.test(text) ||
    /^[,\]}]/.test(text)
  ) {
    return { wrong: `a text that begins with "${text[0]}" needs quotation marks`, next: at };
  }
  return /:(?:\s|$)/.test(text)
    ? { wrong: "a text with a colon needs quotation marks", next: at }
    : { next: at };
}
