import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Contract, Example } from "../../contract/contract.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { isErrorBody } from "../../contract/promise/body-fit.ts";
import { isPathParameter } from "../../odata/path-segments.ts";
import { type RequestUrl, readRequestUrl } from "../../odata/request-url.ts";
import type { ErrorResponse } from "./error-response.ts";

/** Documented requests that the documentation shows refused: the service refuses just those. */
export interface ShownErrors {
  /** What the documentation shows for just this method, URL and body. */
  errorFor(method: string, url: RequestUrl, body: unknown): ErrorResponse | undefined;
}

/** The errors that the examples of a contract show. */
export function shownErrorsOf(contract: Contract): ShownErrors {
  const shownErrors = new Map<string, ErrorResponse>();
  const refused: string[] = [];
  for (const example of contract.examples) {
    const { request, response } = example;
    const status = response?.status ?? 200;
    if (status < 400) continue;
    const url = readRequestUrl(request.url);
    if (url.segments.some(isPathParameter)) continue;
    if (!matchOperation(contract, request.method, url)) continue;
    refused.push(pathKey(request.method, url));
    shownErrors.set(requestKey(request.method, url, request.body?.json?.value), errorFor(example, status));
  }
  const paths = new Set(refused);
  return {
    errorFor(method, url, body) {
      // Most paths are never refused, and every request asks.
      return paths.has(pathKey(method, url)) ? shownErrors.get(requestKey(method, url, body)) : undefined;
    },
  };
}

function pathKey(method: string, url: RequestUrl): string {
  return `${method} ${pathOf(url)}`;
}

const pathOf = onceFor(({ segments }: RequestUrl) => segments.join("/").toLowerCase());

/** What two requests share that are the same: method, path, options, and the value of the body. */
function requestKey(method: string, url: RequestUrl, body: unknown): string {
  const query = [...url.options].map((pair) => pair.join("=")).sort();
  return JSON.stringify([method, pathOf(url), query, body ?? null]);
}

function errorFor({ response }: Example, status: number): ErrorResponse {
  const shown = response?.body?.json?.value;
  const error = isErrorBody(shown) && isObject(shown) && isObject(shown.error) ? shown.error : {};
  const code = typeof error.code === "string" ? error.code : "BadRequest";
  const message =
    typeof error.message === "string" ? error.message : "The request is refused, as its documentation shows.";
  return { status, code, message };
}
