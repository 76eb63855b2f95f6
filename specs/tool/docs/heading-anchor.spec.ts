import { describe, expect, it } from "vitest";
import { headingAnchor } from "../../../src/docs/markdown/heading-anchor.ts";

describe("the fragment of a heading", () => {
  it.each([
    ["Example 1: List the runs", "example-1-list-the-runs"],
    ["HTTP request", "http-request"],
    ["`runState` values", "runstate-values"],
    ["See [the run](run.md)<br/>", "see-the-run"],
    ["Größe & more_of it", "größe--more_of-it"],
  ])("of %j is %s", (heading, anchor) => {
    expect(headingAnchor(heading, new Map())).toBe(anchor);
  });

  it("is numbered from the second time on, and only then", () => {
    const seen = new Map<string, number>();
    expect(
      ["Response", "response", "Request", "Response"].map((heading) => headingAnchor(heading, seen)),
    ).toEqual(["response", "response-1", "request", "response-2"]);
  });
});
