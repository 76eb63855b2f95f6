import { isObject } from "../../base/is-object.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { examplesOfOperation } from "../../contract/examples-of-operation.ts";
import { isClosed } from "../../contract/json-schema/type-schema.ts";
import { derivedTypes } from "../../contract/names/inheritance.ts";
import { findType } from "../../contract/names/type-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import type { Call } from "../route/call.ts";

/**
 * Why a name in the body of a request is none that the documentation knows, by the first such name: neither the
 * operation's parameters have it, nor the type sent or one derived from it, nor any example on a page of the operation.
 * Undefined when all names are known, or when nobody says which there are.
 */
export function unknownName(call: Call, operation: Operation, value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const known = knownNames(call, operation, value["@odata.type"]);
  const name = known && Object.keys(value).find((other) => !other.includes("@") && !known.has(other));
  return name === undefined ? undefined : `"${name}" is not documented for the body of ${operation.id}`;
}

type Names = ReadonlySet<string> | undefined;

const names = new WeakMap<Operation, Map<string, Names>>();

/** Undefined when any name may be right. */
function knownNames(call: Call, operation: Operation, written: unknown): Names {
  const type =
    typeof written === "string" ? findType(call.contract, written.replace(/^#/, ""))?.name : undefined;
  const ofOperation = names.get(operation) ?? new Map<string, Names>();
  names.set(operation, ofOperation);
  const key = type ?? "";
  if (!ofOperation.has(key)) ofOperation.set(key, readNames(call, operation, type));
  return ofOperation.get(key);
}

function readNames({ contract, resourceType }: Call, operation: Operation, type: string | undefined): Names {
  const { parameters, requestBody } = operation;
  const documented = requestBody?.kind === "type" ? [requestBody.name] : [];
  const own = parameters.length === 0 && resourceType ? [resourceType.name] : [];
  const bases = [...documented, ...own, ...(type === undefined ? [] : [type])];
  const all = new Set(bases.flatMap((name) => [name, ...derivedTypes(contract, name)]));
  const types = [...all].flatMap((name) => typeNamed(contract, name) ?? []);
  if (types.length + parameters.length === 0 || !types.every(isClosed)) return undefined;
  const properties = [...parameters, ...types.flatMap((one) => one.properties)];
  return new Set([...properties.map(({ name }) => name), ...shownNames(contract, operation)]);
}

function shownNames(contract: Contract, operation: Operation): string[] {
  return examplesOfOperation(contract, operation).flatMap(({ request }) => {
    const value = request.body?.json?.value;
    return isObject(value) ? Object.keys(value) : [];
  });
}
