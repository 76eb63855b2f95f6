import { onceForAll } from "../../base/once-for.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Contract, Example, Operation } from "../contract.ts";
import { examplesOfOperation } from "../page-content.ts";
import { matchOperation } from "./match-operation.ts";

/**
 * The documented operation that an example calls, looked for once: who plans, chooses or counts asks for all examples,
 * some for all of them once for each operation. Undefined when no template fits.
 */
export const exampleOperation: (contract: Contract, example: Example) => Operation | undefined = onceForAll(
  (contract: Contract, { request }: Example) =>
    matchOperation(contract, request.method, readRequestUrl(request.url)),
);

/** The examples on the pages of an operation that call just that one, be it what one page says of it or all together. */
export const examplesThatCall: (contract: Contract, operation: Operation) => readonly Example[] = onceForAll(
  (contract: Contract, operation: Operation) =>
    examplesOfOperation(contract, operation).filter(
      (example) => exampleOperation(contract, example)?.id === operation.id,
    ),
);

/** The same for an operation that its pages write below several owners, of which an example shows one. */
export const examplesBelowAny: (contract: Contract, operation: Operation) => readonly Example[] = onceForAll(
  (contract: Contract, operation: Operation) =>
    examplesOfOperation(contract, operation).filter(
      ({ request: { method, url } }) => method === operation.method && endOf(url) === endOf(operation.path),
    ),
);

function endOf(url: string): string | undefined {
  return readRequestUrl(url).segments.at(-1)?.toLowerCase();
}
