import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeCatalogue } from "../../../src/diff/catalogue.ts";
import type { Change } from "../../../src/diff/change.ts";
import { diffContracts } from "../../../src/diff/diff-contracts.ts";
import { outlineContract } from "../../../src/diff/outline/outline-contract.ts";
import { anyContract } from "./any-contract.ts";
import { applyChanges, bare } from "./apply-changes.ts";

const runs = { numRuns: 60 };

describe("the changes of two contracts", () => {
  it("are none where the two are the same", () => {
    fc.assert(
      fc.property(anyContract, (contract) => {
        expect(diffContracts(contract, structuredClone(contract))).toEqual([]);
      }),
      runs,
    );
  });

  it("make the later one of the earlier one", () => {
    fc.assert(
      fc.property(anyContract, anyContract, (before, after) => {
        const made = applyChanges(outlineContract(before), diffContracts(before, after));
        expect(bare(made)).toEqual(bare(outlineContract(after)));
      }),
      runs,
    );
  });

  it("are, the other way round, their mirrors at the same places", () => {
    fc.assert(
      fc.property(anyContract, anyContract, (before, after) => {
        const there = placesOf(diffContracts(before, after));
        const back = placesOf(diffContracts(after, before));
        expect([...there.keys()].sort()).toEqual([...back.keys()].sort());
        for (const [place, rule] of there) {
          const mirror = changeCatalogue.find(({ id }) => id === rule)?.mirror ?? [];
          expect(mirror, `${rule} at ${place}`).toContain(back.get(place));
        }
      }),
      runs,
    );
  });

  it("have a fingerprint of their own each", () => {
    fc.assert(
      fc.property(anyContract, anyContract, (before, after) => {
        const prints = diffContracts(before, after).map(({ fingerprint }) => fingerprint);
        expect(new Set(prints).size).toBe(prints.length);
      }),
      runs,
    );
  });

  it("are the same whatever order the pages have", () => {
    fc.assert(
      fc.property(anyContract, anyContract, (before, after) => {
        const turned = { ...after, operations: after.operations.toReversed() };
        expect(diffContracts(before, turned)).toEqual(diffContracts(before, after));
      }),
      runs,
    );
  });
});

/** By place, whose renamed parts have the same name from both sides, the rule that judged it. */
function placesOf(changes: readonly Change[]): Map<string, string> {
  const all = changes.flatMap(({ rule, places }) => places.map((place) => ({ rule, ...place })));
  const pairs = new Map(
    all.flatMap(({ before, after }) => {
      if (!before || !after || before.name === after.name) return [];
      const pair = [before.name, after.name].sort().join(" or ");
      return [before, after].map(({ kind, name }) => [`${kind} ${name}`, `${kind} ${pair}`] as const);
    }),
  );
  return new Map(
    all.map(({ rule, pointer }) => {
      const parts = pointer.map(({ kind, name }) => pairs.get(`${kind} ${name}`) ?? `${kind} ${name}`);
      return [parts.join("/"), rule] as const;
    }),
  );
}
