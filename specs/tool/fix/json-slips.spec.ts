import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../src/fix/apply-edits.ts";
import { readJson } from "../../../src/http/read-json.ts";

/** A text with the fix of the first thing that stops its reading. */
function mended(text: string): string | undefined {
  const { problems } = readJson(text, { file: "page.md", line: 1, column: 1 });
  const edits = problems.find(({ harmless }) => !harmless)?.edits;
  return edits && applyEdits(text, edits);
}

describe("JSON whose quotation marks are wrong", () => {
  it.each([
    ["a name without them", "{ rating: 4.5 }", '{ "rating": 4.5 }'],
    ["single ones", `{ 'a': 'b', "c": "it's" }`, `{ "a": "b", "c": "it's" }`],
    ["those of a word processor", '{ “a”: “b”, "c": "d” }', '{ "a": "b", "c": "d" }'],
    ["one too many", '{ "a": ""b", "c": "" }', '{ "a": "b", "c": "" }'],
    ["one missing at the end of a line", '{\n"a": "b,\n"c": "d\n}', '{\n"a": "b",\n"c": "d"\n}'],
    ["a date without them", '{ "a": 2018-04-01T12:39:16Z }', '{ "a": "2018-04-01T12:39:16Z" }'],
    [
      "a word of JSON in other letters",
      '{ "a": True, "b": [NULL, -1.5e3] }',
      '{ "a": true, "b": [null, -1.5e3] }',
    ],
    ["a comma beside them", "{\n'a': 1\nb: 2,\n}", '{\n"a": 1,\n"b": 2\n}'],
  ])("is mended where there is %s", (_, text, by) => {
    expect(mended(text)).toBe(by);
    expect(JSON.parse(by)).toBeDefined();
  });

  it.each([
    ["a word that means nothing in JSON", '{ "a": yes }'],
    ["a URL without them", '{ "a": https://graph.microsoft.com }'],
    ["one missing in the middle of a line", '{ "a": "b, "c": 1 }'],
    ["one missing behind a name", '{\n"status: 200,\n"b": 1 }'],
    ["a bracket missing, too", '{ "a": { b: 1 }'],
    ["a line break in a string, too", '{ "a": "b\n c", d: 1 }'],
    ["an ellipsis, too", "{ a: 1, ... }"],
  ])("is not where there is %s", (_, text) => {
    expect(mended(text)).toBeUndefined();
  });
});
