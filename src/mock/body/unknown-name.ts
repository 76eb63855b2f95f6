import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { isClosed } from "../../contract/json-schema/type-schema.ts";
import { derivedTypes } from "../../contract/names/inheritance.ts";
import { findType } from "../../contract/names/type-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import type { Call } from "../route/call.ts";
import { shownNames } from "./parameter-letters.ts";

/**
 * Why a name in the body of a request is none that the documentation knows, by the first such name: neither the
 * operation's parameters have it, nor the type sent or one derived from it, nor any example on a page of the operation.
 * Undefined when all names are known, or when nobody says which there are.
 */
export function unknownName(call: Call, operation: Operation, value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const { contract, resourceType } = call;
  const written = value["@odata.type"];
  const type = typeof written === "string" ? findType(contract, written.replace(/^#/, ""))?.name : undefined;
  const known = knownNames(contract, operation, resourceType?.name, type);
  const name = known && Object.keys(value).find((other) => !other.includes("@") && !known.has(other));
  return name === undefined ? undefined : `"${name}" is not documented for the body of ${operation.id}`;
}

/** The names for a resource of a type, and of the type that the body says; undefined when any name may be right. */
const knownNames = onceForAll(
  (
    contract: Contract,
    operation: Operation,
    resource: string | undefined,
    said: string | undefined,
  ): ReadonlySet<string> | undefined => {
    const { parameters, requestBody } = operation;
    const documented = requestBody?.kind === "type" ? [requestBody.name] : [];
    const own = parameters.length === 0 ? [resource] : [];
    const bases = [...documented, ...own, said].filter((name) => name !== undefined);
    const all = new Set(bases.flatMap((name) => [name, ...derivedTypes(contract, name)]));
    const types = [...all].flatMap((name) => typeNamed(contract, name) ?? []);
    if (types.length + parameters.length === 0 || !types.every(isClosed)) return undefined;
    const properties = [...parameters, ...types.flatMap((one) => one.properties)];
    return new Set([...properties.map(({ name }) => name), ...shownNames(contract, operation)]);
  },
);
