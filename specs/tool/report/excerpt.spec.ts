import { describe, expect, it } from "vitest";
import { spanAt, spanBetween } from "../../../src/base/span.ts";
import { type Excerpt, excerptOf, mendedOf, shortText } from "../../../src/report/html/excerpt.ts";

const start = { line: 20, column: 1 };
const at = (line: number, column: number, length: number) => spanAt({ file: "run.md", line, column }, length);

/** `a [b] c`, a line each. */
function told(excerpt: Excerpt | undefined): readonly string[] | undefined {
  return excerpt?.lines.map(({ before, spot, after }) => `${before}[${spot}]${after}`);
}

describe("an excerpt", () => {
  const lines = ["{", '    "state": "soon",', '    "tasks": {', '      "a": 1,', "    }", "}"];

  it("shows the line with the place in it, without the spaces before it", () => {
    const excerpt = excerptOf({ lines, start }, at(21, 14, 6));
    expect(told(excerpt)).toEqual(['"state": ["soon"],']);
    expect(excerpt?.more).toBe(0);
  });

  it("counts columns from where the first line begins, as a message does that is indented", () => {
    const indented = { lines: ['"state": "soon"'], start: { line: 21, column: 5 } };
    expect(told(excerptOf(indented, at(21, 14, 6)))).toEqual(['"state": ["soon"]']);
  });

  it("shows all lines of a place, as they stand to each other", () => {
    const span = spanBetween({ file: "run.md", line: 22, column: 14 }, { line: 24, column: 6 });
    expect(told(excerptOf({ lines, start }, span))).toEqual(['"tasks": [{]', '  ["a": 1,]', "[}]"]);
  });

  it("shows the first of many lines and counts the others", () => {
    const many = Array.from({ length: 40 }, (_, index) => `line ${index}`);
    const span = spanBetween({ file: "run.md", line: 20, column: 1 }, { line: 59, column: 8 });
    const excerpt = excerptOf({ lines: many, start }, span);
    expect(excerpt?.lines).toHaveLength(4);
    expect(excerpt?.more).toBe(36);
  });

  it("does not take a line in whose beginning the place ends", () => {
    const span = spanBetween({ file: "run.md", line: 21, column: 5 }, { line: 22, column: 1 });
    expect(told(excerptOf({ lines, start }, span))).toEqual(['["state": "soon",]']);
  });

  it("cuts a string of a megabyte, says how long it is, and keeps what stands around it in sight", () => {
    const long = `${"b".repeat(500)}${"x".repeat(1_000_000)}${"a".repeat(500)}`;
    const [line] = excerptOf({ lines: [long], start }, at(20, 501, 1_000_000))?.lines ?? [];
    expect(line?.spot).toBe(`${"x".repeat(240)}… (1,000,000 characters)`);
    expect(line?.before).toBe(`…${"b".repeat(120)}`);
    expect(line?.after).toBe(`${"a".repeat(120)}…`);
  });

  it("cuts no character in two", () => {
    expect(shortText("😀".repeat(300), 3)).toBe("😀… (600 characters)");
    expect(shortText("short", 5)).toBe("short");
  });

  it("is none where the lines do not reach, and marks the end of a line where a place lies behind it", () => {
    expect(excerptOf({ lines, start }, at(40, 1, 1))).toBeUndefined();
    expect(excerptOf({ lines, start }, at(19, 1, 1))).toBeUndefined();
    expect(told(excerptOf({ lines, start }, at(25, 9, 3)))).toEqual(["}[]"]);
  });
});

describe("a line that is mended", () => {
  const lines = ["GET /me", '  "totalTasksCount": 3'];

  it("shows what the edits put into it", () => {
    const edits = [{ span: at(21, 3, 17), text: '"totalTasksCounts"' }];
    expect(told(mendedOf({ lines, start }, edits))).toEqual(['["totalTasksCounts"]: 3']);
  });

  it("shows lines that are put in as lines, and what is taken out as a place", () => {
    const added = [{ span: at(20, 8, 0), text: "\nPrefer: a" }];
    expect(told(mendedOf({ lines, start }, added))).toEqual(["GET /me[]", "[Prefer: a]"]);
    const removed = [{ span: at(20, 4, 1), text: "" }];
    expect(told(mendedOf({ lines, start }, removed))).toEqual(["GET[]/me"]);
  });

  it("takes several edits of one line together, and leaves those of other lines", () => {
    const edits = [
      { span: at(20, 5, 3), text: "/us" },
      { span: at(20, 1, 3), text: "PUT" },
      { span: at(21, 1, 0), text: "x" },
    ];
    expect(told(mendedOf({ lines, start }, edits))).toEqual(["[PUT /us]"]);
  });

  it("is none where an edit goes over several lines, or there is no such line", () => {
    const over = spanBetween({ file: "run.md", line: 20, column: 1 }, { line: 21, column: 1 });
    expect(mendedOf({ lines, start }, [{ span: over, text: "" }])).toBeUndefined();
    expect(mendedOf({ lines, start }, [{ span: at(50, 1, 1), text: "" }])).toBeUndefined();
    expect(mendedOf({ lines, start }, [])).toBeUndefined();
  });
});
