import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRequestUrl } from "../../../src/odata/request-url.ts";

describe("readRequestUrl", () => {
  it("takes an absolute URL apart", () => {
    expect(readRequestUrl("https://Graph.microsoft.com/v1.0/users/7/messages?$top=1")).toEqual({
      host: "graph.microsoft.com",
      version: "v1.0",
      segments: ["users", "7", "messages"],
      options: new Map([["$top", "1"]]),
    });
  });

  it.each([
    ["/beta/me/", "", "beta", ["me"]],
    ["/me", "", "", ["me"]],
    ["me/messages", "", "", ["me", "messages"]],
    ["graph.microsoft.com/v1.0/me", "graph.microsoft.com", "v1.0", ["me"]],
    ["https://graph.microsoft.com/V1.0//me", "graph.microsoft.com", "V1.0", ["me"]],
    ["https://graph.microsoft.com/v1/me", "graph.microsoft.com", "v1", ["me"]],
    ["", "", "", []],
  ])("reads host, version and segments of %s", (url, host, version, segments) => {
    expect(readRequestUrl(url)).toMatchObject({ host, version, segments });
  });

  it.each([
    ["a key in parentheses", "/users('a/b')/messages", ["users('a/b')", "messages"]],
    ["arguments", "/r/summary(from=2022-07-20,to='a/b')", ["r", "summary(from=2022-07-20,to='a/b')"]],
    ["a placeholder", "/users/{{user/id}}/x", ["users", "{{user/id}}", "x"]],
    ["an escaped slash", "/users/a%2Fb", ["users", "a/b"]],
    [
      "an apostrophe outside of parentheses",
      "/users/o'neil@x.com/messages",
      ["users", "o'neil@x.com", "messages"],
    ],
    ["a parenthesis that is never closed", "/a(b/c", ["a(b", "c"]],
  ])("keeps %s in one segment", (_, url, segments) => {
    expect(readRequestUrl(url).segments).toEqual(segments);
  });

  it("knows OData's options with and without $, in any letter case and escaped", () => {
    const { options } = readRequestUrl(
      "/me?select=id&$ORDERBY=name&%24top=2&startDateTime=x&$search=%22a%22",
    );
    expect([...options]).toEqual([
      ["$select", "id"],
      ["$orderby", "name"],
      ["$top", "2"],
      ["startdatetime", "x"],
      ["$search", '"a"'],
    ]);
  });

  it("decodes either spelling of a space and keeps what is raw", () => {
    const { options } = readRequestUrl("/me?$filter=a+eq%20'b c'&$count");
    expect([...options]).toEqual([
      ["$filter", "a eq 'b c'"],
      ["$count", ""],
    ]);
  });

  it("drops a fragment, but not a # in quotes", () => {
    expect(readRequestUrl("/users('a#b')/x#top").segments).toEqual(["users('a#b')", "x"]);
  });

  it("keeps an escape that is none", () => {
    expect(readRequestUrl("/a/100%/%E0%A4%A").segments).toEqual(["a", "100%", "%E0%A4%A"]);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => readRequestUrl(text) !== undefined));
  });
});
