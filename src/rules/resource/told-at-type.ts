import type { Contract } from "../../contract/contract.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { isOfMissingBase } from "./missing-bases.ts";
import { isNameOfWrongRow } from "./wrong-names.ts";

/**
 * True for an undeclared name that is the fault of the type's own page, and told once, there: its base type is not
 * named (`resource/base-type`), a row of it is wrong (`resource/table-and-json`), or its key has no row
 * (`resource/key-property`).
 */
export function isToldAtType(contract: Contract, type: string, name: string): boolean {
  return (
    isOfMissingBase(contract, type, name) ||
    isNameOfWrongRow(contract, type, name) ||
    keysWithoutRow(contract, type).includes(name)
  );
}

/** The keys that a type's annotation names and its page does not declare. */
export function keysWithoutRow(contract: Contract, type: string): readonly string[] {
  const { keyProperty, properties = [] } = typeNamed(contract, type) ?? {};
  const keys = keyProperty?.split(/\s*,\s*/) ?? [];
  return keys.filter((key) => !properties.some(({ name }) => name === key));
}
