import { partition } from "../../base/partition.ts";
import type { Contract, TypeRef } from "../contract.ts";
import { onceForParts } from "../once-for-parts.ts";
import { derivedTypes } from "./inheritance.ts";
import { primitiveName } from "./primitive.ts";
import { shortName } from "./short-name.ts";
import { typeNamed } from "./type-named.ts";

/**
 * The type that a name outside the pages' prose means: in an annotation, a cast, `@odata.type`, `@odata.context`.
 * `Collection()` and `#` are understood, letter case and namespace may be left out where that is no guess. A name
 * that nothing declares comes back as `unknown`; one in a foreign namespace is read as if it were Graph's.
 */
export function readTypeName(contract: Contract, written: string): TypeRef {
  const bare = written.trim().replace(/^#/, "");
  const inside = /^Collection\((.*)\)$/i.exec(bare)?.[1];
  const name = (inside ?? bare).trim().replace(/^#/, "");
  const collection = inside !== undefined;
  const primitive = primitiveName(name);
  if (primitive && !Object.hasOwn(contract.types, name))
    return { kind: "primitive", name: primitive, collection };
  const found = findTypeAnywhere(contract, name);
  return found ? { ...found, collection } : { kind: "unknown", name, collection };
}

/** The same as `findType`, where a name may have the namespace of another service, as if it were Graph's. */
export function findTypeAnywhere(contract: Contract, name: string): TypeRef | undefined {
  return findType(contract, name) ?? findType(contract, withoutForeignNamespace(name));
}

/**
 * The same for a name in the place of a declared type: one that nothing declares, and that is called like the declared
 * type or one that derives from it in another of Graph's namespaces, means that one. No type of Graph derives from one
 * of its own name.
 */
export function findTypeInPlace(contract: Contract, name: string, declared: string): TypeRef | undefined {
  const found = findTypeAnywhere(contract, name);
  if (found || !typeNamed(contract, declared)) return found;
  const short = shortName(name).toLowerCase();
  const meant = [declared, ...derivedTypes(contract, declared)].filter(
    (kin) => shortName(kin).toLowerCase() === short,
  );
  const [only, ...more] = meant;
  return only !== undefined && more.length === 0 ? findType(contract, only) : undefined;
}

/** True for a qualified name outside of Graph's namespaces that nothing declares. */
export function isForeignName(contract: Contract, name: string): boolean {
  const isDeclared = Object.hasOwn(contract.types, name) || Object.hasOwn(contract.enums, name);
  return (
    /^[A-Za-z][\w-]*(?:\.[\w-]+)+$/.test(name) && !/^(?:microsoft\.graph|edm)\./i.test(name) && !isDeclared
  );
}

/** A namespace that is none of Graph's was copied from elsewhere: the name is read as one of Graph's. */
function withoutForeignNamespace(name: string): string {
  return /^microsoft\.graph\./i.test(name) ? name : shortName(name);
}

/** The declared type or enum of that name, qualified or not; undefined when there is none, or more than one. */
export function findType(contract: Contract, name: string): TypeRef | undefined {
  const names = namesOf(contract);
  const wanted = name.toLowerCase();
  const exact = names.get(wanted) ?? names.get(`microsoft.graph.${wanted}`);
  if (exact) return exact;
  return wanted.includes(".") ? undefined : (names.get(`.${wanted}`) ?? undefined);
}

const namesOf = onceForParts(["types", "enums"], (contract): ReadonlyMap<string, TypeRef | null> => {
  const index = new Map<string, TypeRef | null>();
  const types = Object.values(contract.types).map(({ name, fromMetadata }) => {
    const ref: TypeRef = { kind: "type", name, collection: false };
    return { ref, second: fromMetadata?.includes("type") ?? false };
  });
  const enums = Object.values(contract.enums).map(({ name, members, fromMetadata }) => {
    const ref: TypeRef = { kind: "enum", name, collection: false };
    return { ref, second: fromMetadata !== undefined && fromMetadata.length === members.length };
  });
  const [second, documented] = partition([...types, ...enums], (one) => one.second);
  // What the pages declare under a short name is meant by it, whatever else the metadata has.
  for (const declared of [documented, second]) {
    const short = new Map<string, TypeRef | null>();
    for (const { ref } of declared) {
      const qualified = ref.name.toLowerCase();
      if (!index.has(qualified)) index.set(qualified, ref);
      const name = `.${shortName(qualified)}`;
      // Two namespaces have it: the short name says nothing.
      short.set(name, short.has(name) ? null : ref);
    }
    for (const [name, ref] of short) if (!index.has(name)) index.set(name, ref);
  }
  return index;
});
