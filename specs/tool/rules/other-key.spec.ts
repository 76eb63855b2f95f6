import { describe, expect, it } from "vitest";
import { findingsOn } from "./judge-pages.ts";
import { validPages } from "./valid-documentation.ts";

const file = "api/loan-get.md";
const rulesFor = (end: string) => {
  const text = (validPages[file] ?? "")
    .replace('  "id": "LN-2026-000417"', '  "id": "LN-2026-000418"')
    .replace(/("item": \{[\s\S]*?\n {2}\})/, `$1${end}`);
  return findingsOn({ ...validPages, [file]: text }).map(({ rule }) => rule);
};

describe("body/other-key", () => {
  it("looks past what is no key, also in a body that was repaired", () => {
    expect(rulesFor("")).toContain("body/other-key");
    expect(rulesFor(",,")).toEqual(expect.arrayContaining(["body/other-key", "body/invalid-json"]));
  });
});
