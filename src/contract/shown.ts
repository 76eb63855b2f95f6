/**
 * What the examples and the JSON representations of a contract show, in brief: witnesses for a contract that is kept
 * without them. Plain data, sorted.
 */
export interface Shown {
  /** By operation's id in lower case. */
  readonly operations: Readonly<Record<string, ShownOperation>>;
  /** By qualified type, then by name as it is written there: the JSON types of its values. */
  readonly types: Readonly<Record<string, Readonly<Record<string, readonly JsonKind[]>>>>;
  /** By qualified type: the names that resources of it had in answers to a GET without `$select`. */
  readonly unasked?: Readonly<Record<string, readonly string[]>>;
  /** By qualified type: the names whose values in the examples are texts, and of these each a number: `"50"`. */
  readonly numerals?: Readonly<Record<string, readonly string[]>>;
  /** Requests of examples that no operation documents. */
  readonly strays: readonly StrayRequest[];
}

export interface ShownOperation {
  /** Of successful responses with a body, without parameters. */
  readonly mediaTypes: readonly string[];
  /** The `code` of the errors. */
  readonly errorCodes: readonly string[];
  readonly statuses: readonly number[];
}

export interface StrayRequest {
  readonly method: string;
  /** Without version and query. */
  readonly path: string;
}

export type JsonKind = "string" | "number" | "boolean" | "object" | "array" | "null";
