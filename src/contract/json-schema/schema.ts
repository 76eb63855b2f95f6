export type JsonType = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

/** A JSON Schema of draft 2020-12, in the keywords that this project writes. */
export interface JsonSchema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  title?: string;
  description?: string;
  type?: JsonType | JsonType[];
  format?: string;
  pattern?: string;
  enum?: (string | null)[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  patternProperties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean;
  unevaluatedProperties?: boolean;
  not?: JsonSchema;
  allOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  if?: JsonSchema;
  then?: JsonSchema;
  else?: JsonSchema;
  readOnly?: boolean;
  [annotation: `x-${string}`]: unknown;
}

/**
 * The annotations that the schemas carry beside the keywords of JSON Schema. A validator in strict mode must
 * be told that they are there.
 */
export const schemaAnnotations = [
  "x-base-type",
  "x-edm-type",
  "x-expand",
  "x-filter",
  "x-inherited-from",
  "x-key",
  "x-members",
  "x-members-on-request",
  "x-navigation",
  "x-sometimes-null",
  "x-only-on-select",
  "x-orderby",
  "x-search",
  "x-unknown-type",
] as const;
