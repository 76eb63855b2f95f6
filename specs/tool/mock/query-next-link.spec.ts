import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextLinkOf } from "../../../src/mock/query/next-link.ts";
import { readRequestUrl } from "../../../src/odata/request-url.ts";

const origin = "https://localhost:8443";
const link = (target: string) => nextLinkOf({ origin, target, skiptoken: "TOKEN" });

describe("nextLinkOf", () => {
  it("is absolute, repeats the options and ends in the token", () => {
    expect(link("/v1.0/users?$top=5&$select=id,mail")).toBe(
      "https://localhost:8443/v1.0/users?$top=5&$select=id,mail&$skiptoken=TOKEN",
    );
    expect(link("/v1.0/users")).toBe("https://localhost:8443/v1.0/users?$skiptoken=TOKEN");
  });

  it("leaves out an earlier token and $skip, which the token replaces, in any spelling", () => {
    expect(link("/v1.0/users?%24skiptoken=OLD&$top=5&skip=7&$SKIP=8&")).toBe(
      "https://localhost:8443/v1.0/users?$top=5&$skiptoken=TOKEN",
    );
    expect(link("/v1.0/users?skipper=1")).toBe(
      "https://localhost:8443/v1.0/users?skipper=1&$skiptoken=TOKEN",
    );
  });

  it("escapes what a URL must not hold and keeps the escapes that are there", () => {
    expect(link("/v1.0/a b/c%2Fd?$filter=name eq 'ä%26\"' and x+eq+'100%'#x")).toBe(
      "https://localhost:8443/v1.0/a%20b/c%2Fd?$filter=name%20eq%20'%C3%A4%26%22'%20and%20x+eq+'100%25'%23x&$skiptoken=TOKEN",
    );
    expect(link("/v1.0/users?$search=\ud800")).toBe(
      "https://localhost:8443/v1.0/users?$search=%EF%BF%BD&$skiptoken=TOKEN",
    );
  });

  it("asks the same question, whatever the filter", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aä😀 '\"%&#+=?/;<\\{") });
    fc.assert(
      fc.property(text, text, (filter, key) => {
        const path = `/v1.0/users/${encodeURIComponent(key)}/messages`;
        const target = `${path}?$filter=${encodeURIComponent(filter)}&$top=2`;
        const asked = readRequestUrl(`${origin}${target}`);
        const next = readRequestUrl(link(target));
        expect(next).toEqual({ ...asked, options: new Map([...asked.options, ["$skiptoken", "TOKEN"]]) });
        expect(URL.canParse(link(target))).toBe(true);
      }),
    );
  });
});
