import type { Contract, Operation, TypeContract } from "../../contract/contract.ts";
import { parseExpand } from "../../odata/parse-expand.ts";
import { parseSelect } from "../../odata/parse-select.ts";
import type { RequestUrl } from "../../odata/request-url.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Asking } from "./asking.ts";
import { notReadable } from "./asking.ts";
import { checkOptions } from "./check-options.ts";
import { type Preferences, readPreferences } from "./preferences.ts";
import type { Query } from "./query.ts";
import { readExpand } from "./read-expand.ts";
import { readListOptions } from "./read-list-options.ts";
import { readSelect } from "./read-select.ts";

export interface QueryRequest {
  readonly contract: Contract;
  /** The declared type of the resources; absent when nobody documents it. */
  readonly type?: TypeContract;
  /** A list is asked for, not one resource. */
  readonly collection: boolean;
  readonly operation?: Operation;
  readonly url: RequestUrl;
  /** The `Prefer` header; empty when there is none. */
  readonly prefer: string;
}

/**
 * Reads the query options and preferences of a request against the contract. Refused with 400 for what Graph does not
 * take: options that the page of the operation does not list, operators that the page does not document for a property,
 * names that the type does not have, and what cannot be read.
 */
export function readQuery(request: QueryRequest): Query | ErrorResponse {
  const { contract, type, operation, url, collection } = request;
  const refused = checkOptions(url, request);
  if (refused) return refused;
  const preferences = readPreferences(request.prefer);
  const asking: Asking = {
    contract,
    allMembers: preferences.allMembers,
    ...(type ? { type } : {}),
    ...(operation ? { operation } : {}),
  };
  const shape = readShape(asking, url.options);
  if ("code" in shape) return shape;
  const list = collection ? readListOptions(asking, url, preferences, shape) : onlyOne;
  if ("code" in list) return list;
  return {
    contract,
    ...(type ? { type } : {}),
    ...shape,
    ...list,
    allMembers: preferences.allMembers,
    applied: appliedOf(preferences, collection, list.pageSize),
  };
}

type Shape = Pick<Query, "select" | "expand">;

const onlyOne = { orderby: [], skip: 0, count: false, pageSize: 1, scope: "" } as const;

function readShape(asking: Asking, options: ReadonlyMap<string, string>): Shape | ErrorResponse {
  const written = options.get("$select");
  const parsed = written === undefined ? { items: [] } : parseSelect(written);
  if ("problem" in parsed) return notReadable("$select", parsed.problem);
  const select = readSelect(asking, parsed.items);
  if ("code" in select) return select;
  const expanded = options.get("$expand");
  const read = expanded === undefined ? { items: [] } : parseExpand(expanded);
  if ("problem" in read) return notReadable("$expand", read.problem);
  const expand = readExpand(asking, read.items);
  if ("code" in expand) return expand;
  return { ...(written === undefined ? {} : { select }), expand };
}

/** A page may be smaller than preferred, and then that is what was applied (RFC 7240, section 3). */
function appliedOf(
  { maxPageSize, allMembers }: Preferences,
  collection: boolean,
  pageSize: number,
): string[] {
  const size =
    maxPageSize === undefined || !collection ? [] : [`odata.maxpagesize=${Math.min(maxPageSize, pageSize)}`];
  return [...size, ...(allMembers ? ["include-unknown-enum-members"] : [])];
}
