import type { ErrorResponse } from "../errors/error-response.ts";
import type { View } from "../query/present.ts";
import type { Query } from "../query/query.ts";
import { readQuery } from "../query/read-query.ts";
import type { Call } from "../route/call.ts";

/** The query options of a request, checked against the contract. */
export function queryOf(call: Call, collection: boolean): Query | ErrorResponse {
  const { contract, operation, url, request, resourceType, queries } = call;
  const prefer = request.headers.prefer ?? "";
  const key = `${collection} ${prefer}`;
  const known = queries.get(key);
  if (known) return known;
  const query = readQuery({
    contract,
    collection,
    url,
    prefer,
    ...(resourceType ? { type: resourceType } : {}),
    ...(operation ? { operation } : {}),
  });
  // A client has few preferences; one that makes them up has no business in the memory.
  if (queries.size < 8) queries.set(key, query);
  return query;
}

/** Where what is asked for stands, as it is needed to show it. */
export function viewOf({
  contract,
  resourceType,
  served,
}: Pick<Call, "contract" | "resourceType" | "served">): View {
  const { follow, typeOf } = served.store;
  return { contract, follow, typeOf, ...(resourceType ? { type: resourceType } : {}) };
}

/** Tells the client which of its preferences were heeded (RFC 7240, section 3). */
export function preferenceApplied({ applied }: Query): Readonly<Record<string, string>> {
  return applied.length > 0 ? { "preference-applied": applied.join(", ") } : {};
}
