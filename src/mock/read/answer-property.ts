import { isObject } from "../../base/is-object.ts";
import type { Contract, Property } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { badRequest, notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { ServiceResponse } from "../message.ts";
import { contextUrl } from "../query/context-url.ts";
import { hideMembers } from "../query/hide-members.ts";
import type { Call } from "../route/call.ts";
import type { Step } from "../route/resource-path.ts";
import { ownKeyOf, pathSegments } from "./context-of.ts";
import { preferenceApplied, queryOf } from "./query-of.ts";

/**
 * The value of a property of a stored resource (OData 4.01 Protocol, section 11.2.4): 204 for null, the bare text
 * behind `$value`. Undefined when the path leads to no property, or to one whose answers a page documents.
 */
export function answerProperty(call: Call, status: number): ServiceResponse | ErrorResponse | undefined {
  const { contract, resourcePath, served, request, operation } = call;
  const { owner } = resourcePath;
  const end = operation ? undefined : propertyAt(contract, owner, resourcePath.steps.at(-1));
  if (!end) return undefined;
  const query = queryOf(call, false);
  if ("code" in query) return query;
  const resource = served.store.resource(owner);
  if (!resource) return notFound(call);
  const shown = query.allMembers ? resource : hideMembers(contract, end.type, resource);
  const value = shown[end.property.name];
  if (value === null || value === undefined) return { status: 204, headers: {} };
  if (resourcePath.suffix === "$count" && Array.isArray(value)) return plain(status, String(value.length));
  if (resourcePath.suffix !== undefined) {
    return typeof value === "object"
      ? badRequest(`the value of "${end.property.name}" is no text, as it is asked for`)
      : plain(status, String(value));
  }
  const { origin } = request;
  const parts = {
    origin,
    version: served.version,
    segments: pathSegments(resourcePath, ownKeyOf(call)),
    collection: false,
    entity: false,
  };
  const content = isObject(value) ? value : { value };
  return {
    status,
    headers: preferenceApplied(query),
    json: { "@odata.context": contextUrl(parts), ...content },
  };
}

function propertyAt(
  contract: Contract,
  owner: readonly Step[],
  last: Step | undefined,
): { readonly type: string; readonly property: Property } | undefined {
  const before = owner.at(-1);
  const type = before && typeAt(contract, before.keyed ?? before.named);
  if (!last || last.key !== undefined || type?.kind !== "type" || type.collection) return undefined;
  const property = typeNamed(contract, type.name)?.properties.find(
    ({ name, navigation }) => name === last.name && !navigation,
  );
  return property && property.type.name !== "Edm.Stream" ? { type: type.name, property } : undefined;
}

function plain(status: number, text: string): ServiceResponse {
  return { status, headers: { "content-type": "text/plain" }, text };
}
