import { describe, expect, it } from "vitest";
import { fallsInto, markMessage } from "../../../src/report/html/mark-message.ts";
import { shownLines, wholeUpTo } from "../../../src/report/html/shown-lines.ts";
import { assertion, failure, file, response } from "./hand-made.ts";

const message = { text: response, location: { file, line: 20, column: 1 } };

/** The marked texts of a message, with their lines, for failures at the given places. */
function marked(text: string, places: readonly (readonly [number, number])[], column = 1): readonly string[] {
  const failures = places.map(([line, at]) => failure({ location: { file, line, column: at } }));
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
  it("covers a property with its value when that is a scalar", () => {
    expect(marked(response, [[27, 7]])).toEqual(['27: "totalTasksCount": 3']);
    expect(marked(response, [[28, 7]])).toEqual(['28: "state": "soon"']);
  });

  it("covers only the name when the value is an object or list", () => {
    expect(marked(response, [[24, 3]])).toEqual(['24: "value"']);
  });

  it("covers a value: text, number, bracket", () => {
    expect(
      marked(response, [
        [28, 16],
        [27, 26],
        [25, 5],
      ]),
    ).toEqual(["25: {", "27: 3", '28: "soon"']);
  });

  it("covers a text with escaped quotes, and one that is not closed", () => {
    const body = '{\n"a": "x \\"y\\" z", "b": "open\n}';
    expect(
      marked(body, [
        [21, 6],
        [21, 24],
      ]),
    ).toEqual(['21: "x \\"y\\" z"', '21: "open']);
  });

  it("covers a word that is no JSON, and one character where there is no word", () => {
    expect(
      marked("{\n id-value,\n}", [
        [21, 2],
        [21, 10],
      ]),
    ).toEqual(["21: id-value", "21: ,"]);
  });

  it("covers a header or the status line to its end", () => {
    expect(
      marked(response, [
        [21, 15],
        [20, 14],
      ]),
    ).toEqual(["20: OK", "21: application/json"]);
  });

  it("covers a word of a request line, and the line from its start", () => {
    const request = "GET https://graph.microsoft.com/v1.0/me?$select=id HTTP/1.1\nPrefer: x";
    expect(marked(request, [[20, 41]])).toEqual(["20: $select=id"]);
    expect(marked(request, [[20, 1]])).toEqual([`20: ${request.split("\n")[0]}`]);
  });

  it("counts columns from the column in which an indented message starts", () => {
    expect(marked('{\n  "a": 1\n}', [[21, 7]], 5)).toEqual(['21: "a": 1']);
  });

  it("is a point where a line is empty or ends", () => {
    expect(marked(response, [[22, 1]])).toEqual(["22: "]);
    expect(marked(response, [[31, 40]])).toEqual(["31: "]);
  });

  it("is one for all that speak of the same characters", () => {
    const assertions = [
      failure({ location: { file, line: 27, column: 7 } }),
      failure({ rule: "body/type", location: { file, line: 27, column: 26 } }),
    ];
    const [mark, ...others] = markMessage(message, assertions).flatMap(({ marks }) => marks);
    expect(mark?.assertions.map(({ rule }) => rule)).toEqual(["body/unknown-property", "body/type"]);
    expect(others).toEqual([]);
  });

  it("is not made for what passed, nor for a place in another file or outside the message", () => {
    const none = [
      assertion({ location: { file, line: 27, column: 7 } }),
      failure({ location: { file: "other.md", line: 27, column: 7 } }),
      failure({ location: { file, line: 19, column: 1 } }),
      failure({ location: { file, line: 32, column: 1 } }),
    ];
    expect(markMessage(message, none).flatMap(({ marks }) => marks)).toEqual([]);
  });
});

describe("a place", () => {
  it("falls into the message that has its line, and into no other", () => {
    expect(fallsInto(message, { file, line: 20, column: 1 })).toBe(true);
    expect(fallsInto(message, { file, line: 31, column: 1 })).toBe(true);
    expect(fallsInto(message, { file, line: 32, column: 1 })).toBe(false);
    expect(fallsInto(message, { file, line: 19, column: 1 })).toBe(false);
    expect(fallsInto(message, { file: "other.md", line: 20, column: 1 })).toBe(false);
    expect(fallsInto(undefined, { file, line: 20, column: 1 })).toBe(false);
  });
});

describe("a long message", () => {
  const lines = (count: number, markedLine: number) =>
    markMessage({ text: Array(count).fill("x").join("\n"), location: { file, line: 1, column: 1 } }, [
      failure({ location: { file, line: markedLine, column: 1 } }),
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
