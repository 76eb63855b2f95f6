import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/docs/block.ts";
import { readParagraph } from "../../../src/docs/markdown/read-table.ts";

function read(...lines: string[]): Block[] {
  return readParagraph(lines, { file: "a.md", line: 10, column: 1 });
}

/** Cells in short, a line for each row: `line:column text`. */
function cells(...lines: string[]): string[][] {
  const table = read(...lines).find((block) => block.kind === "table");
  if (!table) throw new Error("no table was read");
  const rows = [table.header, ...table.rows.map((row) => row.cells)];
  return rows.map((row) => row.map(({ text, location }) => `${location.line}:${location.column} ${text}`));
}

describe("a table", () => {
  it("has cells with the place of their first character, with and without outer bars", () => {
    expect(cells("|Property | Type|", "|:---|---:|", "|  id |String|")).toEqual([
      ["10:2 Property", "10:13 Type"],
      ["12:4 id", "12:8 String"],
    ]);
    expect(cells("Property | Type", "---|---", "id | String")).toEqual([
      ["10:1 Property", "10:12 Type"],
      ["12:1 id", "12:6 String"],
    ]);
  });

  it("joins what a ragged row has too much, and fills what it lacks", () => {
    expect(cells("|a|b|", "|-|-|", "|1|x | y | z|", "|2|")).toEqual([
      ["10:2 a", "10:4 b"],
      ["12:2 1", "12:4 x | y | z"],
      ["13:2 2", "13:1 "],
    ]);
  });

  it("keeps bars that are escaped or stand in a code span", () => {
    expect(cells("|a|b|", "|-|-|", "|`x|y`|p\\|q|")[1]).toEqual(["12:2 `x|y`", "12:8 p|q"]);
  });

  it("cuts at every bar when a tick without a partner hid some of them", () => {
    expect(cells("|a|b|c|", "|-|-|-|", "|id|String|`a`, `b. |")[1]).toEqual([
      "12:2 id",
      "12:5 String",
      "12:12 `a`, `b.",
    ]);
    expect(cells("|a|b|c|", "|-|-|-|", "|`id|String|the `id`|")[1]).toEqual([
      "12:2 `id",
      "12:6 String",
      "12:13 the `id`",
    ]);
  });

  it("takes a line without bars as the rest of the row above", () => {
    expect(cells("|a|b|", "|-|-|", "|1|x", "y|", "|2|z|", "more", "and more")).toEqual([
      ["10:2 a", "10:4 b"],
      ["12:2 1", "12:4 x"],
      ["13:1 y", "13:1 "],
      ["14:2 2", "14:4 z more and more"],
    ]);
  });

  it("leaves the text above it a paragraph", () => {
    expect(read("Text.", "|a|b|", "|-|-|").map(({ kind, location }) => `${kind} ${location.line}`)).toEqual([
      "paragraph 10",
      "table 11",
    ]);
  });

  it("is none without a line of dashes below the header, or with words in that line", () => {
    expect(read("|a|b|", "|1|2|").map(({ kind }) => kind)).toEqual(["paragraph"]);
    expect(read("|a|b|", "|-|x|").map(({ kind }) => kind)).toEqual(["paragraph"]);
    expect(read("a", "-|-").map(({ kind }) => kind)).toEqual(["paragraph"]);
  });

  it("is none when a line has more bars than any table", () => {
    expect(read("|".repeat(70), `|${"-|".repeat(69)}`).map(({ kind }) => kind)).toEqual(["paragraph"]);
  });
});
