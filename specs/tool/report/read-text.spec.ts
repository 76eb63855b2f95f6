import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readLinesOf, readText } from "../../../src/report/read-text.ts";

const folder = mkdtempSync(join(tmpdir(), "read-text-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (text: string): string => {
  const path = join(folder, "some.txt");
  writeFileSync(path, text);
  return path;
};

describe("a file that somebody named", () => {
  it.each([
    ["short lines", "one\ntwo\n\nthree\n"],
    ["no last line end", "one\ntwo"],
    ["lines longer than what is read at once", `${"a".repeat(700_000)}\n${"ü€😀".repeat(300_000)}\nend\n`],
    ["nothing", ""],
  ])("is read line by line as it is read whole: %s", (_, text) => {
    const path = file(text);
    expect([...readLinesOf(path, "text")].join("\n")).toBe(readText(path, "text").replace(/\n$/, ""));
  });

  it("is refused in a sentence where it is not there, or is a folder", () => {
    const missing = join(folder, "missing.txt");
    expect(() => [...readLinesOf(missing, "contract")]).toThrow(
      `cannot read the contract "${missing}": it does not exist`,
    );
    expect(() => [...readLinesOf(folder, "contract")]).toThrow("it is a folder");
    expect(() => readText(missing, "contract")).toThrow("it does not exist");
  });
});
