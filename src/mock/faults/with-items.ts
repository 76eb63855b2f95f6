import { isObject } from "../../base/is-object.ts";
import type { Resource, ServiceResponse } from "../message.ts";

/** A success with other items; one resource alone is the only item. */
export function withItems(
  response: ServiceResponse,
  change: (items: readonly Resource[]) => readonly Resource[],
): ServiceResponse {
  const { json } = response;
  if (!isObject(json) || response.status >= 300) return response;
  if (Array.isArray(json.value))
    return { ...response, json: { ...json, value: change(json.value.filter(isObject)) } };
  const [changed] = change([json]);
  return { ...response, json: changed };
}
