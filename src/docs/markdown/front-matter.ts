import { spanAt } from "../../base/span.ts";
import type { Flaw, FrontMatterValue } from "../page.ts";
import { yamlProblem } from "./yaml-problem.ts";

export interface FrontMatterReading {
  /** The text with the front matter emptied, not cut out, so that lines keep their numbers. */
  readonly body: string;
  readonly values: readonly FrontMatterValue[];
  readonly flaws: () => readonly Flaw[];
}

const entry = /^([\w.-]+):(?:[ \t]+(.*))?$/;

/**
 * Reads the lines between the two `---` at the beginning of a page, one value a line. What is not YAML is said once;
 * the other lines are read all the same.
 */
export function readFrontMatter(text: string, file: string): FrontMatterReading {
  if (!/^---[ \t]*\n/.test(text)) return { body: text, values: [], flaws: () => [] };
  const close = /\n---[ \t]*(?=\n|$)/.exec(text);
  const lines = (close ? text.slice(0, close.index) : text).split("\n").slice(1);
  if (!close || (close.index > text.indexOf("\n") && !lines.some((line) => entry.test(line))))
    return unclosed(text, lines, file);
  const end = close.index + close[0].length;
  const matter = text.slice(0, close.index);
  const body = `${matter.replace(/[^\n]+/g, "")}\n${text.slice(end)}`;
  const values = lines.flatMap((line, index): FrontMatterValue[] => {
    const [, name, written = ""] = entry.exec(line) ?? [];
    if (name === undefined) return [];
    const folded = /^[>|][-+]?\d?$/.test(written.trim()) ? nextIndented(lines, index) : written;
    const value = unquoted(folded);
    const location = { file, line: index + 2, column: 1 };
    return [{ name, value, location, length: line.trimEnd().length }];
  });
  return { body, values, flaws: () => yamlFlaws(lines, file) };
}

function yamlFlaws(lines: readonly string[], file: string): Flaw[] {
  const problem = yamlProblem(lines);
  if (!problem) return [];
  const at = { file, line: problem.line + 2, column: problem.column };
  const message = `the front matter is not YAML: ${problem.message}`;
  return [{ rule: "page/front-matter", message, span: spanAt(at, problem.length) }];
}

/** Front matter that nothing ends; a line across the page is no front matter. */
function unclosed(text: string, lines: readonly string[], file: string): FrontMatterReading {
  const isMatter = /^(?:title|description|author|doc_type|ms\.\w+):/.test(lines[0] ?? "");
  const span = spanAt({ file, line: 1, column: 1 }, 3);
  const message = `the front matter has no "---" that ends it`;
  const flaws = isMatter ? [{ rule: "page/front-matter", message, span }] : [];
  return { body: text, values: [], flaws: () => flaws };
}

function nextIndented(lines: readonly string[], from: number): string {
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => /^\S/.test(line));
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .map((line) => line.trim())
    .join(" ");
}

function unquoted(written: string): string {
  const text = written.trim();
  const double = /^"((?:[^"\\]|\\.)*)"?(?:\s+#.*)?$/.exec(text)?.[1];
  if (double !== undefined) return double.replace(/\\(["\\/])/g, "$1");
  const single = /^'((?:[^']|'')*)'?(?:\s+#.*)?$/.exec(text)?.[1];
  return single === undefined ? text.replace(/\s+#.*$/, "") : single.replaceAll("''", "'");
}
