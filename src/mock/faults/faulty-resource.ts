import { isObject } from "../../base/is-object.ts";
import type { Property, TypeContract } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { successResponse } from "../../contract/promise/promised-body.ts";
import { judgingType } from "../../contract/validation/named-type.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import type { Asked } from "./fault.ts";

/** A response with one resource changed: the first for which `change` returns another. */
export function withChangedResource(
  response: ServiceResponse,
  asked: Asked,
  change: (resource: Resource, type: TypeContract) => Resource | undefined,
): ServiceResponse {
  const { json, status } = response;
  const type = typeOf(asked, json);
  if (status >= 300 || asked.request.method !== "GET" || !isObject(json) || !type) return response;
  if (!Array.isArray(json.value)) {
    const changed = change(json, type);
    return changed ? { ...response, json: changed } : response;
  }
  for (const [index, item] of json.value.entries()) {
    const changed = isObject(item) ? change(item, type) : undefined;
    if (changed) return { ...response, json: { ...json, value: json.value.with(index, changed) } };
  }
  return response;
}

/** A resource with one of its properties changed: the first that `fits` and that it holds with a value. */
export function withChangedProperty(
  resource: Resource,
  type: Pick<TypeContract, "properties">,
  fits: (property: Property, value: unknown) => boolean,
  change: (value: unknown) => unknown,
): Resource | undefined {
  const property = type.properties.find(
    (one) => !one.navigation && Object.hasOwn(resource, one.name) && fits(one, resource[one.name]),
  );
  return property && { ...resource, [property.name]: change(resource[property.name]) };
}

function typeOf({ operation, contract }: Asked, json: unknown): TypeContract | undefined {
  const body = successResponse(operation)?.body;
  const name = body?.kind === "type" && isObject(json) ? judgingType(contract, body.name, json) : undefined;
  return typeNamed(contract, name);
}
