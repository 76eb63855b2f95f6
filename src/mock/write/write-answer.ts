import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation, ResponseContract } from "../../contract/contract.ts";
import { operationsOfPage } from "../../contract/page-content.ts";
import { examplesThatCall } from "../../contract/path/example-operation.ts";
import { withShownBodies } from "../../contract/promise/shown-responses.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Call } from "../route/call.ts";

/** What the pages of an operation promise, and what their examples show where they promise nothing. */
export const responsesOf = onceForAll(
  (contract: Contract, operation: Operation): readonly ResponseContract[] => {
    const known = shownByPage(contract, operation);
    if (known.some(({ status }) => status < 400)) return known;
    const shown = examplesThatCall(contract, operation).flatMap(({ response }) => response?.status ?? []);
    const status = shown.find((each) => each < 400);
    return status === undefined ? known : [...known, { status, location: operation.location }];
  },
);

/** An action that a page writes below several owners returns the same below each; the example has one of them. */
function shownByPage(contract: Contract, operation: Operation): readonly ResponseContract[] {
  const own = withShownBodies(contract, operation);
  const { method, file } = operation;
  if (method !== "POST" || own.some(({ status, body }) => body || status === 204)) return own;
  const end = operation.path.slice(operation.path.lastIndexOf("/")).toLowerCase();
  const others = operationsOfPage(contract, file).filter(
    (other) => other.method === method && other.path.toLowerCase().endsWith(end),
  );
  const shown = others
    .flatMap((other) => withShownBodies(contract, other))
    .find(({ status, body }) => body && own.some((promised) => promised.status === status));
  return shown ? [shown, ...own] : own;
}

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
