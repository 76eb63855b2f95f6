import { isObject } from "../../base/is-object.ts";
import type { TypeRef } from "../../contract/contract.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { present } from "../query/present.ts";
import { contextOf } from "../read/context-of.ts";
import { queryOf, viewOf } from "../read/query-of.ts";
import type { Call } from "../route/call.ts";
import { keyedStep } from "../route/resource-path.ts";

/**
 * The answer of an action that is asked for resources by their `ids` and returns many: those of them that there are in
 * the collection that it is bound to (Graph page "directoryObject: getByIds"). Undefined for any other action.
 */
export function answerAskedIds(
  call: Call,
  promised: TypeRef,
  body: unknown,
  status: number,
): ServiceResponse | undefined {
  const { served, resourcePath, contract } = call;
  const ids = isObject(body) && Array.isArray(body.ids) ? body.ids : undefined;
  const collection = resourcePath.owner.at(-1);
  if (!ids || !promised.collection || !collection || collection.key !== undefined) return undefined;
  const above = resourcePath.owner.slice(0, -1);
  const found = ids.flatMap((id): Resource[] => {
    const resource =
      typeof id === "string" ? served.store.resource([...above, keyedStep(collection, id)]) : undefined;
    return resource && isAskedFor(resource, body) ? [resource] : [];
  });
  const query = queryOf(call, true);
  if ("code" in query) return undefined;
  const type = typeNamed(contract, promised.name);
  const view = viewOf({ contract, served, ...(type ? { resourceType: type } : {}) });
  return {
    status,
    headers: {},
    json: {
      "@odata.context": contextOf(call, true, query),
      value: found.map((resource) => present(resource, query, view)),
    },
  };
}

/** `types` name what is wanted, without their namespace. */
function isAskedFor(resource: Resource, body: unknown): boolean {
  const types = isObject(body) && Array.isArray(body.types) ? body.types : [];
  const own = resource["@odata.type"];
  if (types.length === 0 || typeof own !== "string") return true;
  const name = shortName(own).toLowerCase();
  return types.some((one) => typeof one === "string" && one.toLowerCase() === name);
}
