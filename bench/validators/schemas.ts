import type { PropertyKind } from "../documentation/property-kind.ts";
import { resourceKinds } from "../documentation/resource-kind.ts";
import type { GeneratedOperation } from "./generated-operations.ts";

/** A schema of Swagger 2 and of OpenAPI 3.0 alike, but for the word that lets a value be null. */
export type Schema = Readonly<Record<string, unknown>>;

/** How a document refers to its schemas, and how it says that null is a value. */
export interface Dialect {
  readonly definitions: string;
  readonly nullable: string;
}

/** The types of a family's operations, each under a name of its own. What they do not declare is not allowed. */
export function schemasOf(
  { family }: GeneratedOperation,
  dialect: Dialect,
): Readonly<Record<string, Schema>> {
  const name = (type: string) => `${family.folder}.${type}`;
  const strict = (properties: Schema): Schema => ({
    type: "object",
    properties: { "@odata.context": { type: "string" }, ...properties },
    additionalProperties: false,
  });
  const number = { type: "integer", format: "int32" };
  const text = { type: "string" };
  const resources = resourceKinds.map(({ name: type, properties }) => {
    const schemas = properties.map((kind) => [kind.name, propertySchema(kind, name("address"), dialect)]);
    return [type, strict({ id: text, ...Object.fromEntries(schemas) })] as const;
  });
  const lists = resourceKinds.map(({ name: type }) => {
    const items = { $ref: `${dialect.definitions}${name(type)}` };
    return [`${type}.list`, strict({ value: { type: "array", items } })] as const;
  });
  const others = [
    ["address", strict({ city: text, houseNumber: number, street: text })],
    ["summary", strict({ openCount: number, totalCount: number })],
    ["inspect", strict({ reason: text })],
    ["dispatch", strict({ when: { type: "string", format: "date-time" } })],
  ] as const;
  return Object.fromEntries([...resources, ...lists, ...others].map(([type, each]) => [name(type), each]));
}

/** Of what the example sends and what it brings, the name of the type. */
export function typesOf({ family, page: { example } }: GeneratedOperation) {
  const name = (type: string) => `${family.folder}.${type}`;
  const type = example.type?.split(".").at(-1);
  const sent = /^depot_inspect|^shipment_dispatch/.test(example.name) ? example.name.split("_")[1] : type;
  return {
    ...(example.body === undefined || sent === undefined ? {} : { sent: name(sent) }),
    ...(example.answer === undefined || type === undefined
      ? {}
      : { brought: name(example.collection ? `${type}.list` : type) }),
  };
}

function propertySchema({ type, description }: PropertyKind, address: string, dialect: Dialect): Schema {
  const [, single = "", many] = /^(.*?)( collection)?$/.exec(type) ?? [];
  if (many) {
    return { type: "array", items: propertySchema({ type: single } as PropertyKind, address, dialect) };
  }
  if (single.includes("address")) return { $ref: `${dialect.definitions}${address}` };
  if (single.startsWith("{namespace}")) return { type: "string", enum: membersIn(description) };
  return { ...plainSchemas[single], [dialect.nullable]: true };
}

const plainSchemas: Readonly<Record<string, Schema>> = {
  String: { type: "string" },
  DateTimeOffset: { type: "string", format: "date-time" },
  Date: { type: "string", format: "date" },
  TimeOfDay: { type: "string" },
  Duration: { type: "string" },
  Guid: { type: "string", format: "uuid" },
  Boolean: { type: "boolean" },
  Int32: { type: "integer", format: "int32" },
  Int64: { type: "integer" },
  Double: { type: "number", format: "double" },
};

/** The members that an enumeration's sentence lists. */
function membersIn(description: string): string[] {
  const [sentence = ""] = /The possible values are: [^.]*/.exec(description) ?? [];
  return [...sentence.matchAll(/`(\w+)`/g)].map(([, member = ""]) => member);
}
