import { isNumeric } from "../../odata/edm-type.ts";
import type { Contract, Property } from "../contract.ts";
import { directlyDerivedTypes } from "../names/inheritance.ts";
import { typeNamed } from "../names/type-named.ts";
import { describeProperty } from "./describe-property.ts";
import { edmSchema } from "./edm.ts";
import { valuesSchema } from "./enum-schema.ts";
import type { JsonSchema, JsonType } from "./schema.ts";

/** How a schema names another: what stands for a type or enum, by its qualified name; a `$ref` to it, as a rule. */
export type RefTo = (name: string) => JsonSchema;

/** The JSON Schema of a property's value, with the documented facts as annotations. */
export function propertySchema(contract: Contract, property: Property, refTo: RefTo): JsonSchema {
  const one = withRange(valueSchema(contract, property, refTo), property);
  const nullable = property.nullable !== false;
  const orNull = (schema: JsonSchema): JsonSchema => (nullable ? nullOr(schema) : notNull(schema));
  // A collection of entities has no gaps (OData JSON 4.01, section 13); one of other values may have.
  const whole = property.type.collection
    ? orNull({ type: "array", items: property.navigation ? one : orNull(one) })
    : orNull(one);
  return { description: describeProperty(property), ...whole, ...annotations(property) };
}

/**
 * The JSON Schema of one value of a type, never null; `values` stand for an enumeration without declaration. What is
 * related is a resource, also where nobody declares its type.
 */
export function valueSchema(
  contract: Contract,
  { type, values, navigation }: Pick<Property, "type"> & Partial<Pick<Property, "values" | "navigation">>,
  refTo: RefTo,
): JsonSchema {
  if (type.kind === "type" && hasForm(contract, type.name)) return refTo(type.name);
  if (type.kind === "enum" && Object.hasOwn(contract.enums, type.name)) return refTo(type.name);
  const primitive = type.kind === "primitive";
  const unknown: JsonSchema = { "x-unknown-type": type.name, ...(navigation ? { type: "object" } : {}) };
  const base = primitive ? edmSchema(type.name) : unknown;
  // "The possible values are" beside a number or a yes-or-no is prose about it, not a list of strings; and a
  // single value is an example.
  const listed = values && values.members.length > 1 && (!primitive || type.name === "Edm.String");
  return listed ? { ...valuesSchema(values), ...base } : base;
}

/** A page that lists no property, no base and nothing derived does not say that the value is an object (`Json`). */
function hasForm(contract: Contract, name: string): boolean {
  const type = typeNamed(contract, name);
  if (!type) return false;
  return (
    type.properties.length > 0 || type.base !== undefined || directlyDerivedTypes(contract, name).length > 0
  );
}

function nullOr(schema: JsonSchema): JsonSchema {
  if (schema.$ref !== undefined) return { anyOf: [{ type: "null" }, schema] };
  if (schema.type === undefined) return schema;
  const type: JsonType[] = [...[schema.type].flat(), "null"];
  return { ...schema, type, ...(schema.enum ? { enum: [...schema.enum, null] } : {}) };
}

function notNull(schema: JsonSchema): JsonSchema {
  const saysNothing = schema.$ref === undefined && schema.type === undefined;
  return saysNothing ? { ...schema, not: { type: "null" } } : schema;
}

function withRange(schema: JsonSchema, { type, range }: Property): JsonSchema {
  if (!range || type.kind !== "primitive") return schema;
  if (type.name === "Edm.String") {
    return range.maxLength === undefined ? schema : { ...schema, maxLength: range.maxLength };
  }
  if (!isNumeric(type.name)) return schema;
  const minimum = Math.max(range.minimum ?? -Infinity, schema.minimum ?? -Infinity);
  const maximum = Math.min(range.maximum ?? Infinity, schema.maximum ?? Infinity);
  return {
    ...schema,
    ...(Number.isFinite(minimum) ? { minimum } : {}),
    ...(Number.isFinite(maximum) ? { maximum } : {}),
  };
}

function annotations(property: Property): JsonSchema {
  return {
    ...(property.readOnly ? { readOnly: true } : {}),
    ...(property.navigation ? { "x-navigation": true } : {}),
    ...(property.nullable === true ? { "x-sometimes-null": true } : {}),
    ...(property.inheritedFrom ? { "x-inherited-from": property.inheritedFrom } : {}),
    ...(property.onlyOnSelect ? { "x-only-on-select": true } : {}),
    ...(property.filter ? { "x-filter": [...property.filter] } : {}),
    ...(property.orderby ? { "x-orderby": true } : {}),
    ...(property.expand ? { "x-expand": true } : {}),
    ...(property.search ? { "x-search": true } : {}),
  };
}
