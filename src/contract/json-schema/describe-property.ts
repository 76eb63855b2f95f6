import type { Property, TypeRef } from "../contract.ts";
import { shortName } from "../names/short-name.ts";

/** A description made of nothing but the documented facts. */
export function describeProperty(property: Property): string {
  const supported = [
    ...(property.filter ? [operators(property.filter)] : []),
    ...(property.orderby ? ["$orderby"] : []),
    ...(property.expand ? ["$expand"] : []),
    ...(property.search ? ["$search"] : []),
  ];
  const sentences = [
    property.navigation
      ? `Relationship to ${describeTypeRef(property.type)}`
      : describeTypeRef(property.type),
    ...(property.inheritedFrom ? [`Inherited from ${shortName(property.inheritedFrom)}`] : []),
    ...(property.readOnly ? ["Read-only"] : []),
    ...(property.nullable === false ? ["Never null"] : []),
    ...(property.nullable === true ? ["Sometimes null"] : []),
    ...(property.onlyOnSelect ? ["Only returned on $select"] : []),
    ...(supported.length > 0 ? [`Supports ${supported.join(", ")}`] : []),
  ];
  return `${sentences.join(". ")}.`;
}

/** A type as one says it: `Int32`, `collection of run`. */
export function describeTypeRef(type: TypeRef): string {
  const name = shortName(type.name);
  return type.collection ? `collection of ${name}` : name;
}

function operators(filter: readonly string[]): string {
  return filter.length > 0 ? `$filter (${filter.join(", ")})` : "$filter";
}
