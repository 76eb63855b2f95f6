import type { Contract } from "../../contract/contract.ts";
import { headerValue } from "../../http/http-message.ts";
import { isPathParameter, readSegment, splitPath } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Exchange } from "../../rules/exchange.ts";
import { requestContext } from "../../rules/exchange-context.ts";

/** The keys that a request has in the places where the page leaves them to the reader. */
export function keysOf(exchange: Exchange, contract: Contract): readonly string[] {
  const { url, promising } = requestContext(exchange, contract);
  if (!promising) return [];
  const written = splitPath(promising.path).map((segment) => readSegment(segment).name.toLowerCase());
  const literals = new Set(written.filter((name) => !isPathParameter(name)));
  return url.segments.flatMap((segment) => {
    const { name, key } = readSegment(segment);
    if (key !== undefined) return [key];
    return literals.has(name.toLowerCase()) || name.startsWith("$") ? [] : [segment];
  });
}

/** The key in the place that a response names. */
export function locationKey(response: NonNullable<Exchange["response"]>): string | undefined {
  const last = readRequestUrl(headerValue(response, "Location") ?? "").segments.at(-1);
  return last === undefined ? undefined : (readSegment(last).key ?? last);
}
