import { isObject } from "../../base/is-object.ts";
import { keyPropertyOf, typeNamed } from "../../contract/names/type-named.ts";
import { readSegment } from "../../odata/path-segments.ts";
import { generateBody } from "../generate/generate-body.ts";
import type { ServiceResponse } from "../message.ts";
import { errorAnswer, without } from "./changed-answer.ts";
import type { Asked, Fault } from "./fault.ts";
import { bodyOfSuccess } from "./promised-options.ts";

const isRead = ({ request }: Asked) => request.method === "GET";

export const httpFaults: readonly Fault[] = [
  {
    name: "ignore-if-none-match",
    breaks: "what has not changed comes again",
    expect: { rule: "http/status" },
    request: ({ headers, ...request }) => {
      const { "if-none-match": _, ...rest } = headers;
      return { ...request, headers: rest };
    },
  },
  {
    name: "announce-end",
    breaks: "a read says that it ends, its page does not",
    expect: { rule: "service/deprecation" },
    response: (response, asked) =>
      response.status === 200 && isRead(asked)
        ? { ...response, headers: { ...response.headers, deprecation: "@1751328000" } }
        : response,
  },
  {
    name: "wrong-status",
    breaks: "a read is answered with 202",
    expect: { rule: "http/status" },
    response: (response, asked) =>
      response.status === 200 && isRead(asked) ? { ...response, status: 202 } : response,
  },
  {
    name: "invent-resource",
    breaks: "a resource that does not exist is made up",
    expect: { rule: "http/status" },
    response: (response, asked) =>
      response.status === 404 && isRead(asked) && asked.url.options.size === 0
        ? invented(response, asked)
        : response,
  },
  {
    name: "wrong-content-type",
    breaks: "JSON is called plain text",
    expect: { rule: "http/content-type" },
    response: (response) =>
      response.json === undefined
        ? response
        : { ...response, headers: { ...response.headers, "content-type": "text/plain" } },
  },
  {
    name: "no-content-type",
    breaks: "an answer does not say what its body is",
    expect: { rule: "http/content-type" },
    response: (response) =>
      response.json === undefined
        ? response
        : { ...response, headers: without(response.headers, "content-type") },
  },
  {
    name: "content-type-on-204",
    breaks: "an answer without content has a content type",
    expect: { rule: "http/body-on-no-content" },
    response: (response) =>
      response.status === 204
        ? { ...response, headers: { ...response.headers, "content-type": "application/json" } }
        : response,
  },
  {
    name: "empty-body",
    breaks: "a read is answered with nothing",
    expect: { rule: "http/body-missing" },
    response: (response, asked) =>
      response.status === 200 && isRead(asked)
        ? { status: 200, headers: without(response.headers, "content-type") }
        : response,
  },
  {
    name: "plain-error",
    breaks: "an error comes without Graph's envelope",
    expect: { rule: "error/envelope" },
    response: (response) =>
      response.status >= 400 ? { ...response, json: { message: "something is wrong" } } : response,
  },
  {
    name: "error-without-code",
    breaks: "an error does not say its code",
    expect: { rule: "error/envelope" },
    response: (response) =>
      response.status >= 400 ? { ...response, json: { error: { message: "something is wrong" } } } : response,
  },
  {
    name: "throttled",
    breaks: "every request is one too many",
    expect: { reason: "throttled" },
    response: (response) => refused(response, 429, "TooManyRequests", { "retry-after": "1" }),
  },
  {
    name: "unavailable",
    breaks: "the service is down for a while",
    expect: { reason: "service-error" },
    // It says when it will be there again.
    onTenant: { reason: "throttled" },
    response: (response) => refused(response, 503, "ServiceUnavailable", { "retry-after": "1" }),
  },
  {
    name: "failing",
    breaks: "the service fails at every request",
    expect: { reason: "service-error" },
    response: (response) => refused(response, 500, "InternalServerError", {}),
  },
  {
    name: "no-permission",
    breaks: "no token has a permission that is enough",
    expect: { reason: "missing-permission" },
    response: (response) => refused(response, 403, "Authorization_RequestDenied", {}),
  },
];

/** Under the key that was asked for, as if it were there. */
function invented(response: ServiceResponse, { contract, operation, request, url }: Asked): ServiceResponse {
  const promised = bodyOfSuccess(operation);
  const json = promised && generateBody(contract, promised, "invented");
  if (!isObject(json)) return response;
  const key = keyPropertyOf(typeNamed(contract, promised?.name));
  const last = url.segments.at(-1) ?? "";
  const known = key in json ? { [key]: readSegment(last).key ?? last } : {};
  const context = `${request.origin}/${contract.version}/$metadata#${promised?.name}`;
  return { ...response, status: 200, json: { "@odata.context": context, ...json, ...known } };
}

function refused(
  response: ServiceResponse,
  status: number,
  code: string,
  headers: ServiceResponse["headers"],
): ServiceResponse {
  if (response.status === 401) return response;
  const message = "the service cannot answer now; try again later";
  const answer = errorAnswer(response, { status, code, message });
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
