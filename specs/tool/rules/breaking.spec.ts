import { describe, expect, it } from "vitest";
import type { Judgement } from "../../../src/rules/assertion.ts";
import { catalogue } from "../../../src/rules/catalogue.ts";
import { severityOf } from "../../../src/rules/rule.ts";
import { hasFixture, ruleFixture } from "../../support/rule-fixture.ts";
import { failuresIn, findingsIn, fixed, judgePages, placeOf } from "./judge-pages.ts";
import { brokenPages, onlyPlace, validPages } from "./valid-documentation.ts";

// What is judged on services only has no page to break: there the faults of the embedded service break it.
const documented = catalogue
  .filter((rule) => severityOf(rule, "documented") !== undefined)
  .map(({ id }) => id)
  .filter(hasFixture);

describe("the valid pages", () => {
  const judgements = judgePages(validPages);

  it("break no rule, and leave nothing unverified", () => {
    expect(failuresIn(judgements)).toEqual([]);
    expect(statusesIn(judgements)).toEqual(["not-applicable", "pass"]);
  });

  it("hold something that every rule judges, but for those that bring a page for it", () => {
    const passed = rulesPassedIn(judgements);
    expect(documented.filter((id) => !passed.has(id) && !bringsPages(id))).toEqual([]);
  });
});

describe.each(documented.filter(bringsPages))("the pages of its own that %s brings", (rule) => {
  const { pages } = ruleFixture(rule);
  const judgements = judgePages({ ...validPages, ...pages });

  it("break no rule, and leave nothing unverified", () => {
    expect(failuresIn(judgements)).toEqual([]);
    expect(statusesIn(judgements)).toEqual(["not-applicable", "pass"]);
  });

  it("hold something that it judges", () => {
    expect(rulesPassedIn(judgements)).toContain(rule);
  });

  it("are none of the shared ones", () => {
    expect(Object.keys(pages).filter((file) => file in validPages)).toEqual([]);
  });
});

describe.each(documented)("%s", (rule) => {
  const { pages: own, breaks } = ruleFixture(rule);
  const pages = { ...validPages, ...own };

  it("has something that breaks it", () => {
    expect(breaks).not.toEqual([]);
  });

  it.each(breaks)("is the one finding where: $what", ({ file, replace, with: by, expect: expected }) => {
    const broken = brokenPages(file, replace, by, pages);
    const { pointer, file: where = file, at } = expected;
    const { line, column } = onlyPlace(broken[where] ?? "", at);
    const place = { rule, file: where, line, column, ...(pointer === undefined ? {} : { pointer }) };
    const findings = findingsIn(judgePages(broken));
    expect(findings.map(placeOf)).toEqual([place]);
    expect(findings.filter(({ fix }) => fix !== undefined)).toHaveLength(expected.fix === undefined ? 0 : 1);
  });

  const mended = breaks.filter(({ expect: { fix } }) => fix !== undefined);
  it.each(mended)("is fixed, and nothing else is found then, where: $what", (broken) => {
    const { fix } = broken.expect;
    const before = brokenPages(broken.file, broken.replace, broken.with, pages);
    const after = fixed(before);
    expect(after).toEqual(
      typeof fix === "object" ? brokenPages(broken.file, fix.replace, fix.with, before) : pages,
    );
    expect(failuresIn(judgePages(after))).toEqual([]);
  });
});

function bringsPages(rule: string): boolean {
  return Object.keys(ruleFixture(rule).pages).length > 0;
}

function statusesIn(judgements: readonly Judgement[]): string[] {
  const statuses = judgements.flatMap(({ assertions }) => assertions.map(({ status }) => status));
  return [...new Set(statuses)].sort();
}

function rulesPassedIn(judgements: readonly Judgement[]): Set<string> {
  const assertions = judgements.flatMap((judgement) => judgement.assertions);
  return new Set(assertions.filter(({ status }) => status === "pass").map(({ rule }) => rule));
}
