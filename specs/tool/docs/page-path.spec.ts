import { describe, expect, it } from "vitest";
import { isMetadataFile, liesIn } from "../../../src/docs/page-path.ts";

describe("the path of a page", () => {
  it.each([
    ["docs", "docs/api/lamp-get.md"],
    ["docs/", "docs/api/lamp-get.md"],
    [".", "docs/api/lamp-get.md"],
    ["docs/../docs", "docs/api/lamp-get.md"],
    ["docs", "docs"],
    ["/docs", "/docs/..lamp.md"],
    ["docs/api", "docs/api/../api/lamp-get.md"],
  ])("lies in %s: %s", (path, file) => {
    expect(liesIn(path, file)).toBe(true);
  });

  it.each([
    ["docs", "docs2/api/lamp-get.md"],
    ["docs/api", "docs/resources/lamp.md"],
    ["docs", "docs/../lamp.md"],
    ["docs/api", "docs"],
    ["docs", "/docs/lamp.md"],
  ])("does not lie in %s: %s", (path, file) => {
    expect(liesIn(path, file)).toBe(false);
  });

  it("says which files are called as metadata is", () => {
    expect(["v1.0.csdl", "beta.XML", "lamp.md"].map(isMetadataFile)).toEqual([true, true, false]);
  });
});
