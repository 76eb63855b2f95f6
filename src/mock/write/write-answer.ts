import { isObject } from "../../base/is-object.ts";
import type { TypeRef } from "../../contract/contract.ts";
import { successResponse } from "../../contract/promise/promised-body.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { generateBody } from "../generate/generate-body.ts";
import type { ServiceResponse } from "../message.ts";
import { contextUrl } from "../query/context-url.ts";
import type { Call } from "../route/call.ts";
import { storePath } from "../route/resource-path.ts";

/** What an action returns, the same at every call: a generated value of the promised type, whose context names it. */
export function answerPromised(
  { request, served, contract, resourcePath }: Call,
  promised: TypeRef,
  status: number,
): ServiceResponse {
  const { name: type, collection } = promised;
  const { origin } = request;
  const { version } = served;
  const context = contextUrl({ origin, version, segments: [], type, collection, entity: false });
  const made = generateBody(contract, promised, storePath(resourcePath.steps));
  const members = isObject(made) ? made : { value: made };
  return { status, headers: {}, json: { "@odata.context": context, ...members } };
}

/** The status with which the operation's page says that it succeeds. */
export function successOf({ operation }: Call, otherwise: number): number {
  return successResponse(operation)?.status ?? otherwise;
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
