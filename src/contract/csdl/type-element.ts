import { edmType } from "../../odata/edm-type.ts";
import type { Property, TypeRef } from "../contract.ts";
import { type CsdlModel, type CsdlType, JSON_TYPE, structuredName } from "./csdl-model.ts";
import { attributeName } from "./csdl-name.ts";
import { element, type XmlElement } from "./xml-element.ts";

/** An entity or complex type (OData CSDL 4.0, sections 8 and 9). */
export function typeElement(model: CsdlModel, type: CsdlType, contained: ReadonlySet<string>): XmlElement {
  const { key, entity, base, abstract, open } = type;
  const attributes = {
    Name: type.local,
    BaseType: base === undefined ? undefined : model.types.get(base)?.attribute,
    Abstract: abstract ? "true" : undefined,
    OpenType: open ? "true" : undefined,
  };
  const members = type.properties.map((property) => memberElement(model, type, property, contained));
  const keys = key === undefined ? [] : [element("Key", {}, [element("PropertyRef", { Name: key })])];
  return element(entity ? "EntityType" : "ComplexType", attributes, [
    ...keys,
    ...members.filter(({ name }) => name === "Property"),
    ...members.filter(({ name }) => name === "NavigationProperty"),
  ]);
}

/** What ends in an entity is a navigation property, whichever table of the page lists it, and nothing else is one. */
function memberElement(
  model: CsdlModel,
  owner: CsdlType,
  property: Property,
  contained: ReadonlySet<string>,
): XmlElement {
  const { name, nullable, range } = property;
  const isKey = name === owner.key;
  const type = isKey && property.type.kind !== "primitive" ? keyType : property.type;
  const structured = typeName(model, property, type);
  const attributes = { Name: name, Type: collectionOf(type, structured.name) };
  if (structured.entity) {
    return element("NavigationProperty", {
      ...attributes,
      Nullable: nullable === false && !type.collection ? "false" : undefined,
      ContainsTarget: contained.has(`${owner.name}/${name}`) ? "true" : undefined,
    });
  }
  const sized = structured.name === "Edm.String" || structured.name === "Edm.Binary";
  return element("Property", {
    ...attributes,
    Nullable: isKey || nullable === false ? "false" : undefined,
    MaxLength: sized && range?.maxLength !== undefined ? `${range.maxLength}` : undefined,
  });
}

const JSON_ATTRIBUTE = attributeName(JSON_TYPE);
const keyType: TypeRef = { kind: "primitive", name: "Edm.String", collection: false };

/** A reference to a type as attributes have it: `graph.user`, `Collection(Edm.String)`. */
export function typeAttribute(model: CsdlModel, type: TypeRef): string {
  return collectionOf(type, typeName(model, {}, type).name);
}

function collectionOf({ collection }: TypeRef, name: string): string {
  return collection ? `Collection(${name})` : name;
}

function typeName(
  { contract, types, enums }: CsdlModel,
  { values }: Pick<Property, "values">,
  type: TypeRef,
): { readonly name: string; readonly entity: boolean } {
  const other = (name: string) => ({ name, entity: false });
  if (type.kind === "primitive") {
    const known = edmType(type.name);
    // A stream has no collection.
    const possible = known && !known.abstract && !(type.collection && type.name === "Edm.Stream");
    return other(possible ? type.name : JSON_ATTRIBUTE);
  }
  // Without members there is no enumeration to declare.
  if (type.kind === "enum") return other(enums.get(type.name)?.attribute ?? "Edm.String");
  if (type.kind === "unknown" && (values?.members.length ?? 0) > 1) return other("Edm.String");
  const known = types.get(structuredName(contract, type) ?? "");
  return known ? { name: known.attribute, entity: known.entity } : other(JSON_ATTRIBUTE);
}
