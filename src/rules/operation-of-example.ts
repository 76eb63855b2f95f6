import type { Contract, Example, Operation } from "../contract/contract.ts";
import { operationsOfPage } from "../contract/page-content.ts";
import { isGraphHost } from "../contract/path/graph-hosts.ts";
import { matchTemplate } from "../contract/path/match-template.ts";
import type { RequestUrl } from "../odata/request-url.ts";

/** The operation of its page whose template documents the request of an example. */
export function documentedOperation(
  contract: Contract,
  example: Example,
  { segments }: RequestUrl,
): Operation | undefined {
  const { file, request } = example;
  const match = matchTemplate(operationsOfPage(contract, file), request.method, segments);
  return match && match.beyond.length === 0 ? ofSection(example, match.template) : undefined;
}

/**
 * An example whose path is none of its page's is still an example of the page, and so is a request that was planned
 * for it: there it is the first operation with that method.
 */
export function operationOfPage(
  contract: Contract,
  example: Example,
  { segments }: RequestUrl,
): Operation | undefined {
  const { method } = example.request;
  const operations = operationsOfPage(contract, example.file);
  if (matchTemplate(operations, method, segments)) return undefined;
  return ofSection(
    example,
    operations.find((other) => other.method === method),
  );
}

/** The operation that says what the answer of an example is. An author shows callbacks and uploads, which go to a host of their own. */
export function promisingOperation(
  contract: Contract,
  example: Example,
  url: RequestUrl,
): Operation | undefined {
  const documented = documentedOperation(contract, example, url);
  if (documented || (url.host !== "" && !isGraphHost(url.host))) return documented;
  return operationOfPage(contract, example, url);
}

/** Where the section of an example has a promise of its own, neither the page nor the Methods table speaks of it. */
function ofSection({ promises }: Example, operation: Operation | undefined): Operation | undefined {
  if (!operation || !promises) return operation;
  const { listedReturn, ...others } = operation;
  return { ...others, responses: promises };
}
