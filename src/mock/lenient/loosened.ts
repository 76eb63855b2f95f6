import type { Contract, Operation, Property, TypeContract } from "../../contract/contract.ts";

/**
 * A contract that takes what its pages say nothing of: names that no type has, query options and operators that no page
 * lists. What they say of types, statuses and permissions stays as it is.
 */
export function loosened(contract: Contract): Contract {
  const types = Object.entries(contract.types).map(([name, type]) => [name, openType(type)] as const);
  return {
    ...contract,
    types: Object.fromEntries(types),
    operations: contract.operations.map(
      (operation): Operation => ({
        ...operation,
        queryOptions: { kind: "unsaid" },
      }),
    ),
  };
}

/** Open to any name, not only to those of extensions: nobody says that all of it is documented. */
function openType(type: TypeContract): TypeContract {
  return { ...type, open: true, complete: false, properties: type.properties.map(silent) };
}

/** Of which no page says how it can be filtered or sorted by. */
function silent({ filter: _, orderby: __, ...property }: Property): Property {
  return property;
}
