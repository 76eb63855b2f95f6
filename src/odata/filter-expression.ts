/** A `$filter` taken apart (OData 4.01 URL Conventions, section 5.1.1). */
export type FilterExpression =
  | Literal
  | { readonly kind: "path"; readonly segments: readonly string[]; readonly offset: number }
  | {
      readonly kind: "call";
      /** Lower case: `startswith`. */
      readonly name: string;
      readonly args: readonly FilterExpression[];
      readonly offset: number;
    }
  | { readonly kind: "not"; readonly operand: FilterExpression }
  | { readonly kind: "and" | "or"; readonly left: FilterExpression; readonly right: FilterExpression }
  | {
      readonly kind: "compare";
      readonly operator: "eq" | "ne" | "lt" | "le" | "gt" | "ge" | "has";
      readonly left: FilterExpression;
      readonly right: FilterExpression;
    }
  | {
      readonly kind: "in";
      readonly operand: FilterExpression;
      readonly values: readonly FilterExpression[];
    }
  | {
      readonly kind: "any" | "all";
      readonly path: readonly string[];
      /** Absent for `any()`. */
      readonly variable?: string;
      readonly predicate?: FilterExpression;
      readonly offset: number;
    };

export interface Literal {
  readonly kind: "literal";
  readonly type:
    | "null"
    | "boolean"
    | "number"
    | "string"
    | "guid"
    | "date"
    | "dateTimeOffset"
    | "timeOfDay"
    | "duration"
    | "binary"
    | "enum";
  /** A string without its quotes, a number, a boolean, null; all others as written. */
  readonly value: string | number | boolean | null;
  readonly offset: number;
}

/** A value on one side of a comparison. */
export interface FilterValue {
  /** As JSON has it; undefined when it is not known. */
  readonly value: unknown;
  /** The type that a literal or a function says it has; JSON says less. */
  readonly type?: Literal["type"];
}

/** A value of which nothing is known. */
export const unknownValue: FilterValue = { value: undefined };
