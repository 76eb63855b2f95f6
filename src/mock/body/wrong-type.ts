import { isObject } from "../../base/is-object.ts";
import type { Operation } from "../../contract/contract.ts";
import { derivesFrom } from "../../contract/names/inheritance.ts";
import { findType } from "../../contract/names/type-name.ts";
import { namedType } from "../../contract/validation/named-type.ts";
import type { Call } from "../route/call.ts";

/** Why a body is of a type that has no business where it is sent; undefined when it may be. */
export function wrongType(
  { contract, resourceType }: Call,
  { requestBody, parameters, id }: Operation,
  value: unknown,
): string | undefined {
  const written = isObject(value) ? namedType(value) : undefined;
  const own = parameters.length === 0 ? resourceType?.name : undefined;
  const documented = requestBody?.kind === "type" ? requestBody.name : own;
  const named = written === undefined ? undefined : findType(contract, written);
  if (documented === undefined || named === undefined) return undefined;
  if (derivesFrom(contract, named.name, documented) !== false) return undefined;
  return `"@odata.type" names ${named.name}; the body of ${id} is a ${documented}`;
}
