import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeCatalogue } from "../../../src/diff/catalogue.ts";
import type { Change } from "../../../src/diff/change.ts";
import { diffContracts } from "../../../src/diff/diff-contracts.ts";
import { factKinds } from "../../../src/diff/fact.ts";
import { anyContract } from "./any-contract.ts";
import { mutationsOfDeclared } from "./mutations-of-declared.ts";
import { mutationsOfNotices } from "./mutations-of-notices.ts";
import { mutationsOfOperations } from "./mutations-of-operations.ts";
import { mutationsOfTypes } from "./mutations-of-types.ts";

const mutations = [
  ...mutationsOfTypes,
  ...mutationsOfOperations,
  ...mutationsOfNotices,
  ...mutationsOfDeclared,
].map((mutation) => ({
  ...mutation,
  name: mutation.there.join(" and "),
}));

describe("a mutation of any contract", () => {
  it.each(mutations)("gives $name, and nothing else", ({ there, back, make }) => {
    fc.assert(
      fc.property(anyContract, fc.nat(9), (contract, place) => {
        const made = make(contract, place);
        fc.pre(made !== undefined);
        const { before, after, subject } = made;
        expect(said(diffContracts(before, after))).toEqual(there.map((rule) => `${rule} ${subject}`));
        const turned = diffContracts(after, before);
        expect(turned.map(({ rule }) => rule)).toEqual(back);
      }),
      { numRuns: 4 },
    );
  });
});

describe("the mutations", () => {
  it("are of every rule but those that a mutation alone cannot give", () => {
    const named = new Set(mutations.flatMap(({ there, back }) => [...there, ...back]));
    const left = changeCatalogue.map(({ id }) => id).filter((id) => !named.has(id));
    expect(left.sort()).toEqual([
      // What mends a parameter is that a property of its name was mended in the same way.
      "parameter/collection-mended",
      "parameter/single-mended",
      "parameter/type-mended",
      // Another path has to have shown what the slip was.
      "path/alias-mended",
    ]);
  });

  it("are of every kind of fact", () => {
    const contracts = fc.sample(anyContract, { numRuns: 20, seed: 3 });
    const contract = contracts.find(({ types, enums, operations }) =>
      [types, enums, operations].every((all) => Object.keys(all).length > 0),
    );
    const kinds = new Set<string>();
    for (const { make } of mutations) {
      const made = contract && make(contract, 0);
      for (const { places } of made ? diffContracts(made.before, made.after) : [])
        kinds.add(places[0].pointer.at(-1)?.kind ?? "");
    }
    expect(factKinds.filter((kind) => kind !== "contract" && !kinds.has(kind))).toEqual([]);
  });
});

function said(changes: readonly Change[]): string[] {
  return changes.map(({ rule, places }) => {
    const subjects = new Set(places.map(({ subject }) => subject.id));
    return `${rule} ${[...subjects].join(", ")}`;
  });
}
