import { onceForAll } from "../base/once-for.ts";
import type { Contract } from "./contract.ts";

type Part = "types" | "enums" | "operations" | "metadata";

/**
 * As `onceFor`, for what depends on some parts of a contract alone: where a page changes, the next contract may hold the
 * very same types, or all but the examples, and what is made of those is the same, too. `make` sees nothing else.
 */
export function onceForParts<Name extends Part, Value>(
  names: readonly Name[],
  make: (contract: Pick<Contract, Name>) => Value,
): (contract: Pick<Contract, Name>) => Value {
  const placeOf = onceForAll((..._parts: PartKeys): { made?: { readonly value: Value } } => ({}));
  const of = (contract: Partial<Contract>, name: Part) =>
    (names as readonly Part[]).includes(name) ? contract[name] : undefined;
  return (contract) => {
    const place = placeOf(
      names,
      of(contract, "types"),
      of(contract, "enums"),
      of(contract, "operations"),
      of(contract, "metadata"),
    );
    place.made ??= { value: make(contract) };
    return place.made.value;
  };
}

type PartKeys = readonly [object, ...unknown[]];
