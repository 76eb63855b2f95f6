import { describe, expect, it } from "vitest";
import { jointOperation } from "../../../src/contract/path/joint-operation.ts";
import { successResponse } from "../../../src/contract/promise/promised-body.ts";
import { contractOf } from "../../support/contract-of.ts";

const location = { file: "api/a.md", line: 1, column: 1 };

/** With what an operation succeeds whose pages say these statuses. */
function successOf(...pages: readonly (readonly number[])[]): number | undefined {
  const contract = contractOf({
    operations: pages.map((statuses, index) => ({
      method: "PATCH",
      path: "/users/{id}",
      file: `api/${index}.md`,
      responses: statuses.map((status) => ({ status, location })),
    })),
  });
  const [first, ...others] = contract.operations;
  return first && successResponse(jointOperation(contract, [first, ...others]))?.status;
}

describe("the success of an operation that several pages document", () => {
  it.each([
    [[[201, 200, 202], [200], [201, 200, 202]], 200],
    [[[200], [204], [204]], 204],
    [[[404, 200], [204, 400], [204]], 204],
  ] as const)("is what most of the pages say that know just one: %j", (pages, status) => {
    expect(successOf(...pages)).toBe(status);
  });

  it.each([
    [[[200], [204]], 200],
    [
      [
        [201, 200],
        [200, 201],
      ],
      201,
    ],
    [[[204, 200]], 204],
  ] as const)("is what the first page says first where none outweighs the others: %j", (pages, status) => {
    expect(successOf(...pages)).toBe(status);
  });
});
