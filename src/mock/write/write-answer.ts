import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation, ResponseContract, TypeRef } from "../../contract/contract.ts";
import { keyPropertyOf, typeOfRef } from "../../contract/names/type-named.ts";
import { examplesThatCall } from "../../contract/path/example-operation.ts";
import { withShownBodies } from "../../contract/promise/shown-responses.ts";
import { isRight, receivedResource } from "../body/received.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { generateBody } from "../generate/generate-body.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { contextAt, contextFragment } from "../query/context-url.ts";
import { completeValues } from "../repair/complete-resource.ts";
import type { Call } from "../route/call.ts";
import { type ResourcePath, storePath } from "../route/resource-path.ts";

/**
 * What an action returns, the same at every call: a generated value of the promised type, whose context names it. What
 * was sent under the names of the type, and holds as such, is the client's own, and comes back.
 */
export function answerPromised(
  { request, served, contract, resourcePath, operation }: Call,
  promised: TypeRef,
  status: number,
  sent?: unknown,
): ServiceResponse {
  const { fragment, members } = promisedBody(contract, resourcePath, promised);
  const context = contextAt(request.origin, served.version, fragment);
  const own = promised.collection || !isObject(sent) ? {} : echoed(contract, promised, sent, operation);
  return { status, headers: {}, json: { "@odata.context": context, ...members, ...own } };
}

const promisedBody = onceForAll((contract: Contract, { steps }: ResourcePath, promised: TypeRef) => {
  const { name: type, collection } = promised;
  const fragment = contextFragment({ segments: [], type, collection, entity: false });
  const made = generateBody(contract, promised, storePath(steps));
  return { fragment, members: isObject(made) ? made : { value: made } };
});

/** An action's parameter may be called `id` as what it asks for is; where the body is of the type it is the key. */
function echoed(
  contract: Contract,
  promised: TypeRef,
  sent: Resource,
  operation: Operation | undefined,
): Resource {
  const type = typeOfRef(contract, promised);
  if (!type) return {};
  const isWhole = operation?.requestBody?.name === promised.name;
  const names = new Set(
    type.properties.flatMap(({ name }) => (isWhole || name !== keyPropertyOf(type) ? [name] : [])),
  );
  const right = Object.entries(sent).filter(
    ([name, value]) => names.has(name) && value !== null && isRight(contract, type.name, { [name]: value }),
  );
  const received = receivedResource(contract, type.name, Object.fromEntries(right), operation);
  return completeValues(contract, type.name, received, `sent/${type.name}`);
}

/** What the pages of an operation promise, and what their examples show where they promise nothing. */
export const responsesOf = onceForAll(
  (contract: Contract, operation: Operation): readonly ResponseContract[] => {
    const known = withShownBodies(contract, operation);
    if (known.some(({ status }) => status < 400)) return known;
    const shown = examplesThatCall(contract, operation).flatMap(({ response }) => response?.status ?? []);
    const status = shown.find((each) => each < 400);
    return status === undefined ? known : [...known, { status, location: operation.location }];
  },
);

/** The status with which the operation's page says that it succeeds. */
export function successOf({ operation, contract }: Call, otherwise: number): number {
  const found = operation && responsesOf(contract, operation).find(({ status }) => status < 300);
  return found?.status ?? otherwise;
}

/** Whether there is what the last step of a request's path belongs to. */
export function ownerExists({ served, resourcePath }: Call): boolean {
  const { owner } = resourcePath;
  if (owner.every(({ key }) => key === undefined)) return true;
  if (owner.at(-1)?.key !== undefined) return served.store.resource(owner) !== undefined;
  return served.store.list(owner) !== undefined;
}

/** The answer when the store can hold no more. */
export function full(): ErrorResponse {
  return {
    status: 403,
    code: "Directory_QuotaExceeded",
    message: "the store is full; start the service anew",
  };
}
