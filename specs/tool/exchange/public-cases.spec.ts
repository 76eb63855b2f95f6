import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { folderOf } from "../../../src/docs/folder.ts";
import { readFolders } from "../../../src/docs/read-folder.ts";
import { documentationOf, judgeDocumentedPage } from "../../../src/exchange/judge-documentation.ts";

interface Expected {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly pointer: string | null;
}

/** Faults that people reported about documentation, each on small pages with the whole list of findings; not part of the repository. */
const folder = "../shared/cases";
const cases = existsSync(folder)
  ? readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort()
  : [];

describe.skipIf(cases.length === 0)(`the cases of ${folder}`, () => {
  it("are there", () => {
    expect(cases.length).toBeGreaterThanOrEqual(72);
  });

  it.each(cases)("%s has the findings that are expected, and no other", async (name) => {
    const text = readFileSync(`${folder}/${name}/expected.json`, "utf8");
    const expected: readonly Expected[] = JSON.parse(text);
    expect(await findingsIn(`${folder}/${name}`)).toEqual(expected.map(shown).sort());
  });
});

async function findingsIn(path: string): Promise<string[]> {
  const documentation = documentationOf(folderOf(await readFolders([`${path}/api-reference`])));
  return documentation.folder.pages
    .flatMap((page) => judgeDocumentedPage(page, documentation))
    .flatMap(({ assertions }) => assertions)
    .flatMap((each) => {
      if (each.status !== "fail") return [];
      const { rule, span, pointer = null } = each;
      const file = span.file.slice(span.file.indexOf("api-reference/"));
      return [shown({ rule, file, line: span.start.line, pointer })];
    })
    .sort();
}

function shown({ rule, file, line, pointer }: Expected): string {
  return `${rule} ${file}:${line} ${pointer ?? ""}`;
}
