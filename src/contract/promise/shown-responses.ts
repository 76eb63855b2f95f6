import { readRequestUrl } from "../../odata/request-url.ts";
import type { Contract, Example, Operation, ResponseContract } from "../contract.ts";
import { examplesThatCall } from "../path/example-operation.ts";
import { isErrorBody } from "./body-fit.ts";
import { promisedBody } from "./promised-body.ts";

/**
 * The promised responses of an operation, with what its examples show where no page says what a success brings: the type
 * of the body, and the status where none is said either. An example with another success than the promised one says
 * nothing here: one of the two is wrong.
 */
export function withShownBodies(contract: Contract, operation: Operation): readonly ResponseContract[] {
  const { responses } = operation;
  const promised = responses.filter(({ status }) => status < 400);
  if (promised.some(({ body }) => body !== undefined)) return responses;
  const shown = examplesThatCall(contract, operation).flatMap(
    (example) => shownResponse(contract, operation, example) ?? [],
  );
  if (promised.length === 0) return [...responses, ...shown];
  const isPromised = (status: number) => promised.some((one) => one.status === status);
  return [...shown.filter(({ status }) => isPromised(status)), ...responses];
}

function shownResponse(
  contract: Contract,
  operation: Operation,
  { request, response, declared, promises }: Example,
): ResponseContract | undefined {
  const { status = 0, body } = response ?? {};
  if (status < 200 || status > 299 || !body?.json || isErrorBody(body.json.value)) return undefined;
  const { type } = promisedBody(contract, {
    method: request.method,
    status,
    segments: readRequestUrl(request.url).segments,
    operation: promises ? { ...operation, responses: promises } : operation,
    ...(declared ? { declared } : {}),
    body: body.json.value,
  });
  return type && { status, body: type, location: body.location };
}
