import { describe, expect, it } from "vitest";
import { linkTarget } from "../../../src/docs/link-target.ts";

const from = "docs/v1.0/api/user-get.md";

describe("the target of a link", () => {
  it("is resolved against the page that has the link", () => {
    expect(linkTarget(from, "../resources/user.md#properties")).toEqual({
      file: "docs/v1.0/resources/user.md",
      anchor: "properties",
    });
    expect(linkTarget(from, "user-list.md")).toEqual({ file: "docs/v1.0/api/user-list.md", anchor: "" });
    expect(linkTarget("user.md", "../includes/a.md")).toEqual({ file: "../includes/a.md", anchor: "" });
  });

  it("is the page itself for a bare anchor", () => {
    expect(linkTarget(from, "#request-1")).toEqual({ file: from, anchor: "request-1" });
  });

  it("may have back slashes, escapes and a query", () => {
    expect(linkTarget(from, "..\\resources\\a%20b.md?view=graph#c%C3%A9")).toEqual({
      file: "docs/v1.0/resources/a b.md",
      anchor: "cé",
    });
    expect(linkTarget(from, "bad%escape.md")).toEqual({ file: "docs/v1.0/api/bad%escape.md", anchor: "" });
  });

  it.each([
    "https://graph.microsoft.com/a.md",
    "/graph/permissions.md",
    "mailto:a@b.c",
    "#tab/http",
    "a.png",
    "#",
    "",
  ])("is nothing to resolve for %j", (target) => {
    expect(linkTarget(from, target)).toBeUndefined();
  });
});
