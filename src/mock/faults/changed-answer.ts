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

/** A collection with its last item once more under another key, as `change` makes it; what counts the items counts it, too. */
export function withOneMore(
  response: ServiceResponse,
  change: (item: Resource) => Resource | undefined = (item) => item,
): ServiceResponse {
  const { json, status } = response;
  const items: readonly unknown[] = isObject(json) && Array.isArray(json.value) ? json.value : [];
  const last = items.at(-1);
  const more = status < 300 && isObject(last) ? change(withOtherId(last)) : undefined;
  if (!isObject(json) || !more) return response;
  const count = json["@odata.count"];
  const counted = typeof count === "number" ? { "@odata.count": count + 1 } : {};
  return { ...response, json: { ...json, ...counted, value: [...items, more] } };
}

/** The same resource as another one; the key keeps its form. */
export function withOtherId(resource: Resource): Resource {
  const { id } = resource;
  if (typeof id !== "string") return resource;
  return { ...resource, id: id.replace(/\d/g, (digit) => `${(Number(digit) + 3) % 10}`) };
}

/** A response with another text for one of the control informations of its body; the same where it has none. */
export function withControl(
  response: ServiceResponse,
  name: string,
  change: (text: string) => string,
): ServiceResponse {
  const { json } = response;
  if (!isObject(json) || typeof json[name] !== "string") return response;
  return { ...response, json: { ...json, [name]: change(json[name]) } };
}

/** The answer of a service that does not take what it was sent. */
export function errorAnswer({ headers }: ServiceResponse): ServiceResponse {
  return {
    status: 400,
    headers: { ...headers, "content-type": "application/json" },
    json: { error: { code: "BadRequest", message: "the request is not taken" } },
  };
}
