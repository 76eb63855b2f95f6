import { onceFor } from "../../base/once-for.ts";
import type { ResponseContract } from "../contract.ts";

/** The headers with which a service answers that a page may promise; most of the others are of requests. */
const header =
  /\b((?:Operation-|Content-)?Location|ETag|Retry-After|Warning)\b[`*_]*:?\s+(?:HTTP\s+)?(?:response\s+)?header/gi;

/** The headers that the sentence of a response promises: "a `202 Accepted` response code and a `Location` header". */
export function promisedHeaders(response: ResponseContract | undefined): readonly string[] {
  return response?.sentence === undefined ? [] : headersOf(response);
}

const headersOf = onceFor(({ sentence = "" }: ResponseContract): readonly string[] => {
  const found = [...sentence.matchAll(header)].map(([, name = ""]) => name);
  return [...new Set(found)];
});
