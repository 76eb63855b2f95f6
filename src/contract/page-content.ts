import { groupBy } from "../base/group-by.ts";
import { onceFor, onceForAll } from "../base/once-for.ts";
import type { Contract, Example, Operation } from "./contract.ts";
import { onceForParts } from "./once-for-parts.ts";

const operationsByPage = onceForParts(["operations"], ({ operations }) =>
  groupBy(operations, ({ file }) => file),
);
const examplesByPage = onceFor(({ examples }: Contract) => groupBy(examples, ({ file }) => file));

/** The examples that a page shows, in the order of the page. */
export function examplesOfPage(contract: Contract, file: string): readonly Example[] {
  return examplesByPage(contract).get(file) ?? [];
}

/** The examples on all the pages that document an operation. */
export function examplesOfOperation(
  contract: Contract,
  { file, pages = [file] }: Operation,
): readonly Example[] {
  return pages.flatMap((page) => examplesOfPage(contract, page));
}

/** The operations that a page documents, in the order of the page. */
export function operationsOfPage(contract: Contract, file: string): readonly Operation[] {
  return operationsByPage(contract).get(file) ?? [];
}

/** What each page says alone of the operation that they document together. */
export const operationPages = onceForAll(
  (contract: Contract, { id, file, pages = [file] }: Operation): readonly Operation[] =>
    pages.flatMap((page) => operationsOfPage(contract, page).filter((one) => one.id === id)),
);
