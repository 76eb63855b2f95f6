import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unifiedPatch } from "../../../src/fix/unified-patch.ts";

const ten = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n";

describe("a patch", () => {
  it("shows a change with three lines around it", () => {
    expect(unifiedPatch("page.md", ten, ten.replace("five", "5\n5a"))).toBe(
      [
        "--- a/page.md",
        "+++ b/page.md",
        "@@ -2,7 +2,8 @@",
        " two\n three\n four\n-five\n+5\n+5a\n six\n seven\n eight\n",
      ].join("\n"),
    );
  });

  it("puts changes together whose lines around them meet, and no others", () => {
    const long = `${ten}${ten}`;
    const hunks = (after: string) => unifiedPatch("page.md", long, after).match(/^@@ .*$/gm);
    expect(hunks(long.replace("one", "1").replace("eight", "8"))).toEqual(["@@ -1,11 +1,11 @@"]);
    expect(hunks(long.replace("one", "1").replace("nine", "9"))).toEqual([
      "@@ -1,4 +1,4 @@",
      "@@ -6,7 +6,7 @@",
    ]);
  });

  it("is empty where nothing is changed", () => {
    expect(unifiedPatch("page.md", ten, ten)).toBe("");
  });

  it("says where the last line has no end", () => {
    expect(unifiedPatch("page.md", "one\ntwo", "one\n2")).toBe(
      "--- a/page.md\n+++ b/page.md\n@@ -1,2 +1,2 @@\n one\n-two\n\\ No newline at end of file\n+2\n\\ No newline at end of file\n",
    );
  });

  it.each([
    ["a page.md", "--- a/a page.md\t\n+++ b/a page.md\t\n"],
    ["café.md", '--- "a/caf\\303\\251.md"\n+++ "b/caf\\303\\251.md"\n'],
    ['a"b\\c.md', '--- "a/a\\"b\\\\c.md"\n+++ "b/a\\"b\\\\c.md"\n'],
  ])("names the file %s as git does", (file, head) => {
    expect(unifiedPatch(file, "one\n", "two\n").startsWith(head)).toBe(true);
  });
});

describe("git apply", () => {
  it("makes the second text of the first, whatever lines, line breaks, ends and names the files have", () => {
    const line = fc.string({ unit: fc.constantFrom("a", "b", " ", "é", "-", "+", "\\", "@"), maxLength: 3 });
    const text = fc
      .tuple(fc.array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\r\n"))), line)
      .map(([lines, last]) => lines.flat().join("") + last);
    const pairs = fc.sample(fc.tuple(text, text), 60);
    // Some that are alike, as pages before and after a fix are.
    const alike = pairs.map(
      ([one, other]) => [`${one}\n${ten}${other}`, `${one}!\n${ten}${other}?`] as const,
    );
    const names = ["page.md", "a page.md", "café/ä b.md", 'quo"te.md', "back\\slash.md", "tab\t.md"];
    const folder = mkdtempSync(join(tmpdir(), "graph-conformance-"));
    try {
      const files = [...pairs, ...alike].map(([before, after], index) => {
        const name = `${index}/${names[index % names.length]}`;
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), before);
        return { name, before, after };
      });
      const patch = files.map(({ name, before, after }) => unifiedPatch(name, before, after)).join("");
      const applied = spawnSync("git", ["apply", "--whitespace=nowarn"], {
        cwd: folder,
        input: patch,
        encoding: "utf8",
      });
      expect(applied.stderr).toBe("");
      for (const { name, after } of files) {
        expect(readFileSync(join(folder, name), "utf8"), name).toBe(after);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
