import type { FilterUse } from "../../odata/filter-uses.ts";
import type { Contract, Operation, TypeContract } from "../contract.ts";
import { filterWord } from "./documented-operators.ts";
import type { Standing } from "./documented-option.ts";
import { shownQuery, useKey } from "./shown-query.ts";

type Use = Pick<FilterUse, "path" | "operator">;

/**
 * What the pages say of an operator of `$filter` on a property of the type that an operation returns. What an example
 * of the operation's page uses is promised.
 */
export function useStanding(
  contract: Contract,
  operation: Operation | undefined,
  type: TypeContract | undefined,
  use: Use,
): Standing {
  const word = filterWord(contract, type, use.path);
  if (word === "all" || (word !== "unsaid" && word.includes(use.operator.toLowerCase()))) return "promised";
  if (operation && shownQuery(contract, operation).uses.has(useKey(use))) return "promised";
  return word === "unsaid" ? "unsaid" : "undocumented";
}

/** False for an operator that the pages leave out for the property; what they say nothing of is taken. */
export function isDocumentedUse(
  contract: Contract,
  operation: Operation | undefined,
  type: TypeContract | undefined,
  use: Use,
): boolean {
  return useStanding(contract, operation, type, use) !== "undocumented";
}
