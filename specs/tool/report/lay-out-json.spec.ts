import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutJson } from "../../../src/report/html/lay-out-json.ts";

describe("a JSON text in one line", () => {
  it("gets a line for each member and item", () => {
    expect(layOutJson('{"a":[1,{}, "x, y" ],"b":{ },"c":{"d":null}}').lines).toEqual([
      "{",
      '  "a":[',
      "    1,",
      "    {},",
      '    "x, y"',
      "  ],",
      '  "b":{ },',
      '  "c":{',
      '    "d":null',
      "  }",
      "}",
    ]);
  });

  it("keeps what is wrong with it", () => {
    expect(layOutJson('{"a":1,"a":2,,}').lines).toEqual(["{", '  "a":1,', '  "a":2,', "  ,", "}"]);
    expect(layOutJson('{"a": "not closed').lines).toEqual(["{", '  "a": "not closed']);
  });

  it("keeps every character but spaces between tokens, and finds each again", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { lines, place } = layOutJson(text);
        expect(JSON.parse(lines.join("\n"))).toEqual(JSON.parse(text));
        for (let offset = 0; offset < text.length; offset++) {
          const { line, column } = place(offset);
          expect(lines[line - 1]?.[column - 1]).toBe(text[offset]);
        }
      }),
    );
  });

  it("grows by no more than a factor, however deep it is, in no time", () => {
    const deep = "[".repeat(50_000) + "]".repeat(50_000);
    expect(layOutJson(deep).lines.join("\n").length).toBeLessThan(50 * deep.length);
  });
});
