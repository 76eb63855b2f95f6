import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/rules/catalogue.ts";
import { severityOf } from "../../../src/rules/policy.ts";

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

describe("the policy table", () => {
  it.each(catalogue)("weighs $id on documentation, or on every service", ({ id }) => {
    const weights = [severityOf(id, "mock"), severityOf(id, "tenant")];
    const judged = severityOf(id, "documented") ? [severityOf(id, "documented")] : weights;
    for (const weight of judged) expect(["error", "warning", "info"]).toContain(weight);
  });

  it("judges page and request rules on documentation only", () => {
    for (const { id, subject } of catalogue) {
      if (subject !== "exchange") expect(severityOf(id, "tenant")).toBeUndefined();
    }
  });

  it("refuses a rule that it does not know", () => {
    expect(() => severityOf("http/teapot", "mock")).toThrow("the policy table has no row for http/teapot");
  });
});
