import { describe, expect, it } from "vitest";
import { spanAt, spanBetween, spanOfText, startOf } from "../../../src/base/span.ts";
import { locateInJson, readJson } from "../../../src/http/read-json.ts";

const at = { file: "a.md", line: 20, column: 5 };

function lines(...text: string[]): string {
  return text.join("\n");
}

/** Problems in short: `line:column message`, with `!` when the value cannot be trusted behind it. */
function problems(text: string): string[] {
  return readJson(text, at).problems.map(
    ({ span: { start }, message, harmless }) =>
      `${start.line}:${start.column} ${message}${harmless ? "" : "!"}`,
  );
}

describe("JSON", () => {
  it("without a fault is read without a problem", () => {
    const reading = readJson('{ "a": [1, null, {"b": "c\\n"}], "@odata.type": "#x" }', at);
    expect(reading).toEqual({
      value: { a: [1, null, { b: "c\n" }], "@odata.type": "#x" },
      problems: [],
      duplicates: [],
    });
  });

  it("with a trailing comma is read, and the comma is the place", () => {
    const text = lines("{", '  "a": [', "    1,", "  ],", "}");
    expect(readJson(text, at).value).toEqual({ a: [1] });
    expect(problems(text)).toEqual([
      "22:10 a comma before the closing bracket",
      "23:8 a comma before the closing bracket",
    ]);
  });

  it("with a missing comma is read, and the place is where it belongs", () => {
    const text = lines("{", '  "a": 1', '  "b": 2', "}");
    expect(readJson(text, at).value).toEqual({ a: 1, b: 2 });
    expect(problems(text)).toEqual(["21:13 a comma is missing"]);
  });

  it("with a comment is read", () => {
    expect(readJson('{ "a": 1 // one\n}', at).value).toEqual({ a: 1 });
    expect(problems('{ "a": 1 // one\n}')).toEqual(["20:14 a comment"]);
  });

  it("with a string over two lines is read as if it stood in one", () => {
    const text = lines("{", '  "a": "https://graph', '     /me",', '  "b": 1', "}");
    expect(readJson(text, at).value).toEqual({ a: "https://graph/me", b: 1 });
    expect(problems(text)).toEqual(["21:26 a line break in a string"]);
    expect(locateInJson(text, at, "/b")).toEqual(spanAt({ file: "a.md", line: 23, column: 12 }, 1));
  });

  it("whose quotation mark is missing is not guessed", () => {
    expect(problems(lines("{", '  "a": "x,', '  "b": 1', "}"))[0]).toBe("21:12 a string that does not end!");
    expect(problems("{ 'a': 1 }")[0]).toBe("20:7 a name in single quotes!");
    expect(problems('{ "a": 2020-01-01T00:00:00Z }')).toEqual(["20:16 a date or a GUID without quotes!"]);
  });

  it.each([
    ["a value in single quotes", `{ "a": '12' }`],
    ["a value in single quotes that do not end", `{ "a": '12 }`],
    ["a name in typographic quotes", "{ “a”: 1 }"],
    ["a value in typographic quotes", '{ "a": “12” }'],
    ["a value in typographic quotes", '{ "a": "12” }'],
    ["a value in typographic quotes that do not end", '{ "a": “12 }'],
    ["a value in backticks", '{ "a": `12` }'],
    ["a string that does not end", '{ "a": "12\n}'],
    ["a quotation mark that is missing before a word", '{ a": 12 }'],
    ["a quotation mark too many", '{ "a": ""b" }'],
    ["a name without quotes", "{ a: 12 }"],
    ["a word of JSON in other letters", '{ "a": True }'],
    ["a date or a GUID without quotes", '{ "a": 12345678-1234-1234-1234-123456789012 }'],
  ])("tells %s, and what to write", (message, text) => {
    const [problem] = readJson(text, at).problems;
    expect(problem?.message).toBe(message);
    expect(problem?.advice).toMatch(/^(?:write|begin|end|take out) /);
  });

  it.each([
    ["a word that means nothing", '{ "a": String }', "an unexpected word"],
    ["dots", '{ "a": ... }', "an unexpected word"],
    ["a mark in the middle of a string", '{ "a": "b "c" d" }', "an unexpected word"],
    ["a string in a wrong place", '{ "a" "b" }', "a colon is missing"],
    ["a second value", '{ "a": 1 } "b"', "text after the end of the JSON value"],
    ["a typographic quote in a string", '{ "a": "it’s “b”", "c": }', "a value is expected"],
    ["a number with a zero before it", '{ "a": 01 }', "a property name in double quotes is expected"],
  ])("claims to know nothing of %s", (_, text, message) => {
    const [problem] = readJson(text, at).problems;
    expect(problem).toMatchObject({ message });
    expect(problem).not.toHaveProperty("advice");
  });

  it("is of the same kind in whatever words it is told, so that a finding keeps its fingerprint", () => {
    const kinds = (text: string) => readJson(text, at).problems.map(({ kind }) => kind)[0];
    expect(kinds("{ 'a': 1 }")).toBe("an unexpected word");
    expect(kinds("{ a: 1 }")).toBe("an unexpected word");
  });

  it("with two values, or none, is no JSON", () => {
    expect(problems("{}\n{}")).toEqual(["21:5 text after the end of the JSON value!"]);
    expect(problems("")).toEqual(["20:5 a value is expected!"]);
    expect(readJson("", at).value).toBeUndefined();
  });

  it("says each name that stands twice in an object, and not those in two objects", () => {
    const text = lines("{", '  "a": {"x": 1, "x": 2},', '  "b": {"x": 1},', '  "a": 1', "}");
    expect(readJson(text, at).duplicates).toEqual([
      { pointer: "/a/x", span: spanAt({ file: "a.md", line: 21, column: 21 }, 3) },
      { pointer: "/a", span: spanAt({ file: "a.md", line: 23, column: 7 }, 3) },
    ]);
    expect(readJson('[{"a": 1}, {"a": "\\"a\\": 2"}]', at).duplicates).toEqual([]);
  });

  it("says at most one problem for a line, the worse one", () => {
    expect(problems('{ "a": 1 "b": oops }')).toEqual(["20:19 an unexpected word!"]);
  });

  it("nested deeper than a person writes is not read", () => {
    expect(problems("[".repeat(501) + "]".repeat(501))).toEqual(["20:505 brackets nested too deep to read!"]);
    expect(problems("[".repeat(500) + "]".repeat(500))).toEqual([]);
  });
});

