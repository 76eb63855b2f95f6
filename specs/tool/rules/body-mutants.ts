import { readPage } from "../../../src/docs/read-page.ts";
import { placeAt, replaced, textOf, type Value, valuesIn } from "../../support/body-values.ts";
import { documentationIn, failuresIn, judgePageIn, type Place } from "./judge-pages.ts";
import { validPages } from "./valid-documentation.ts";

/** A page with one thing broken, and the finding that must come of it. */
export interface Mutant extends Place {
  readonly text: string;
}

const documentation = documentationIn(validPages);

/** The mutants that are not found as they should be, with what was found. */
export function survivors(those: readonly Value[], mutate: (value: Value) => Mutant): unknown[] {
  return those.flatMap((value) => {
    const mutant = mutate(value);
    const { text: _page, ...expected } = mutant;
    const found = failuresOf(mutant);
    const [only] = found;
    const isFound = found.length === 1 && JSON.stringify(only) === JSON.stringify(sorted(expected));
    return isFound ? [] : [{ value: textOf(value), expected, found }];
  });
}

export function failuresOf({ file, text }: Mutant): Place[] {
  return failuresIn(judgePageIn(documentation, file, text));
}

function sorted({ rule, file, line, column, pointer }: Place): Place {
  return { rule, file, line, column, ...(pointer === undefined ? {} : { pointer }) };
}

export function valueMutant(value: Value, by: string, rule: string): Mutant {
  const { file, node, pointer } = value;
  return { rule, file, ...placeAt(value, node.offset), pointer, text: replaced(value, node, by) };
}

/** The misspelt name stands where the right one stood. */
export function nameMutant(value: Value, rule: string): Mutant {
  const { file, key, pointer, name } = value;
  if (!key) throw new Error(`${pointer} has no name`);
  return {
    rule,
    file,
    ...placeAt(value, key.offset),
    pointer: `${pointer}x`,
    text: replaced(value, key, `"${name}x"`),
  };
}

export function placeOfBody(value: Value): Omit<Place, "rule" | "file"> {
  return { ...placeAt(value, 0), pointer: "" };
}

/** Every value of every response's body on a page, the body itself among them. */
export function valuesOf(file: string, page: string): Value[] {
  return readPage(page, { file, version: "v1.0" }).examples.flatMap(({ response }) => {
    const { body, status = 0 } = response?.message ?? {};
    if (!body) return [];
    const isWhole = response?.annotation?.members.truncated !== true;
    const values = valuesIn(body, { file, page, isError: status >= 400, isWhole });
    if (!values) throw new Error(`${file} has another body`);
    return values;
  });
}
