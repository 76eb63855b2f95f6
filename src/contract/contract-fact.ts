import { onceFor } from "../base/once-for.ts";
import type { Contract } from "./contract.ts";

/** What is worked out of a whole contract, by its name. */
export const contractFacts = new Map<string, (contract: Contract) => unknown>();

const known = new WeakMap<Contract, (name: string) => unknown>();

/** Says where the facts of a contract are kept that an earlier run has derived; one that is not there is worked out. */
export function knowContractFacts(contract: Contract, facts: (name: string) => unknown): void {
  known.set(contract, facts);
}

/**
 * What is worked out of all types, operations and examples of a contract, and asked for to judge any page: once for each
 * contract, and kept with what was derived, so that one page does not wait for what all others declare and show. It is
 * plain data, and short.
 */
export function contractFact<Value>(
  name: string,
  make: (contract: Contract) => Value,
): (contract: Contract) => Value {
  const fact = onceFor((contract: Contract): Value => {
    const kept = known.get(contract)?.(name);
    // What is kept was made by this very function: the key of what is kept holds all of the code.
    return kept === undefined ? make(contract) : (kept as Value);
  });
  contractFacts.set(name, fact);
  return fact;
}
