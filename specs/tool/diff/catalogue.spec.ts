import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changeCatalogue } from "../../../src/diff/catalogue.ts";
import { factKinds } from "../../../src/diff/fact.ts";
import { ruleSections } from "../../../src/diff/rule-sections.ts";

const ids = changeCatalogue.map(({ id }) => id);

const folder = new URL("../../../src/diff/rules/", import.meta.url);
const pages = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));
const sections = pages.flatMap(({ text }) => text.split(/^(?=## )/m).slice(1));
const headingOf = (section: string) => section.slice("## ".length, section.indexOf("\n")).split(", ");

describe("the rule pages of the change rules", () => {
  it("have a section for each of them, once", () => {
    expect(sections.flatMap(headingOf).sort()).toEqual(ids.toSorted());
  });

  it("name what each is the other way round, beside it or in words", () => {
    const alone = changeCatalogue.filter(({ id, mirror }) => {
      const section = sections.find((one) => headingOf(one).includes(id)) ?? "";
      return !("none" in mirror) && !mirror.some((other) => section.includes(other));
    });
    expect(alone.map(({ id }) => id)).toEqual([]);
  });

  it("say what a producer and a client can do, with an example", () => {
    for (const [id, section] of pages.flatMap(({ text }) => [...ruleSections(text)])) {
      expect(section, id).toContain("**Producer:**");
      expect(section, id).toContain("**Client:**");
      expect(section, id).toMatch(/^```\nbefore: .*\nafter: {2}.*[\s\S]*^```$/m);
      const prose = section.replace(/^```[\s\S]*?^```$/gm, "").trim();
      expect(prose.split("\n").length, id).toBeLessThanOrEqual(10);
      expect(Math.max(...section.split("\n").map(({ length }) => length)), id).toBeLessThanOrEqual(130);
    }
  });

  it("name no rule that there is not", () => {
    for (const { name, text } of pages) {
      const named = [...text.matchAll(/`([a-z-]+\/[a-z-]+)`/g)].map(([, id = ""]) => id);
      expect(
        named.filter((id) => !ids.includes(id) && id !== "text/csv"),
        name,
      ).toEqual([]);
    }
  });
});

describe("the change rules", () => {
  it("have a name of their own each, and are at least 60", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(60);
  });

  it.each(changeCatalogue)(
    "$id names its mirror, which names it in turn, or says why it has none",
    (rule) => {
      if ("none" in rule.mirror) {
        expect(rule.mirror.none).not.toBe("");
        return;
      }
      for (const id of rule.mirror) {
        const other = changeCatalogue.find((one) => one.id === id);
        expect(other, id).toBeDefined();
        expect(other?.mirror).toContain(rule.id);
      }
    },
  );

  it.each(changeCatalogue)("$id says whom it breaks in a sentence", ({ breaks }) => {
    expect(breaks).toMatch(/^[A-Z].*\.$/);
  });

  it("leave no kind of fact that came or went unjudged", () => {
    // There is always one of these where there may be one, or it comes and goes with what it is a part of.
    const constant: ReadonlySet<string> = new Set([
      "contract",
      "spelling",
      "value-type",
      "query-options",
      "least-privileged",
    ]);
    const below = factKinds.filter((kind) => !constant.has(kind));
    for (const kind of below) {
      for (const action of ["added", "removed"]) {
        const rules = changeCatalogue.filter((rule) => rule.action === action && rule.kinds.includes(kind));
        expect(rules.length, `${kind} ${action}`).toBeGreaterThan(0);
      }
    }
  });
});
