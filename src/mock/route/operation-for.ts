import type { Contract, Operation } from "../../contract/contract.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { pathTree } from "../../contract/path/path-tree.ts";
import type { RequestUrl } from "../../odata/request-url.ts";

/**
 * The operation that a request calls: the one documented for its path, else the one of the same path below `/me` or
 * below a user. Pages often write one of the two, and the signed-in user is a user like the others (Graph page
 * "Working with users").
 */
export function operationFor(contract: Contract, method: string, url: RequestUrl): Operation | undefined {
  const found = matchOperation(contract, method, url);
  if (found) return found;
  const segments = sameOfOther(url.segments);
  const { names } = pathTree(contract);
  if (!segments || !names.has("me") || !names.get("users")?.key) return undefined;
  return matchOperation(contract, method, { ...url, segments });
}

function sameOfOther([first, ...rest]: readonly string[]): readonly string[] | undefined {
  if (first?.toLowerCase() === "me") return ["users", "{id}", ...rest];
  return first?.toLowerCase() === "users" && rest.length > 1 ? ["me", ...rest.slice(1)] : undefined;
}
