import { describe, expect, it } from "vitest";
import type { Edit } from "../../../src/base/span.ts";
import { planFixes } from "../../../src/fix/plan-fixes.ts";
import type { Finding } from "../../../src/rules/assertion.ts";

/** An edit of one line, in short. */
function edit(line: number, from: number, to: number, text: string, file = "page.md"): Edit {
  return { span: { file, start: { line, column: from }, end: { line, column: to } }, text };
}

function finding(rule: string, ...edits: readonly Edit[]): Finding {
  const span = { file: "page.md", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return {
    rule,
    severity: "error",
    message: rule,
    subject: { kind: "page", id: "page" },
    source: "documented",
    version: "v1.0",
    span,
    fix: { edits },
    cause: { id: rule, span, sentence: rule },
    fingerprint: rule,
  };
}

function planned(findings: readonly Finding[], mayChange = (_: string) => true) {
  const { edits, made } = planFixes(findings, mayChange);
  return {
    made: made.map(({ rule }) => rule),
    texts: [...edits].map(([file, own]) => `${file}: ${own.map(({ text }) => text).join(" ")}`),
  };
}

describe("the fixes that are made together", () => {
  it("are all of them where none touches another, of several files too", () => {
    expect(
      planned([
        finding("one", edit(1, 1, 4, "a"), edit(2, 1, 1, "b", "other.md")),
        finding("two", edit(1, 4, 5, "c")),
      ]),
    ).toEqual({ made: ["one", "two"], texts: ["page.md: a c", "other.md: b"] });
  });

  it("are the first of those that overlap", () => {
    expect(planned([finding("one", edit(1, 1, 6, "a")), finding("two", edit(1, 5, 7, "b"))])).toEqual({
      made: ["one"],
      texts: ["page.md: a"],
    });
    expect(planned([finding("one", edit(1, 1, 6, "a")), finding("two", edit(1, 3, 3, "b"))]).made).toEqual([
      "one",
    ]);
  });

  it("are whole: where one edit overlaps, no other one of its finding is made", () => {
    const two = finding("two", edit(3, 1, 2, "b"), edit(1, 2, 3, "c"));
    expect(planned([finding("one", edit(1, 1, 6, "a")), two])).toEqual({
      made: ["one"],
      texts: ["page.md: a"],
    });
  });

  it("are one where two findings have the same edit", () => {
    const two = finding("two", edit(1, 3, 4, "a"), edit(5, 1, 1, "b"));
    expect(planned([finding("one", edit(1, 3, 4, "a")), two])).toEqual({
      made: ["one", "two"],
      texts: ["page.md: a b"],
    });
  });

  it("are not the same where one place gets two texts, unless both are put in there", () => {
    expect(planned([finding("one", edit(1, 3, 4, "a")), finding("two", edit(1, 3, 4, "b"))]).made).toEqual([
      "one",
    ]);
    expect(planned([finding("one", edit(1, 3, 3, "a")), finding("two", edit(1, 3, 3, "b"))]).texts).toEqual([
      "page.md: a b",
    ]);
  });

  it("are none of a file that may not be changed, nor of a finding that needs it beside another", () => {
    const both = finding("both", edit(1, 1, 2, "a"), edit(1, 1, 2, "b", "other.md"));
    expect(planned([both, finding("one", edit(4, 1, 2, "c"))], (file) => file !== "other.md")).toEqual({
      made: ["one"],
      texts: ["page.md: c"],
    });
  });
});
