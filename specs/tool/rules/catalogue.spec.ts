import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/rules/catalogue.ts";
import { severityOf } from "../../../src/rules/rule.ts";

const rules = fileURLToPath(new URL("../../../src/rules/", import.meta.url));
const ids = catalogue.map(({ id }) => id);

describe("the catalogue", () => {
  it("holds every rule once, by id", () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it("holds every rule that has a rule page, those on waivers aside", () => {
    const pages = readdirSync(rules, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".md") && !file.startsWith("waiver"))
      .map((file) => file.replace(/\.md$/, ""));
    expect(pages.sort()).toEqual(ids);
  });

  it.each(ids)("has the file of %s under its name", (id) => {
    expect(existsSync(`${rules}${id}.ts`)).toBe(true);
  });
});

describe("what a failure weighs", () => {
  it.each(catalogue)("is said by $id for documentation, or for every service", (rule) => {
    const services = [severityOf(rule, "mock"), severityOf(rule, "tenant")];
    const judged = severityOf(rule, "documented") ? [severityOf(rule, "documented")] : services;
    for (const weight of judged) expect(["error", "warning", "info"]).toContain(weight);
  });

  it("is nothing on a service for a page and for a request", () => {
    for (const { subject, weighs } of catalogue) {
      if (subject !== "exchange") expect(Object.keys(weighs)).toEqual(["documented"]);
    }
  });

  it("is from recorded traffic what it is from a tenant, and nothing where the rule is not judged", () => {
    const rule = { weighs: { mock: "error", tenant: "warning" } } as const;
    const sources = ["documented", "mock", "tenant", "recorded"] as const;
    expect(sources.map((source) => severityOf(rule, source))).toEqual([
      undefined,
      "error",
      "warning",
      "warning",
    ]);
  });
});
