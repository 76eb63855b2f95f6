import { readFileSync } from "node:fs";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const compiled = new Map<string, ValidateFunction>();

/**
 * A schema of our own files, by its name in `schemas/`, compiled when it is first asked for; it tells the first error
 * only, unless all are wanted.
 */
export function readSchema<Value>(name: string, { allErrors = false } = {}): ValidateFunction<Value> {
  const key = `${name} ${allErrors}`;
  const validate = compiled.get(key) ?? compile(name, allErrors);
  compiled.set(key, validate);
  return validate as ValidateFunction<Value>;
}

function compile(name: string, allErrors: boolean): ValidateFunction {
  // That they are schemas is held by a spec: to compile the schema of schemas takes longer than all the rest.
  const ajv = new Ajv2020({
    allErrors,
    strict: true,
    strictRequired: false,
    validateSchema: false,
    // To shorten the code of a validator takes a third of its making, and it is run once.
    code: { optimize: false },
  });
  addFormats.default(ajv);
  const text = readFileSync(new URL(`../../schemas/${name}`, import.meta.url), "utf8");
  return ajv.compile(JSON.parse(text));
}
