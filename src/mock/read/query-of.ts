import type { Call } from "../call.ts";
import type { Query } from "../query/query.ts";
import { readQuery } from "../query/read-query.ts";
import type { Refusal } from "../refusal.ts";

/** The query options of a request, checked against the contract. */
export function queryOf(call: Call, collection: boolean): Query | Refusal {
  const { contract, operation, url, request, resourceType } = call;
  return readQuery({
    contract,
    collection,
    url,
    prefer: request.headers.prefer ?? "",
    ...(resourceType ? { type: resourceType } : {}),
    ...(operation ? { operation } : {}),
  });
}

/** Tells the client which of its preferences were heeded (RFC 7240, section 3). */
export function preferenceApplied({ applied }: Query): Readonly<Record<string, string>> {
  return applied.length > 0 ? { "preference-applied": applied.join(", ") } : {};
}
