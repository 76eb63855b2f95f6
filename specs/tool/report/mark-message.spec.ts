import { describe, expect, it } from "vitest";
import type { Span } from "../../../src/base/span.ts";
import { fallsInto, markMessage } from "../../../src/report/html/mark-message.ts";
import { shownLines, wholeUpTo } from "../../../src/report/html/shown-lines.ts";
import { assertion, at, failure, file, response } from "../../support/hand-made.ts";

const message = { text: response, location: { file, line: 20, column: 1 } };

/** The marked texts of a message, with their lines, for failures at the given spans. */
function marked(text: string, spans: readonly Span[], column = 1): readonly string[] {
  const failures = spans.map((span) => failure({ span }));
  return markMessage({ text, location: { file, line: 20, column } }, failures).flatMap((line) =>
    line.marks.map(({ start, end }) => `${line.number}: ${line.text.slice(start, end)}`),
  );
}

describe("the lines of a message", () => {
  it("have the numbers that they have in the file", () => {
    const lines = markMessage(message, []);
    expect(lines[0]).toEqual({ number: 20, text: "HTTP/1.1 200 OK", marks: [] });
    expect(lines.at(-1)).toEqual({ number: 31, text: "}", marks: [] });
  });

  it("leave out the last line break, and the carriage return of each", () => {
    const lines = markMessage({ ...message, text: "{\r\n}\r\n" }, []);
    expect(lines.map(({ text }) => text)).toEqual(["{", "}"]);
  });
});

describe("a mark", () => {
  it("covers what its span covers: a name, a value, a word of a request line", () => {
    expect(marked(response, [at(27, 7, 17)])).toEqual(['27: "totalTasksCount"']);
    expect(marked(response, [at(28, 16, 6)])).toEqual(['28: "soon"']);
    const request = "GET https://graph.microsoft.com/v1.0/me?$select=id HTTP/1.1\nPrefer: x";
    expect(marked(request, [at(20, 41, 10)])).toEqual(["20: $select=id"]);
  });

  it("covers the first line of what goes over several", () => {
    const object = { file, start: { line: 25, column: 5 }, end: { line: 29, column: 6 } };
    expect(marked(response, [object])).toEqual(["25: {"]);
  });

  it("ends with its line, however far its span goes", () => {
    expect(marked(response, [at(20, 14, 90)])).toEqual(["20: OK"]);
  });

  it("counts columns from the column in which an indented message starts", () => {
    expect(marked('{\n  "a": 1\n}', [at(21, 7, 3)], 5)).toEqual(['21: "a"']);
  });

  it("is a point where its span is empty, or its line ends before", () => {
    expect(marked(response, [at(22, 1)])).toEqual(["22: "]);
    expect(marked(response, [at(31, 40, 3)])).toEqual(["31: "]);
  });

  it("is one for all that speak of the same characters", () => {
    const assertions = [
      failure({ span: at(27, 7, 20) }),
      failure({ rule: "body/type", span: at(27, 26, 1) }),
    ];
    const [mark, ...others] = markMessage(message, assertions).flatMap(({ marks }) => marks);
    expect(mark?.assertions.map(({ rule }) => rule)).toEqual(["body/unknown-property", "body/type"]);
    expect(others).toEqual([]);
  });

  it("is not made for what passed, nor for a place in another file or outside the message", () => {
    const none = [
      assertion(),
      failure({ span: at(27, 7, 1, "other.md") }),
      failure({ span: at(19, 1, 1) }),
      failure({ span: at(32, 1, 1) }),
    ];
    expect(markMessage(message, none).flatMap(({ marks }) => marks)).toEqual([]);
  });
});

describe("an assertion", () => {
  it("falls into the message that has its line, and into no other", () => {
    expect(fallsInto(message, failure({ span: at(20, 1) }))).toBe(true);
    expect(fallsInto(message, failure({ span: at(31, 1) }))).toBe(true);
    expect(fallsInto(message, failure({ span: at(32, 1) }))).toBe(false);
    expect(fallsInto(message, failure({ span: at(19, 1) }))).toBe(false);
    expect(fallsInto(message, failure({ span: at(20, 1, 0, "other.md") }))).toBe(false);
    expect(fallsInto(undefined, failure({ span: at(20, 1) }))).toBe(false);
  });

  it("on a service falls into its exchange, not into the page that its span leads to", () => {
    const answered = failure({ span: at(20, 1), transcript: at(3, 1, 4, "exchange") });
    expect(fallsInto(message, answered)).toBe(false);
    expect(fallsInto({ text: "a\nb", location: { file: "exchange", line: 2, column: 1 } }, answered)).toBe(
      true,
    );
  });
});

describe("a long message", () => {
  const lines = (count: number, markedLine: number) =>
    markMessage({ text: Array(count).fill("x").join("\n"), location: { file, line: 1, column: 1 } }, [
      failure({ span: at(markedLine, 1) }),
    ]);

  it("is shown whole up to a limit", () => {
    expect(shownLines(lines(wholeUpTo, 400))).toHaveLength(wholeUpTo);
  });

  it("is shown from its start and around its marks above that, with the number of lines left out", () => {
    const shown = shownLines(lines(1000, 400));
    expect(shown.filter((line) => typeof line === "number")).toEqual([324, 585]);
    expect(shown.filter((line) => typeof line !== "number").map(({ number }) => number)).toEqual([
      ...Array.from({ length: 60 }, (_, index) => index + 1),
      ...Array.from({ length: 31 }, (_, index) => index + 385),
    ]);
  });
});