describe("a place in JSON", () => {
  const text = lines("{", '  "value": [', '    { "a/b": 1, "~": [true] }', "  ]", "}");

  it("is found by its pointer, every line beginning in the column of the text", () => {
    const inLine = (column: number, length: number) => spanAt({ file: "a.md", line: 22, column }, length);
    expect(locateInJson(text, at, "")).toEqual(spanOfText(at, text, at.column));
    expect(locateInJson(text, at, "/value/0")).toEqual(inLine(9, '{ "a/b": 1, "~": [true] }'.length));
    expect(locateInJson(text, at, "/value/0/a~1b")).toEqual(inLine(18, 1));
    expect(locateInJson(text, at, "/value/0/a~1b", "name")).toEqual(inLine(11, '"a/b"'.length));
    expect(locateInJson(text, at, "/value/0", "name").start, "an item has no name").toMatchObject({
      column: 9,
    });
    expect(locateInJson(text, at, "/value/0/~0/0")).toEqual(inLine(27, "true".length));
  });

  it("of a name that stands twice is that of the value which is read, the last", () => {
    const twice = lines('{ "a": 1,', '  "b": 2,', '  "a": 3 }');
    expect(readJson(twice, at).value).toEqual({ a: 3, b: 2 });
    expect(locateInJson(twice, at, "/a")).toEqual(spanAt({ file: "a.md", line: 22, column: 12 }, 1));
  });

  it("that does not exist is the one of the nearest value around it", () => {
    const list = locateInJson(text, at, "/value/7/x");
    expect(list).toEqual(spanBetween({ file: "a.md", line: 21, column: 16 }, { line: 23, column: 8 }));
    expect(startOf(locateInJson("no JSON", at, "/a"))).toEqual(at);
  });
});
