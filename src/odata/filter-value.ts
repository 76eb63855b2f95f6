import type { Literal } from "./filter-expression.ts";

/** A value on one side of a comparison. */
export interface FilterValue {
  /** As JSON has it; undefined when it is not known. */
  readonly value: unknown;
  /** The type that a literal or a function says it has; JSON says less. */
  readonly type?: Literal["type"];
}

/** A value of which nothing is known. */
export const unknownValue: FilterValue = { value: undefined };
