import type { Contract } from "../../src/contract/contract.ts";
import { deriveContract } from "../../src/contract/derive/derive-contract.ts";
import { openapi } from "../../src/contract/openapi/openapi.ts";
import { folderOf } from "../../src/docs/folder.ts";
import { readPage } from "../../src/docs/read-page.ts";
import { familyOf } from "./family.ts";
import { familyOperations } from "./family-operations.ts";
import { entityPage, familyTypes } from "./family-types.ts";
import { operationPage, type PageText, type ShownExample } from "./page-text.ts";
import { shuffled } from "./shuffled.ts";

/** A request as the loader sends it. */
export interface PlannedRequest {
  readonly method: string;
  /** With the version: `/v1.0/...`. */
  readonly target: string;
  readonly body?: string;
}

export interface GeneratedDocumentation {
  readonly contract: Contract;
  readonly openapi: unknown;
  /** One for each operation that can be asked again with the same answer, in a shuffled but fixed order. */
  readonly requests: readonly PlannedRequest[];
}

const perFamily = 25;

/**
 * Pages of as many operations as asked, a multiple of 25, read and derived as any other pages. Every fifth page has
 * no example, but for those of the lists. Create and delete change what the next request finds, and are not sent.
 * @throws Error when the reader makes another number of operations of them
 */
export function generatedDocumentation(operations: number): GeneratedDocumentation {
  const pages: PageText[] = [entityPage];
  const shown: ShownExample[] = [];
  for (let number = 0; number < operations / perFamily; number++) {
    const family = familyOf(number);
    pages.push(...familyTypes(family));
    familyOperations(family).forEach((documented, index) => {
      const { example, ...page } = documented;
      const without = (index + number) % 5 === 4 && !example.name.startsWith("list_");
      pages.push(operationPage(without ? page : documented));
      shown.push(example);
    });
  }
  const read = pages.map(({ file, text }) => readPage(text, { file: `v1.0/${file}`, version: "v1.0" }));
  const contract = deriveContract(folderOf(read), "v1.0");
  if (contract.operations.length !== operations) {
    throw new Error(`${contract.operations.length} operations were read, not ${operations}`);
  }
  const requests = shown.filter(({ status, method }) => status !== 201 && method !== "DELETE");
  return { contract, openapi: openapi(contract), requests: shuffled(requests.map(planned), 1) };
}

function planned({ method, target, body }: ShownExample): PlannedRequest {
  const plan = { method, target: `/v1.0${target}` };
  return body === undefined ? plan : { ...plan, body: JSON.stringify(body) };
}
