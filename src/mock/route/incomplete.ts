import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { examplesOfOperation } from "../../contract/page-content.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { badRequest } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { backwardRange, momentOf } from "../query/moment.ts";
import type { Call } from "./call.ts";
import { wrongArguments } from "./wrong-arguments.ts";

/**
 * Refuses a request without what its page says that it needs: a header that an option asks for (`ConsistencyLevel` with
 * `$search`), or an option of its own that the page writes in the path and no example leaves out (`startDateTime`); and
 * one whose options or arguments are not what the page says that they are.
 */
export function refuseIncomplete(call: Call): ErrorResponse | undefined {
  const { operation, contract, url, request } = call;
  if (url.segments.some((segment) => segment.includes("(")) || operation?.path.includes("(")) {
    const wrong = wrongArguments(call);
    if (wrong !== undefined) return badRequest(wrong);
  }
  if (!operation) return undefined;
  const { options } = url;
  for (const { name, requiredWith = [], value } of operation.requestHeaders) {
    const option = requiredWith.find((other) => options.has(other));
    if (option !== undefined && request.headers[name.toLowerCase()] === undefined) {
      const header = value === undefined ? name : `${name}: ${value}`;
      return badRequest(`${option} needs the header "${header}" here, as the page of ${operation.id} says`);
    }
  }
  // A link of the service has all that it needs in its token.
  if (operation.query === undefined || options.has("$skiptoken") || options.has("$deltatoken"))
    return undefined;
  const needed = neededOptions(contract, operation);
  const missing = needed.find((name) => (options.get(name.toLowerCase()) ?? "") === "");
  if (missing !== undefined)
    return badRequest(`the query option '${missing}' is missing, which the page of ${operation.id} requires`);
  const dates = needed.map((name) => [name, options.get(name.toLowerCase())] as const);
  const blurred = dates.find(([name, value]) => /datetime$/i.test(name) && momentOf(value) === undefined);
  if (blurred) return badRequest(`the query option '${blurred[0]}' is no date: ${blurred[1]?.slice(0, 100)}`);
  const backward = backwardRange(dates);
  return backward === undefined ? undefined : badRequest(`the query option ${backward}`);
}

const neededOptions = onceForAll((contract: Contract, operation: Operation): readonly string[] => {
  const written = (operation.query ?? "").split("&").flatMap((part) => {
    const [, name] = /^([a-z]\w*)=\{[^{}]+\}$/i.exec(part) ?? [];
    return name === undefined ? [] : [name];
  });
  const path = readRequestUrl(operation.path).segments.at(-1)?.toLowerCase();
  const shown = examplesOfOperation(contract, operation).flatMap(({ request }) => {
    const { segments, options } = readRequestUrl(request.url);
    return request.method === operation.method && segments.at(-1)?.toLowerCase() === path ? options : [];
  });
  return written.filter((name) => {
    const options = readRequestUrl(`?${name}=`).options;
    const isOwn = options.has(name.toLowerCase());
    return isOwn && shown.every((others) => others.has(name.toLowerCase()));
  });
});
