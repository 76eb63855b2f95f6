import { expect } from "vitest";
import { deriveContract } from "../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../src/docs/folder.ts";
import type { Page } from "../../src/docs/page.ts";
import { readPage } from "../../src/docs/read-page.ts";

/** Every location of a page, with the path to it. */
function locations(value: unknown, path = ""): { path: string; line: number; column: number }[] {
  if (typeof value !== "object" || value === null) return [];
  const { line, column } = Object.fromEntries(Object.entries(value));
  if (typeof line === "number" && typeof column === "number") return [{ path, line, column }];
  return Object.entries(value).flatMap(([name, child]) => locations(child, `${path}/${name}`));
}

/** Reads a page and derives a contract from it: nothing throws, and every place that it names is in the text. */
export function checkedPage(text: string, file: string): Page {
  const page = readPage(text, { file, version: "v1.0" });
  deriveContract(folderOf([page]), "v1.0");
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  for (const { path, line, column } of locations(page)) {
    const length = lines[line - 1]?.length;
    const inside = length !== undefined && column >= 1 && column <= length + 1;
    // A body, header or cell of nothing stands where it would begin: in column 1 of the next line at most.
    if (!inside && !(line === lines.length + 1 && column === 1)) {
      expect.fail(`${path} is at ${line}:${column}, which is not in the page:\n${text}`);
    }
  }
  return page;
}
