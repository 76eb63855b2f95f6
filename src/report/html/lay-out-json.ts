/** A JSON text in lines, and where its characters have gone. Lines and columns count from 1. */
export interface LaidOut {
  readonly lines: readonly string[];
  place(offset: number): { readonly line: number; readonly column: number };
}

/** Deeper levels are not moved further, so that the text grows by no more than a fixed factor. */
const deepest = 20;

/**
 * Lays out a JSON text that stands in one line: a line for each member and item. Nothing but spaces between tokens is
 * added or left out, so that what is wrong with the text stays to be seen.
 */
export function layOutJson(text: string): LaidOut {
  const lines: { readonly start: number; readonly indent: number; readonly text: string }[] = [];
  let start = 0;
  let depth = 0;
  const breakAt = (end: number, next: number) => {
    const line = text.slice(start, end);
    const skipped = line.length - line.trimStart().length;
    const indent = 2 * Math.max(0, Math.min(depth, deepest));
    if (line.trim() !== "") lines.push({ start: start + skipped, indent, text: line.trim() });
    start = end;
    depth = next;
  };
  //  {"a":[1,{}],"b":"x, y"}      breaks behind { [ , and before } ] but within neither {} nor a string
  //   |    | |  |  |       |
  const token = /"(?:[^"\\]|\\.)*"?|[[{]\s*[\]}]|[[\]{},]/g;
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === "{" || found === "[") breakAt(index + 1, depth + 1);
    else if (found === "}" || found === "]") breakAt(index, depth - 1);
    else if (found === ",") breakAt(index + 1, depth);
  }
  breakAt(text.length, depth);
  return {
    lines: lines.map((line) => " ".repeat(line.indent) + line.text),
    place(offset) {
      const index = Math.max(
        0,
        lines.findLastIndex((line) => line.start <= offset),
      );
      const { start: first = 0, indent = 0 } = lines[index] ?? {};
      return { line: index + 1, column: Math.max(1, indent + offset - first + 1) };
    },
  };
}
