import type { Contract, Property } from "../../contract/contract.ts";
import { fillOne, fillValue, type Known } from "./fill-value.ts";
import { beginning } from "./plausible-date.ts";
import type { Draw } from "./random.ts";
import { hash, Random } from "./random.ts";
import { fillNested } from "./type-plan.ts";

/** Makes a value of a property: one, or for a collection up to three; null where the contract says too little. */
export function generateValue(contract: Contract, property: Property, seed: string): unknown {
  return fillValue(knownOf(contract), property, "")(drawOf(seed), hash(property.name));
}

/** Makes one item of a property that holds several; null where the contract says too little. */
export function generateItem(contract: Contract, property: Property, seed: string): unknown {
  return fillOne(knownOf(contract), property, "")?.(drawOf(seed), hash(property.name)) ?? null;
}

function knownOf(contract: Contract): Known {
  return { contract, object: (name) => fillNested(contract, name) };
}

function drawOf(seed: string): Draw {
  const random = new Random(seed);
  random.at(hash("beginning"));
  return { random, begin: beginning(random), around: [] };
}
