import { describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import { annotationFlag, readAnnotation } from "../../../src/docs/markdown/read-annotation.ts";

function read(text: string) {
  return readAnnotation(text, { file: "a.md", line: 5, column: 3 });
}

describe("an annotation", () => {
  it("is read as it is written", () => {
    expect(read(' { "blockType": "response", "truncated": true } ')).toEqual({
      annotation: {
        kind: "annotation",
        blockType: "response",
        members: { blockType: "response", truncated: true },
        text: ' { "blockType": "response", "truncated": true } ',
        location: { file: "a.md", line: 5, column: 3 },
      },
      flaws: [],
    });
  });

  it("may write blockType in another letter case or with a space behind it", () => {
    expect(read('{ "blocktype ": " request" }')?.annotation?.blockType).toBe("request");
    expect(read('{ "block": "request" }')).toBeUndefined();
  });

  it("without a block type counts when it names a type", () => {
    expect(read('{ "@odata.type": "microsoft.graph.user" }')?.annotation?.blockType).toBe("");
    expect(read('{ "name": "x" }')).toBeUndefined();
  });

  it("may have a remark behind it, as the documentation's tools write one, but not in it", () => {
    const reading = read('{ "blockType": "ignored" } // Note: leave this line.');
    expect(reading?.annotation?.members).toEqual({ blockType: "ignored" });
    expect(reading?.flaws).toEqual([]);
    expect(read('{ "blockType": "ignored" // Note\n}')?.flaws).toHaveLength(1);
  });

  it("nested deeper than anybody writes is not read, and said", () => {
    const reading = read(`{ "blockType": ${'{ "a": '.repeat(9999)}`);
    expect(reading?.annotation?.members).toEqual({});
    expect(reading?.flaws).toHaveLength(1);
  });

  it("with a trailing comma is repaired, and said at the comma", () => {
    const reading = read('{\n  "blockType": "request",\n}');
    expect(reading?.annotation?.members).toEqual({ blockType: "request" });
    expect(reading?.flaws).toEqual([
      {
        rule: "annotation/invalid-json",
        message: "the annotation is not JSON: a comma before the closing bracket",
        span: spanAt({ file: "a.md", line: 6, column: 25 }, 1),
        edits: [{ span: spanAt({ file: "a.md", line: 6, column: 25 }, 1), text: "" }],
      },
    ]);
  });

  it("with an unquoted name or a line break in a string is repaired, and said", () => {
    const unquoted = read('{ "blockType": "response", isCollection: true, "name": "a: b" }');
    expect(unquoted?.annotation?.members).toEqual({
      blockType: "response",
      isCollection: true,
      name: "a: b",
    });
    expect(unquoted?.flaws.map(({ span }) => `${span.start.line}:${span.start.column}`)).toEqual(["5:34"]);
    const broken = read('{ "blockType": "request",\n"name": "one\n  two" }');
    expect(broken?.annotation?.members).toEqual({ blockType: "request", name: "one two" });
    expect(broken?.flaws).toHaveLength(1);
  });

  it("is nothing but prose when it has no JSON and no block type", () => {
    expect(read(" uuid: 1 ")).toBeUndefined();
    expect(read("{to do: write this}")).toBeUndefined();
    expect(read('{ "type": "#page.annotation.suppress", "suppressions": [] }')).toEqual({ flaws: [] });
  });

  it.each([
    ['{ "type": "#page.annotation",\n"section": "documentation",\n}', "6:27"],
    ['{\n"type": "#page.annotation",\n"tocPath": ""\n"suppressions": [] }', "7:14"],
    ['{ "section": "documentation",, "type": "#page.annotation" }', "5:36"],
  ])("is told where it is that of the page and no JSON: %j", (text, at) => {
    const { annotation, flaws = [] } = read(text) ?? {};
    expect(annotation).toBeUndefined();
    expect(flaws.map(({ span }) => `${span.start.line}:${span.start.column}`)).toEqual([at]);
  });

  it("of the page may break its texts over lines", () => {
    expect(read('{ "type": "#page.annotation", "suppressions": ["one\n  two"] }')).toEqual({ flaws: [] });
  });
});

describe("a flag of an annotation", () => {
  it("may be a string", () => {
    const members = { truncated: "true", isCollection: false, isEmpty: "False" };
    expect(annotationFlag(members, "truncated")).toBe(true);
    expect(annotationFlag(members, "isCollection")).toBe(false);
    expect(annotationFlag(members, "isEmpty")).toBe(false);
  });

  it("is unsaid when it is absent or says something else", () => {
    expect(annotationFlag({ truncated: "maybe", isCollection: 1 }, "truncated")).toBeUndefined();
    expect(annotationFlag({ isCollection: 1 }, "isCollection")).toBeUndefined();
    expect(annotationFlag({}, "isEmpty")).toBeUndefined();
  });
});
