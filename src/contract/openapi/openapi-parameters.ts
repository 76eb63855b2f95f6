import type { OpenAPIV3_1 } from "openapi-types";
import { withoutEnds } from "../../base/trim-characters.ts";
import type { HeaderDeclaration, QueryOptions } from "../../docs/page.ts";
import type { Contract, Property } from "../contract.ts";
import { valueSchema } from "../json-schema/property-schema.ts";
import type { OpenApiPath } from "./openapi-path.ts";
import { refsOf, schemaObject } from "./openapi-schema.ts";

type Parameter = OpenAPIV3_1.ParameterObject;

// OData URL Conventions 4.01, section 5.1, as far as Graph documents them.
const all = ["$count", "$expand", "$filter", "$format", "$orderby", "$search", "$select", "$skip", "$top"];
const lists = ["$expand", "$orderby", "$select"];
const numbers = ["$skip", "$top"];

// OpenAPI says these three elsewhere, and asks to ignore them among the parameters.
const saidElsewhere = ["accept", "authorization", "content-type"];

/** The parameters for the keys of a path, and for what a function takes, of the type that its page declares. */
export function pathParameters(
  contract: Contract,
  { path, parameters }: OpenApiPath,
  declared: readonly Property[],
): Parameter[] {
  return parameters.map((name) => {
    const argument = path.includes(`${name}=`) ? declared.find((one) => one.name === name) : undefined;
    const isTyped = argument?.type.kind === "primitive" || argument?.type.kind === "enum";
    const typed = argument && isTyped && !argument.type.collection ? argument : undefined;
    const parameter: Parameter = { name, in: "path", required: true, schema: { type: "string" } };
    // As with the operations: openapi-types 12 asks the schema to be one of 3.0.
    const schema = typed && schemaObject(valueSchema(contract, typed, refsOf(contract)));
    return schema ? Object.assign(parameter, { schema }) : parameter;
  });
}

/** The documented query options of an operation. */
export function queryParameters(options: readonly QueryOptions[]): Parameter[] {
  const names = options.flatMap((option) =>
    option.kind === "listed" ? option.options : option.kind === "all" ? all : [],
  );
  return [...new Set(names)].sort().map(queryParameter);
}

/** The documented request headers, but for those that OpenAPI says elsewhere. */
export function headerParameters(headers: readonly HeaderDeclaration[]): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const { name: written, required } of headers) {
    // A page may write the name in italics (`_if-match_`): no header begins or ends like that.
    const name = withoutEnds(written, "_*`");
    const key = name.toLowerCase();
    if (saidElsewhere.includes(key) || byName.has(key) || !/^[\w!#$%&'*+.^`|~-]+$/.test(name)) continue;
    byName.set(key, { name, in: "header", ...(required ? { required } : {}), schema: { type: "string" } });
  }
  return [...byName.keys()].sort().flatMap((key) => byName.get(key) ?? []);
}

function queryParameter(name: string): Parameter {
  const at = { name, in: "query" };
  if (lists.includes(name)) {
    return { ...at, style: "form", explode: false, schema: { type: "array", items: { type: "string" } } };
  }
  if (numbers.includes(name)) return { ...at, schema: { type: "integer", minimum: 0 } };
  return { ...at, schema: { type: name === "$count" ? "boolean" : "string" } };
}
