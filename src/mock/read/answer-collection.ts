import { keyPropertyOf } from "../../contract/names/type-named.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { type Resource, type ServiceResponse, splitTarget } from "../message.ts";
import { nextLinkOf } from "../query/next-link.ts";
import { pageOf } from "../query/page-of.ts";
import { present } from "../query/present.ts";
import type { Call } from "../route/call.ts";
import { contextOf, setSegments } from "./context-of.ts";
import { hasTags, tagged } from "./etag.ts";
import { preferenceApplied, queryOf, viewOf } from "./query-of.ts";

/** A page of resources as it goes out, with what leads to the next one. */
export function answerCollection(
  call: Call,
  resources: readonly Resource[],
  status: number,
): ServiceResponse | ErrorResponse {
  const query = queryOf(call, true);
  if ("code" in query) return query;
  const { resourcePath, request, served } = call;
  const page = pageOf(resources, query, served.store.follow);
  if (resourcePath.suffix === "$count") {
    return { status, headers: { "content-type": "text/plain" }, text: String(page.total) };
  }
  const view = viewOf(call);
  const isTagged = hasTags(call);
  const shownOf = (item: Resource) =>
    isTagged ? tagged(item, present(item, query, view)) : present(item, query, view);
  const { origin, target } = request;
  const references = resourcePath.suffix === "$ref";
  const json = {
    "@odata.context": references
      ? `${origin}/${served.version}/$metadata#Collection($ref)`
      : contextOf(call, true, query),
    ...(query.count ? { "@odata.count": page.total } : {}),
    ...(page.next ? { "@odata.nextLink": nextLinkOf({ origin, target, ...page.next }) } : {}),
    value: page.items.map((item) => (references ? referenceTo(call, item) : shownOf(item))),
  };
  return { status, headers: preferenceApplied(query), json };
}

function referenceTo(
  { request, served, contract, resourcePath, resourceType }: Call,
  item: Resource,
): Resource {
  const set = setSegments(contract, resourcePath)?.[0];
  const path = set
    ? `/${served.version}/${set.name}`
    : splitTarget(request.target).path.replace(/\/\$ref$/i, "");
  const key = encodeURIComponent(String(item[keyPropertyOf(resourceType)]));
  return { "@odata.id": `${request.origin}${path}/${key}` };
}
