import { isObject } from "../../base/is-object.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { nodeBehind } from "../../contract/path/path-node.ts";
import { memberBehind, typeAt } from "../../contract/promise/type-at.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Call } from "../route/call.ts";
import { calledAtEnd, pathTo } from "../route/resource-path.ts";
import { graphFacts } from "../store/said-nowhere.ts";
import { create } from "./create.ts";

/** Adds what an action was sent to a collection of what it is bound to, where a row says so and the contract has that. */
export function addedByAction(call: Call, body: unknown): ErrorResponse | undefined {
  const { contract, resourcePath } = call;
  const action = calledAtEnd(resourcePath);
  const end = resourcePath.owner.at(-1);
  const node = end?.keyed ?? end?.named;
  const row = graphFacts.adds.find(({ fact }) => fact.action.toLowerCase() === action)?.fact;
  const sent = row && isObject(body) ? body[row.parameter] : undefined;
  if (!row || !node || !isObject(sent) || !memberBehind(contract, node, row.to)) return undefined;
  const named = nodeBehind(node, row.to);
  const type = typeAt(contract, named);
  const resourceType = typeOfRef(contract, type);
  if (!type?.collection || !resourceType) return undefined;
  const { operation: _action, ...rest } = call;
  const list = pathTo(contract, [...resourcePath.owner, { name: row.to, named }]);
  const made = create({ ...rest, resourcePath: list, type, resourceType }, sent);
  return "code" in made ? made : undefined;
}
