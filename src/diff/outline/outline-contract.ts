import { nearestNames } from "../../base/nearest-name.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Contract, EnumContract, Property, TypeContract } from "../../contract/contract.ts";
import { lineOf } from "../../metadata/members-of.ts";
import { deprecationFacts, type Fact, fact, factFrom } from "../fact.ts";
import { declaredFacts } from "./outline-declared.ts";
import { membersFacts } from "./outline-members.ts";
import { pathFacts } from "./outline-operation.ts";
import { propertyFact } from "./outline-property.ts";

/** All that a contract promises, as facts: what two contracts are compared by. */
export const outlineContract = onceFor(
  (contract: Contract): Fact =>
    fact("contract", contract.version, {
      parts: [
        ...pathFacts(contract),
        ...Object.values(contract.types).map((type) => typeFact(type, contract)),
        ...Object.values(contract.enums).map(enumFact),
        ...declaredFacts(contract),
      ],
    }),
);

function enumFact(declared: EnumContract): Fact {
  const { name, location, retired } = declared;
  const parts = [...membersFacts(declared, location), ...deprecationFacts(retired, location)];
  return fact("enum", name, { parts, location });
}

/** A type, with the properties that a client sees on it: its own and those of its base types. */
function typeFact(type: TypeContract, contract: Contract): Fact {
  const { toldBy } = contract;
  const key = keyOf(type, contract);
  const { name, location, base, abstract, open, deprecated } = type;
  return factFrom("type", name, {
    source: [type, key, toldBy],
    location,
    outline: () => [
      ...(base === undefined ? [] : [fact("base", "", { value: base, location })]),
      ...(abstract ? [fact("abstract", "", { location })] : []),
      ...(open ? [fact("open", "", { location })] : []),
      ...(key === undefined ? [] : [fact("key", "", { value: key, location })]),
      ...deprecationFacts(deprecated, deprecated?.location),
      ...type.properties
        .filter((property) => !isMisspeltRow(property, type))
        .map((property) => propertyFact(property.name === key ? asKey(property) : property, toldBy)),
    ],
  });
}

/** A key is never written after it was given, whether its row says so or not (OData Protocol 4.01, section 11.4.3). */
function asKey({ readOnly: _, ...property }: Property): Property {
  return property;
}

/**
 * The JSON representation shows `isAssignableRole` and no `isAssignableToRole`, of which the table has a row: a slip of
 * the representation, and no second property.
 */
function isMisspeltRow({ name, onlyInJson, inheritedFrom }: Property, { properties }: TypeContract): boolean {
  if (!onlyInJson) return false;
  const rows = properties.filter(
    (other) => other.row !== undefined && !other.represented && other.inheritedFrom === inheritedFrom,
  );
  return (
    nearestNames(
      name,
      rows.map((row) => row.name),
    ).length > 0
  );
}

/** The key property; of metadata all that are the key together. */
function keyOf({ name, keyProperty }: TypeContract, { toldBy, metadata }: Contract): string | undefined {
  if (toldBy !== "metadata" || !metadata) return keyProperty;
  const key = lineOf(metadata, name).find((type) => type.key.length > 0)?.key;
  return key ? key.join(", ") : keyProperty;
}
