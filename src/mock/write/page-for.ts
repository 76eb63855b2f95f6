import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { derivedTypes } from "../../contract/names/inheritance.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { operationPages } from "../../contract/page-content.ts";

/**
 * What the first page says of an operation that speaks of all that is sent, where several document it: the pages of
 * `PATCH /users/{id}` differ in what they take and in how they say that it was done. What they say together where no
 * page speaks of all.
 */
export function pageFor(contract: Contract, operation: Operation, body: unknown): Operation {
  const pages = operationPages(contract, operation);
  if (pages.length < 2 || !isObject(body)) return operation;
  const names = Object.keys(body).filter((name) => !name.includes("@"));
  if (names.length === 0) return operation;
  return pages.find((page) => names.every((name) => namesOf(contract, page).has(name))) ?? operation;
}

const namesOf = onceForAll(
  (contract: Contract, { parameters, requestBody }: Operation): ReadonlySet<string> => {
    if (parameters.length > 0 || requestBody?.kind !== "type")
      return new Set(parameters.map(({ name }) => name));
    const types = [requestBody.name, ...derivedTypes(contract, requestBody.name)];
    return new Set(
      types.flatMap((name) => (typeNamed(contract, name)?.properties ?? []).map((property) => property.name)),
    );
  },
);
