import type { Contract, EnumContract, TypeContract, TypeRef } from "../contract.ts";
import { shortName } from "./short-name.ts";

/** The declared type of that qualified name, in just these letters; undefined when no page declares it. */
export function typeNamed(
  { types }: Pick<Contract, "types">,
  name: string | undefined,
): TypeContract | undefined {
  return name !== undefined && Object.hasOwn(types, name) ? types[name] : undefined;
}

/** The declared enumeration of that qualified name, likewise. */
export function enumNamed(
  { enums }: Pick<Contract, "enums">,
  name: string | undefined,
): EnumContract | undefined {
  return name !== undefined && Object.hasOwn(enums, name) ? enums[name] : undefined;
}

/** The declared type that a reference leads to; undefined for a primitive, an enumeration, or one that no page declares. */
export function typeOfRef(
  contract: Pick<Contract, "types">,
  ref: TypeRef | undefined,
): TypeContract | undefined {
  return ref?.kind === "type" ? typeNamed(contract, ref.name) : undefined;
}

/** The name of the property that has the key of a resource: `id`, where nothing says another. */
export function keyPropertyOf(type: { readonly keyProperty?: string } | undefined): string {
  return type?.keyProperty ?? "id";
}

/** The value of a key as text; undefined where it is none. */
export function keyText(key: unknown): string | undefined {
  return typeof key === "string" || typeof key === "number" ? String(key) : undefined;
}

/** Whether anything says what a type's name means: the protocol, or a page. */
export function isDeclared(contract: Contract, name: string): boolean {
  return (
    name.startsWith("Edm.") || Object.hasOwn(contract.types, name) || Object.hasOwn(contract.enums, name)
  );
}

/**
 * Whether the name of a type in a page and one in the metadata are of the same type: pages leave the namespace out, and
 * the metadata has types that stand for any.
 */
export function isSameTypeName(documented: string, declared: string): boolean {
  if (documented === declared || isAnything(declared)) return true;
  if (documented.startsWith("Edm.") || declared.startsWith("Edm.")) return false;
  return shortName(documented).toLowerCase() === shortName(declared).toLowerCase();
}

/** A namespace that is none of Graph's, copied from where the type was made, gave way to Graph's. */
export function isMadeGraphs(was: string, is: string): boolean {
  return (
    was.includes(".") &&
    !/^(?:microsoft\.graph|edm)\./i.test(was) &&
    /^microsoft\.graph\./i.test(is) &&
    shortName(was).toLowerCase() === shortName(is).toLowerCase()
  );
}

function isAnything(name: string): boolean {
  return /^(?:Edm\.(?:Untyped|PrimitiveType|ComplexType|EntityType)|microsoft\.graph\.Json)$/.test(name);
}
