import { Ajv, type ValidateFunction } from "ajv";
import type { DataValidationCxt } from "ajv/dist/types/index.js";
import { onceFor } from "../../base/once-for.ts";
import { edmFormats } from "../json-schema/edm.ts";
import { type JsonSchema, schemaAnnotations } from "../json-schema/schema.ts";

/** What a value's schema asks of the judgement that runs it, when the data reach one of these keywords. */
export interface SchemaVisitor {
  /** The data stand in the place of the type or enum that the property names; they are never null. */
  follow(data: unknown, pointer: string): void;
  /** The data are a string in the place of an enumeration, some of whose members come on request only. */
  checkRequested(onRequest: readonly string[], data: string, pointer: string): void;
}

const compiled = new Map<string, ValidateFunction>();

/**
 * The validator of a value's schema; it is called with a `SchemaVisitor` as `this`. Compiling takes a
 * millisecond, running a microsecond, so that a run over all of Graph would be all compilation. Hence a `$ref` is
 * followed only when data reach it, and schemas that differ in nothing but descriptions and the names that they
 * refer to share one validator: all of Graph has a few hundred.
 */
export const compileValue = onceFor((schema: JsonSchema): ValidateFunction => {
  const key = JSON.stringify(schema, (keyword, value) => {
    if (keyword === "$ref") return "";
    return keyword === "description" || ignored.has(keyword) ? undefined : value;
  });
  const validate = compiled.get(key) ?? ajv.compile(JSON.parse(key));
  compiled.set(key, validate);
  return validate;
});

const judged = ["x-edm-type", "x-members", "x-members-on-request"];
const ignored = new Set<string>(schemaAnnotations.filter((name) => !judged.includes(name)));

const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  passContext: true,
  meta: false,
  validateSchema: false,
  formats: edmFormats,
  code: { optimize: false },
});
ajv.addVocabulary(["x-edm-type", "x-members"]);
ajv.removeKeyword("$ref");
ajv.addKeyword({
  keyword: "$ref",
  schemaType: "string",
  validate(this: SchemaVisitor, _ref: string, data: unknown, _schema: unknown, cxt?: DataValidationCxt) {
    if (data !== null) this.follow(data, cxt?.instancePath ?? "");
    return data !== null;
  },
});
ajv.addKeyword({
  keyword: "x-members-on-request",
  type: "string",
  schemaType: "array",
  validate(this: SchemaVisitor, names: string[], data: string, _schema: unknown, cxt?: DataValidationCxt) {
    this.checkRequested(names, data, cxt?.instancePath ?? "");
    return true;
  },
});
