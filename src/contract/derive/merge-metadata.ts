import type { GraphVersion } from "../../docs/page.ts";
import { noticeOf } from "../../metadata/capabilities.ts";
import { declaredType } from "../../metadata/declared.ts";
import { type DeclaredMember, isOpen, lineOf, membersOf } from "../../metadata/members-of.ts";
import type { Metadata, MetadataType, MetadataTypeRef } from "../../metadata/metadata.ts";
import type { Contract, Property, TypeContract, TypeRef } from "../contract.ts";
import { primitiveName } from "../names/primitive.ts";
import { isSameTypeName } from "../names/type-named.ts";
import { mergeBodies } from "./metadata-bodies.ts";
import { mergeEnums, mergeMembers } from "./metadata-enums.ts";

/**
 * A contract that hears the metadata, too. What only the pages say stays, and what only the metadata says is marked as
 * such. Where they differ, the metadata decides base types, openness and where a relationship leads; of a property's
 * type it keeps both, and the pages lead on what may be asked.
 */
export function mergeMetadata(contract: Contract, metadata: Metadata): Contract {
  const enums = mergeEnums(contract.enums, metadata);
  const named = new Map(
    [...Object.keys(metadata.types), ...Object.keys(contract.types)].map((name) => [
      name.toLowerCase(),
      name,
    ]),
  );
  const enumNames = new Map(Object.keys(enums).map((name) => [name.toLowerCase(), name]));
  const types = new Map(Object.entries(contract.types).map(([name, type]) => [name, mergeType(type)]));
  for (const type of Object.values(metadata.types)) {
    const name = named.get(type.name.toLowerCase()) ?? type.name;
    if (!types.has(name)) types.set(name, typeOf(type));
  }
  const operations = mergeBodies(contract.operations, metadata, refOf);
  return { ...contract, types: Object.fromEntries(types), enums, operations, metadata };

  function mergeType(type: TypeContract): TypeContract {
    const declared = declaredType(metadata, type.name);
    if (!declared) return type;
    const members = membersOf(metadata, declared.name);
    const base = declared.base === undefined ? undefined : qualified(declared.base);
    const open = isOpen(metadata, declared.name);
    const properties = type.properties.map((property) => mergeProperty(property, members.get(property.name)));
    const added = [...members.values()]
      .filter(({ member }) => !type.properties.some(({ name }) => name === member.name))
      .map((member) => propertyOf(member, declared));
    const complete = type.complete || isWhole(metadata, declared.name);
    const from = [
      ...(base !== undefined && base !== type.base ? ["base" as const] : []),
      ...(open !== type.open ? ["open" as const] : []),
      ...(complete && !type.complete ? ["complete" as const] : []),
    ];
    return {
      ...type,
      ...(base === undefined ? {} : { base }),
      ...(type.base === undefined || base === undefined || base === type.base
        ? {}
        : { otherBase: type.base }),
      open,
      properties: [...properties, ...added],
      complete,
      ...(from.length > 0 ? { fromMetadata: from } : {}),
    };
  }

  function mergeProperty(property: Property, found: DeclaredMember | undefined): Property {
    if (!found) return { ...property, unconfirmed: true };
    const { member } = found;
    const type = refOf(member.type);
    const unknown = property.type.kind === "unknown" && (property.values?.members.length ?? 0) < 2;
    const differs = !sameType(property.type, type);
    const decides = unknown || (differs && member.navigation);
    const never = property.nullable === undefined && member.nullable === false && !type.collection;
    const from = [...(decides ? ["type" as const] : []), ...(never ? ["nullable" as const] : [])];
    const declared = type.kind === "enum" ? metadata.enums[member.type.name] : undefined;
    return {
      ...property,
      ...(decides ? { type } : {}),
      ...(differs && !unknown ? { otherType: decides ? property.type : type } : {}),
      ...(never ? { nullable: false } : {}),
      ...(property.values && declared ? { values: mergeMembers(property.values, declared) } : {}),
      ...(from.length > 0 ? { fromMetadata: from } : {}),
    };
  }

  function typeOf(type: MetadataType): TypeContract {
    const { name, base, abstract, line, column } = type;
    const notice = noticeOf(metadata, name);
    const key = lineOf(metadata, name).find((one) => one.key.length > 0)?.key[0];
    return {
      name,
      ...(base === undefined ? {} : { base: qualified(base) }),
      abstract,
      open: isOpen(metadata, name),
      ...(key === undefined ? {} : { keyProperty: key }),
      properties: [...membersOf(metadata, name).values()].map((member) => propertyOf(member, type)),
      complete: isWhole(metadata, name),
      ...(notice
        ? { deprecated: { certain: true, ...notice, location: { file: metadata.file, line, column } } }
        : {}),
      fromMetadata: ["type"],
      location: { file: metadata.file, line, column },
    };
  }

  function propertyOf({ member, owner }: DeclaredMember, type: MetadataType): Property {
    const { name, navigation, nullable, contained, line, column } = member;
    const notice = noticeOf(metadata, `${owner}/${name}`);
    return {
      name,
      type: refOf(member.type),
      navigation,
      ...(owner === type.name ? {} : { inheritedFrom: qualified(owner) }),
      ...(nullable === false && !member.type.collection ? { nullable: false } : {}),
      ...(contained ? { contained: true as const } : {}),
      ...(notice ? { deprecated: notice } : {}),
      fromMetadata: ["property"],
      location: { file: metadata.file, line, column },
    };
  }

  function refOf({ name, collection }: MetadataTypeRef): TypeRef {
    const primitive = primitiveName(name);
    if (primitive) return { kind: "primitive", name: primitive, collection };
    const type = named.get(name.toLowerCase());
    if (type) return { kind: "type", name: type, collection };
    const enumeration = enumNames.get(name.toLowerCase());
    return enumeration
      ? { kind: "enum", name: enumeration, collection }
      : { kind: "unknown", name, collection };
  }

  function qualified(name: string): string {
    return named.get(name.toLowerCase()) ?? name;
  }
}

/** Whether the metadata, which may be an extract, has all the base types of a type. */
function isWhole(metadata: Metadata, name: string): boolean {
  return lineOf(metadata, name).at(-1)?.base === undefined;
}

/**
 * Whether a documented type and one of the metadata are no contradiction. Pages write the same type without its
 * namespace, and an enumeration as a String.
 */
function sameType(documented: TypeRef, declared: TypeRef): boolean {
  if (documented.collection !== declared.collection) return false;
  if (documented.name === "Edm.String" && declared.kind === "enum") return true;
  return isSameTypeName(documented.name, declared.name);
}

/** What the metadata alone promises: types and enumerations. Paths are promised by pages. */
export function contractOfMetadata(metadata: Metadata, version: GraphVersion): Contract {
  const nothing: Contract = { version, types: {}, enums: {}, operations: [], examples: [] };
  return { ...mergeMetadata(nothing, metadata), toldBy: "metadata" };
}
