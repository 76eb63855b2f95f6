import { describe, expect, it } from "vitest";
import { changeCatalogue } from "../../../src/diff/catalogue.ts";
import { factKinds } from "../../../src/diff/fact.ts";

const ids = changeCatalogue.map(({ id }) => id);

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
