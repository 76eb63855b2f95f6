import { describe, expect, it } from "vitest";
import { nearestNames } from "../../../src/base/nearest-name.ts";
import { invalidJson } from "../../../src/rules/body/invalid-json.ts";
import { unknownProperty } from "../../../src/rules/body/unknown-property.ts";
import { catalogue } from "../../../src/rules/catalogue.ts";
import type { ExchangeRule } from "../../../src/rules/rule.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";
import { hasFixture, ruleFixture } from "../../support/rule-fixture.ts";
import { bodyContext, outcomesOf } from "./body-context.ts";
import { findingsIn, judgePages, textAt } from "./judge-pages.ts";
import { brokenPages, validPages } from "./valid-documentation.ts";

/** The findings on all that the rules' fixtures break, and the pages that they are on. */
const found = catalogue
  .filter(({ id }) => hasFixture(id))
  .flatMap(({ id }) => {
    const { pages: own, breaks } = ruleFixture(id);
    return breaks.map(({ file, replace, with: by }) =>
      brokenPages(file, replace, by, { ...validPages, ...own }),
    );
  })
  .flatMap((pages) => findingsIn(judgePages(pages)).map((finding) => ({ pages, finding })));

describe("a finding on a page", () => {
  it("has a span whose ends lie in the page", () => {
    for (const { pages, finding } of found) {
      const { file, start, end } = finding.span;
      const lines = (pages[file] ?? "").split("\n");
      expect(end.line > start.line || end.column >= start.column, finding.rule).toBe(true);
      expect(end.column, finding.rule).toBeLessThanOrEqual((lines[end.line - 1] ?? "").length + 1);
    }
  });

  it("covers a name, a value or a line, where it is not of something missing: a comma, an operation, a text", () => {
    const missing = new Set([
      "annotation/invalid-json",
      "body/invalid-json",
      "resource/invalid-json",
      "page/operation-missing",
      "page/unreadable",
    ]);
    const empty = found.filter(({ pages, finding: { span } }) => textAt(pages[span.file] ?? "", span) === "");
    expect(empty.map(({ finding }) => finding.rule).filter((rule) => !missing.has(rule))).toEqual([]);
  });

  it("quotes the page where the contract says so", () => {
    const quotes = found.flatMap(({ pages, finding: { rule, promise } }) => {
      const there = promise && textAt(pages[promise.span.file] ?? "", promise.span);
      // What a page says of a whole type, or of all query options, is told at the place where it begins.
      return promise && there !== ""
        ? [{ said: `${rule}: ${promise.text}`, there: `${rule}: ${there}` }]
        : [];
    });
    expect(quotes.length).toBeGreaterThan(10);
    expect(quotes.map(({ said }) => said)).toEqual(quotes.map(({ there }) => there));
  });

  it("has a cause with a place and a sentence, and a subject", () => {
    for (const { finding } of found) {
      expect(finding.cause.sentence).not.toBe("");
      expect(finding.cause.span.file).not.toBe("");
      expect(finding.subject.id).not.toBe("");
    }
  });
});

describe("the fix of a name or a comma", () => {
  const contract = lifecycleContract();
  const hasFix = (rule: ExchangeRule, body: string) =>
    outcomesOf(rule, bodyContext(contract, body, { promised: "run" })).map(
      (outcome) => outcome.status === "fail" && outcome.fix !== undefined,
    );

  it("is given where there is no guess", () => {
    expect(hasFix(unknownProperty, '{ "totalTasksCount": 1 }')).toEqual([true]);
    expect(hasFix(invalidJson, '{ "id": "1" "wait": "PT1S" }')).toEqual([true]);
  });

  it("is not given where the object has the meant name already", () => {
    expect(hasFix(unknownProperty, '{ "totalTasksCount": 1, "totalTasksCounts": 2 }')).toEqual([false]);
  });

  it("is not given where the value does not fit the meant name", () => {
    expect(hasFix(unknownProperty, '{ "totalTasksCount": "three" }')).toEqual([false]);
  });

  it("is not given where two names are equally near", () => {
    expect(nearestNames("stat", ["state", "status", "start"])).toEqual(["state", "start"]);
    expect(nearestNames("State", ["state", "start"])).toEqual(["state"]);
  });

  it("is not given where a bracket may be missing as well as a comma", () => {
    expect(hasFix(invalidJson, '{ "scope": { "user": "u" "id": "1" ')).not.toContain(true);
  });
});
