import { resolve } from "node:path";
import { expect, test } from "vitest";
import { sourceUrlOf } from "../../../src/cli/checkout.ts";

const checkout = { root: resolve("."), revision: "abc123" };

test("a template makes the address of a line, whatever the file is called", () => {
  const url = sourceUrlOf("https://github.com/o/r/blob/{revision}/{file}#L{line}", checkout);
  expect(url("fixtures/docs/a b.md", 7)).toBe("https://github.com/o/r/blob/abc123/fixtures/docs/a%20b.md#L7");
  expect(url(resolve("x/{line}.md"), 1)).toBe("https://github.com/o/r/blob/abc123/x/%7Bline%7D.md#L1");
});

test("what lies outside of the checkout has no address", () => {
  const url = sourceUrlOf("https://host/{file}", checkout);
  expect(url("../other/a.md", 1)).toBeUndefined();
  expect(url("/etc/passwd", 1)).toBeUndefined();
});

test("without a checkout a file is named from the working folder", () => {
  expect(sourceUrlOf("https://host/{file}?line={line}", undefined)("a/b.md", 3)).toMatch(/a\/b\.md\?line=3$/);
});

test.each([
  ["https://host/tree", "--source-url has no {file}"],
  ["javascript:{file}", "--source-url takes an address of the web"],
  ["file:///{file}", "--source-url takes an address of the web"],
])("%s is refused with the reason", (template, reason) => {
  expect(() => sourceUrlOf(template, checkout)).toThrow(reason);
});
