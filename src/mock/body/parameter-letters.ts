import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { examplesOfOperation } from "../../contract/page-content.ts";

/**
 * What an action was sent, with the names of its parameters as its pages write them: Microsoft's generated clients send
 * each with a capital letter in front (`DestinationId`), as Graph's metadata once had them.
 */
export function inParametersLetters(contract: Contract, operation: Operation, value: unknown): unknown {
  if (!isObject(value) || operation.parameters.length === 0) return value;
  const known = namesOf(contract, operation);
  const names = Object.keys(value);
  const meant = (name: string): string => {
    const small = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    return !known.has(name) && known.has(small) && !names.includes(small) ? small : name;
  };
  if (names.every((name) => meant(name) === name)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [meant(name), inner]));
}

const namesOf = onceForAll(
  (contract: Contract, operation: Operation): ReadonlySet<string> =>
    new Set([...operation.parameters.map(({ name }) => name), ...shownNames(contract, operation)]),
);

/** The names that the examples on the pages of an operation send. */
export const shownNames = onceForAll((contract: Contract, operation: Operation): ReadonlySet<string> => {
  const names = examplesOfOperation(contract, operation).flatMap(({ request }) => {
    const value = request.body?.json?.value;
    return isObject(value) ? Object.keys(value) : [];
  });
  return new Set(names);
});
