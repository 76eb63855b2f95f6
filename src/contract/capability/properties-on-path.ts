import type { Contract, Property, TypeContract } from "../contract.ts";
import { isClosed } from "../json-schema/type-schema.ts";
import { derivedTypes } from "../names/inheritance.ts";
import { findType } from "../names/type-name.ts";
import { typeNamed, typeOfRef } from "../names/type-named.ts";

/** A property that a path steps over, with the type that has it. */
export interface PathStep {
  readonly owner: TypeContract;
  readonly property: Property;
}

/**
 * The properties that a path of names and casts steps over, letter case aside; `$count` ends it. `unknown` when the
 * contract knows too little to follow it, `absent` when a type that is documented in full has no such property.
 */
export function propertiesOnPath(
  contract: Contract,
  type: TypeContract | undefined,
  path: readonly string[],
): readonly PathStep[] | "unknown" | "absent" {
  const steps: PathStep[] = [];
  let owner = type;
  for (const name of path) {
    if (name.toLowerCase() === "$count") break;
    if (name.includes(".")) {
      const cast = findType(contract, name);
      owner = typeOfRef(contract, cast);
      continue;
    }
    if (!owner || name.startsWith("$") || name.includes("@")) return "unknown";
    const found = propertyOf(contract, owner, name);
    if (found === "unknown" || found === "absent") return found;
    steps.push(found);
    const { kind, name: typeName } = found.property.type;
    owner = kind === "type" ? typeNamed(contract, typeName) : undefined;
  }
  return steps;
}

/** A property of the type, or of one that derives from it. */
function propertyOf(contract: Contract, type: TypeContract, name: string): PathStep | "unknown" | "absent" {
  const lower = name.toLowerCase();
  const types = [
    type,
    ...derivedTypes(contract, type.name).flatMap((derived) => typeNamed(contract, derived) ?? []),
  ];
  for (const owner of types) {
    const property = owner.properties.find((other) => other.name.toLowerCase() === lower);
    if (property) return { owner, property };
  }
  return types.every(isClosed) ? "absent" : "unknown";
}
