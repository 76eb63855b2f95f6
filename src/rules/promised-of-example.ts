import { groupBy } from "../base/group-by.ts";
import { onceFor } from "../base/once-for.ts";
import { startOf } from "../base/span.ts";
import type { Contract, Example } from "../contract/contract.ts";
import { type PromisedBody, promisedBody } from "../contract/promise/promised-body.ts";
import type { HttpResponse } from "../http/http-message.ts";
import { locateInJson } from "../http/read-json.ts";
import { readRequestUrl } from "../odata/request-url.ts";
import { promisingOperation } from "./operation-of-example.ts";

/** An example that is answered, with what is promised of its answer. */
export interface PromisedExample {
  readonly example: Example;
  readonly response: HttpResponse;
  readonly promised: PromisedBody;
}

/** All answered examples of a contract. */
export const promisedExamples = onceFor((contract: Contract): readonly PromisedExample[] =>
  contract.examples.flatMap((example) => {
    const { response } = example;
    return response ? [{ example, response, promised: promiseOf(contract, example, response) }] : [];
  }),
);

const byResponse = onceFor((contract: Contract) =>
  groupBy(promisedExamples(contract), ({ response }) => response),
);

/** What is promised of the answer that a page shows: worked out once for those that the contract holds. */
export function promisedOfExample(
  contract: Contract,
  example: Example,
  response: HttpResponse,
): PromisedBody {
  const shown = byResponse(contract).get(response) ?? [];
  const known = shown.find((one) => one.example.request === example.request);
  return known?.promised ?? promiseOf(contract, example, response);
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
    location: request.location,
    locate: (pointer) => (body ? startOf(locateInJson(body.text, body.location, pointer)) : request.location),
  });
}
