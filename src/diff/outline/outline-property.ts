import type { Location } from "../../base/location.ts";
import type { Contract, Property, TypeRef } from "../../contract/contract.ts";
import { deprecationFacts, type Fact, type FactKind, type FactValue, fact } from "../fact.ts";
import { membersFacts } from "./outline-members.ts";

/** What a property of a type promises. */
export function propertyFact(property: Property, toldBy?: Contract["toldBy"]): Fact {
  const { name, location, inheritedFrom } = property;
  return fact("property", name, {
    location,
    ...(inheritedFrom === undefined ? {} : { inheritedFrom }),
    parts: [
      ...valueFacts(property),
      ...askedFacts(property),
      ...(toldBy === "metadata" ? declaredFacts(property) : []),
    ],
  });
}

/** What a parameter of an operation promises. */
export function parameterFact(parameter: Property): Fact {
  const { name, location } = parameter;
  return fact("parameter", name, { location, parts: valueFacts(parameter) });
}

function valueFacts(property: Property): Fact[] {
  const { location } = property;
  const { minimum, maximum, maxLength } = property.range ?? {};
  return [
    valueType(property),
    ...say(location, "collection", property.type.collection),
    ...say(location, "relationship", property.navigation),
    ...(property.nullable === undefined
      ? []
      : [fact("nullable", "", { value: property.nullable, location })]),
    ...say(location, "read-only", property.readOnly),
    ...say(location, "required", property.required),
    ...say(
      location,
      "range",
      minimum === undefined && maximum === undefined ? undefined : `${minimum ?? ""} to ${maximum ?? ""}`,
    ),
    ...say(location, "max-length", maxLength),
    ...deprecationFacts(property.deprecated, location),
  ];
}

function askedFacts(property: Property): Fact[] {
  const { location, filter } = property;
  return [
    ...(filter ? [filterFact(property, filter)] : []),
    ...say(location, "orderby", property.orderby),
    ...say(location, "expand", property.expand),
    ...say(location, "search", property.search),
    ...say(location, "on-select", property.onlyOnSelect),
    ...say(location, "not-by-default", property.notByDefault),
  ];
}

/** What metadata always knows, by its silence, too: where it does not say, null is allowed. */
function declaredFacts({ location, nullable, contained, type }: Property): Fact[] {
  const mayBeNull = nullable === undefined && !type.collection;
  return [
    ...(mayBeNull ? [fact("nullable", "", { value: true, location })] : []),
    ...say(location, "contained", contained),
  ];
}

/** A fact of something that is said, and none of what is not. */
function say(location: Location, kind: FactKind, said: FactValue | undefined): Fact[] {
  if (said === undefined || said === false) return [];
  return [fact(kind, "", { ...(said === true ? {} : { value: said }), location })];
}

/** The type of a value as facts: what it is, and that there are many of them. */
export function typeFacts(kind: "body" | "request-body", type: TypeRef, at: Pick<Fact, "location">): Fact {
  return fact(kind, "", {
    value: type.name,
    ...at,
    parts: type.collection ? [fact("collection", "", at)] : [],
  });
}

function valueType({ type, values, location }: Property): Fact {
  const members =
    values && values.members.length > 0
      ? [fact("members", "", { location, parts: membersFacts(values, location) })]
      : [];
  return fact("value-type", "", { value: type.name, location, parts: members });
}

function filterFact({ location }: Property, operators: readonly string[]): Fact {
  const parts = operators.map((name) => fact("operator", name, { location }));
  return fact("filter", "", { location, parts });
}
