import { describe, expect, it } from "vitest";
import { derivedTypes, derivesFrom, directlyDerivedTypes } from "../../../src/contract/names/inheritance.ts";
import { contractOf } from "../../support/contract-of.ts";

const name = (short: string) => `microsoft.graph.${short}`;
const contract = contractOf({
  types: {
    entity: {},
    item: { base: "entity" },
    folder: { base: "item" },
    device: { base: "entity" },
    orphan: { base: "missing", complete: false },
    stray: {},
    left: { base: "right" },
    right: { base: "left" },
  },
});

describe("the types derived from a type", () => {
  it("are those at any depth, sorted", () => {
    expect(derivedTypes(contract, name("entity"))).toEqual(["device", "folder", "item"].map(name));
    expect(directlyDerivedTypes(contract, name("entity"))).toEqual(["device", "item"].map(name));
  });

  it("are found in a circle, too, without the type itself", () => {
    expect(derivedTypes(contract, name("left"))).toEqual([name("right")]);
  });

  it("are none for a type that no page declares", () => {
    expect(derivedTypes(contract, name("toString"))).toEqual([]);
  });
});

describe("whether a type derives from another", () => {
  it("is known when the pages name every base type", () => {
    expect(derivesFrom(contract, name("folder"), name("entity"))).toBe(true);
    expect(derivesFrom(contract, name("folder"), name("folder"))).toBe(true);
    expect(derivesFrom(contract, name("folder"), name("device"))).toBe(false);
  });

  it("is known to be false the other way round", () => {
    expect(derivesFrom(contract, name("item"), name("folder"))).toBe(false);
  });

  it("is not known when a page on the way is missing, or names no base type", () => {
    expect(derivesFrom(contract, name("orphan"), name("device"))).toBeUndefined();
    expect(derivesFrom(contract, name("stray"), name("device"))).toBeUndefined();
  });
});
