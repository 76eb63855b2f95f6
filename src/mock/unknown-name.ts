import type { Contract, Operation, TypeContract } from "../contract/contract.ts";
import { examplesOfOperation } from "../contract/examples-of-operation.ts";
import { derivedTypes } from "../contract/inheritance.ts";
import { isClosed } from "../contract/json-schema/type-schema.ts";
import { findType } from "../contract/promise/type-name.ts";
import { isObject } from "../docs/http/is-object.ts";
import type { Call } from "./call.ts";

/**
 * Why a name in the body of a request is none that the documentation knows, by the first such name: neither the
 * operation's parameters have it, nor the type sent or one derived from it, nor any example on a page of the operation.
 * Undefined when all names are known, or when nobody says which there are.
 */
export function unknownName(call: Call, operation: Operation, value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const { parameters } = operation;
  const types = typesOf(call, operation, value);
  if (types.length + parameters.length === 0 || !types.every(isClosed)) return undefined;
  const known = new Set([
    ...[...parameters, ...types.flatMap(({ properties }) => properties)].map(({ name }) => name),
    ...shownNames(call.contract, operation),
  ]);
  const name = Object.keys(value).find((other) => !other.includes("@") && !known.has(other));
  return name === undefined ? undefined : `"${name}" is not documented for the body of ${operation.id}`;
}

function typesOf(
  { contract, resourceType }: Call,
  { requestBody, parameters }: Operation,
  value: Readonly<Record<string, unknown>>,
): TypeContract[] {
  const written = value["@odata.type"];
  const named = typeof written === "string" ? findType(contract, written.replace(/^#/, ""))?.name : undefined;
  const documented = requestBody?.kind === "type" ? [requestBody.name] : [];
  const own = parameters.length === 0 && resourceType ? [resourceType.name] : [];
  const names = [...documented, ...own, ...(named === undefined ? [] : [named])];
  const all = new Set(names.flatMap((name) => [name, ...derivedTypes(contract, name)]));
  return [...all].flatMap((name) => contract.types[name] ?? []);
}

function shownNames(contract: Contract, operation: Operation): string[] {
  return examplesOfOperation(contract, operation).flatMap(({ request }) => {
    const value = request.body?.json?.value;
    return isObject(value) ? Object.keys(value) : [];
  });
}
