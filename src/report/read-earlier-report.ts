import { isObject } from "../base/is-object.ts";
import { UsageError } from "../base/usage-error.ts";
import { readJsonReport } from "./read-report.ts";
import type { EarlierReport } from "./upgrade.ts";

/**
 * Reads what an earlier report was judged by, and needed. It may be of an earlier form: nothing else of it is read.
 *
 * @throws UsageError for a file that is unreadable, or says nothing of the kind
 */
export function readEarlierReport(file: string): EarlierReport {
  const value = readJsonReport(file);
  const { tool, basis }: Readonly<Record<string, unknown>> = isObject(value) ? value : {};
  if (isObject(tool) && typeof tool.version === "string" && isObject(basis)) {
    const { rules, permissions } = basis;
    if (isList(rules, isText) && isList(permissions, isTexts))
      return { version: tool.version, rules, permissions };
  }
  throw new UsageError(
    `"${file}" does not say by which rules it was judged: it is no report of gate or merge`,
  );
}

function isList<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}

function isTexts(value: unknown): value is readonly string[] {
  return isList(value, isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
