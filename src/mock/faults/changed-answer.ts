import { isObject } from "../../base/is-object.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import type { Asked } from "./fault.ts";

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

/** The same resource as another one. */
function withOtherId(resource: Resource): Resource {
  const { id } = resource;
  return typeof id === "string" ? { ...resource, id: otherKey(id, 3) } : resource;
}

/** Another key, of the same form: each of its digits goes on by so many. */
export function otherKey(key: string, by = 1): string {
  return key.replace(/\d/g, (digit) => `${(Number(digit) + by) % 10}`);
}

/** A resource, or the headers of an answer, without some of what it has. */
export function without<Value>(
  members: Readonly<Record<string, Value>>,
  ...names: readonly string[]
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)));
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

/** A response whose context names another resource; its key has the form of the right one. */
export function withOtherContext(response: ServiceResponse): ServiceResponse {
  return withControl(response, "@odata.context", (text) =>
    text.replace(/(?<=\(')[^']+(?='\))/, (key) => otherKey(key)),
  );
}

/** A list that counts more items than there are. */
export function withWrongCount(response: ServiceResponse, { url }: Asked): ServiceResponse {
  const { json } = response;
  if (!isObject(json) || typeof json["@odata.count"] !== "number" || url.options.has("$top")) return response;
  return { ...response, json: { ...json, "@odata.count": json["@odata.count"] + 5 } };
}

const notTaken = { status: 400, code: "BadRequest", message: "the request is not taken" };

/** The answer of a service that does not do what it was asked for; unless said, it does not take what it was sent. */
export function errorAnswer(
  { headers }: ServiceResponse,
  { status, code, message }: typeof notTaken = notTaken,
): ServiceResponse {
  return {
    status,
    headers: { ...headers, "content-type": "application/json" },
    json: { error: { code, message } },
  };
}
