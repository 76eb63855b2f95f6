import type { Contract, Example } from "../contract/contract.ts";
import { onceForParts } from "../contract/once-for-parts.ts";
import { type PromisedBody, promisedBody } from "../contract/promise/promised-body.ts";
import type { HttpRequest, HttpResponse } from "../http/http-message.ts";
import { readRequestUrl } from "../odata/request-url.ts";
import { promisingOperation } from "./operation-of-example.ts";

const known = onceForParts(
  ["types", "enums", "operations", "metadata"],
  (_contract) => new WeakMap<HttpResponse, Map<HttpRequest, PromisedBody>>(),
);

/** What is promised of the answer that a page shows: worked out once for each. */
export function promisedOfExample(
  contract: Contract,
  example: Example,
  response: HttpResponse,
): PromisedBody {
  const { request } = example;
  const byRequest = known(contract).get(response) ?? new Map<HttpRequest, PromisedBody>();
  known(contract).set(response, byRequest);
  const promised = byRequest.get(request) ?? promiseOf(contract, example, response);
  byRequest.set(request, promised);
  return promised;
}

function promiseOf(contract: Contract, example: Example, { status, body }: HttpResponse): PromisedBody {
  const { request, declared } = example;
  const url = readRequestUrl(request.url);
  const operation = promisingOperation(contract, example, url);
  return promisedBody(contract, {
    method: request.method,
    ...(status === undefined ? {} : { status }),
    segments: url.segments,
    ...(operation ? { operation } : {}),
    ...(declared ? { declared } : {}),
    body: body?.json?.value,
    raw: body !== undefined && body.json === undefined,
  });
}
