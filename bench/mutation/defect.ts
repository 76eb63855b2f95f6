import { placeAt, replaced, type Value } from "../../specs/support/body-values.ts";
import type { DeclaredTypes } from "./declared.ts";
import type { ValidExample } from "./valid-examples.ts";

/** A page with one thing broken, and the finding that has to come of it. */
export interface Defect {
  readonly text: string;
  /** Any of them is right, where two rules speak of the same thing. */
  readonly rules: readonly string[];
  readonly line: number;
  readonly pointer?: string;
  /** Why the pages cannot tell, where they cannot: then it has to be `not-verified`. */
  readonly unknowable?: string;
  /** What was done, in a few words. */
  readonly what: string;
}

/** All defects of one class that an example has room for. */
export type Seeder = (valid: ValidExample, types: DeclaredTypes) => Defect[];

/** A value that is replaced where it stands. */
export function valueDefect(value: Value, by: string, rule: string): Defect {
  const { pointer, node } = value;
  const what = `${pointer} is ${by.length > 140 ? `${by.slice(0, 60)} ... ${by.slice(-60)}` : by}`.replace(
    /\s+/g,
    " ",
  );
  return { text: replaced(value, node, by), rules: [rule], ...at(value), pointer, what };
}

/** One of several, which one by the place of the value: the same in every run. */
export function oneOf<T>({ start, node }: Value, several: readonly [T, ...T[]]): T {
  return several[(start + node.offset) % several.length] ?? several[0];
}

export function at(value: Value, offset: number = value.node.offset): { readonly line: number } {
  return { line: placeAt(value, offset).line };
}
