import type { Contract, Example } from "../contract/contract.ts";
import { matchOperation } from "../contract/path/match-operation.ts";
import { isErrorBody } from "../contract/promise/error-body.ts";
import { isObject } from "../docs/http/is-object.ts";
import { isPlaceholder } from "../odata/path-segments.ts";
import { type RequestUrl, readRequestUrl } from "../odata/request-url.ts";
import type { Refusal } from "./refusal.ts";

/** Documented requests that the documentation shows refused: the service refuses just those. */
export type Refusals = ReadonlyMap<string, Refusal>;

/** The refusals that the examples of a contract show, by `refusalKey`. */
export function refusalsOf(contract: Contract): Refusals {
  const refusals = new Map<string, Refusal>();
  for (const example of contract.examples) {
    const { request, response } = example;
    const status = response?.status ?? 200;
    const url = readRequestUrl(request.url);
    if (status < 400 || url.segments.some(isPlaceholder)) continue;
    if (!matchOperation(contract, request.method, url)) continue;
    refusals.set(refusalKey(request.method, url, request.body?.json?.value), refusalOf(example, status));
  }
  return refusals;
}

/** What two requests share that are the same: method, path, options, and the value of the body. */
export function refusalKey(method: string, { segments, options }: RequestUrl, body: unknown): string {
  const query = [...options].map((pair) => pair.join("=")).sort();
  return JSON.stringify([method, segments.join("/").toLowerCase(), query, body ?? null]);
}

function refusalOf({ response }: Example, status: number): Refusal {
  const shown = response?.body?.json?.value;
  const error = isErrorBody(shown) && isObject(shown) && isObject(shown.error) ? shown.error : {};
  const code = typeof error.code === "string" ? error.code : "BadRequest";
  const message =
    typeof error.message === "string" ? error.message : "The request is refused, as its documentation shows.";
  return { status, code, message };
}
