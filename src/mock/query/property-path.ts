import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Property, TypeContract } from "../../contract/contract.ts";
import { isClosed } from "../../contract/json-schema/type-schema.ts";
import { derivedTypes, derivesFrom } from "../../contract/names/inheritance.ts";
import { findType } from "../../contract/names/type-name.ts";
import { typeNamed, typeOfRef } from "../../contract/names/type-named.ts";
import { isOpenPrimitive } from "../../odata/edm-type.ts";
import { graphFacts } from "../store/said-nowhere.ts";

/** Where a path of names leads from a type. */
export type PropertyPath =
  | {
      readonly found: true;
      /** Names as the contract writes them, without casts. */
      readonly names: readonly string[];
      /** The properties on the way; they end where nobody documents what comes next. */
      readonly properties: readonly Property[];
      /** The type at the end, when it is a documented structure. */
      readonly type?: TypeContract;
    }
  | { readonly found: false; readonly name: string; readonly owner: string };

/**
 * Follows a path of property names and casts. Letter case does not matter, as on Graph. A type takes the names of those
 * that derive from it without a cast, one that is open to extensions takes their names, and one that is open otherwise,
 * not completely documented or not known takes any name.
 */
export function propertyPath(
  contract: Contract,
  type: TypeContract | undefined,
  path: readonly string[],
): PropertyPath {
  const names: string[] = [];
  const properties: Property[] = [];
  let current = type;
  let owner = type?.name ?? "";
  let closed = type !== undefined;
  for (const name of path) {
    if (name === "*" || name.includes("@") || name.startsWith("$")) {
      names.push(name);
      closed = false;
      continue;
    }
    if (name.includes(".")) {
      // A cast; of an unknown type, or a bound function, nothing more is known.
      const cast = findType(contract, name);
      current = typeOfRef(contract, cast);
      closed = current !== undefined;
      owner = current?.name ?? name;
      continue;
    }
    const members: Members = current
      ? membersOf(contract, current)
      : { byName: new Map(), takes: () => false };
    const property = members.byName.get(name.toLowerCase());
    if (!property && closed && !members.takes(name)) return { found: false, name, owner };
    names.push(property?.name ?? name);
    if (!property) {
      current = undefined;
      closed = false;
      continue;
    }
    if (closed) properties.push(property);
    owner = property.type.name;
    current = typeOfRef(contract, property.type);
    closed = property.type.kind !== "unknown" && !isOpenPrimitive(owner);
  }
  return { found: true, names, properties, ...(current ? { type: current } : {}) };
}

interface Members {
  /** Own, inherited and of derived types, by lower-case name. */
  readonly byName: ReadonlyMap<string, Property>;
  /** Whether an undocumented name may be right. */
  takes(name: string): boolean;
}

const membersOf = onceForAll((contract: Contract, type: TypeContract): Members => {
  const derived = derivedTypes(contract, type.name).flatMap((name) => typeNamed(contract, name) ?? []);
  const byName = new Map<string, Property>();
  for (const { properties } of [type, ...derived]) {
    for (const property of properties) {
      const lower = property.name.toLowerCase();
      if (!byName.has(lower)) byName.set(lower, property);
    }
  }
  const isExtension = (name: string) => name.includes("_");
  const takes = [type, ...derived].every(isClosed)
    ? () => false
    : isExtended(contract, type)
      ? isExtension
      : () => true;
  return { byName, takes };
});

/** Whether a type is open to extensions alone. */
function isExtended(contract: Contract, { name, complete }: TypeContract): boolean {
  return complete && graphFacts.extended.some(({ fact }) => derivesFrom(contract, name, fact.type) === true);
}
