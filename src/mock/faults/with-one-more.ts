import { isObject } from "../../base/is-object.ts";
import type { Resource, ServiceResponse } from "../message.ts";

/** A collection with its last item once more, as `change` makes it; what counts the items counts it, too. */
export function withOneMore(
  response: ServiceResponse,
  change: (item: Resource) => Resource | undefined = (item) => item,
): ServiceResponse {
  const { json, status } = response;
  const items: readonly unknown[] = isObject(json) && Array.isArray(json.value) ? json.value : [];
  const last = items.at(-1);
  const more = status < 300 && isObject(last) ? change(last) : undefined;
  if (!isObject(json) || !more) return response;
  const count = json["@odata.count"];
  const counted = typeof count === "number" ? { "@odata.count": count + 1 } : {};
  return { ...response, json: { ...json, ...counted, value: [...items, more] } };
}
