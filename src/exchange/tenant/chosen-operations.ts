import { nearestName } from "../../base/nearest-name.ts";
import { UsageError } from "../../base/usage-error.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { exampleOperation } from "../../contract/path/example-operation.ts";

/** Which operations a gate is about. */
export interface Choice {
  /** Operations or paths, `*` for anything; none stands for all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * Whether an operation is chosen: by its id (`GET /users/{}`), its method and path as documented, its path, or its
 * page, letter case aside.
 *
 * @throws UsageError for a pattern that names no operation, with the nearest that there is
 */
export function chosenOperations(
  contract: Contract,
  { include, exclude }: Choice,
): (operation: Operation) => boolean {
  const included = include.map((pattern) => namedOperations(contract, pattern, "--include "));
  const excluded = exclude.map((pattern) => namedOperations(contract, pattern, "--exclude "));
  return (operation) =>
    (included.length === 0 || included.some((fits) => fits(operation))) &&
    !excluded.some((fits) => fits(operation));
}

/** The contract without the operations that are not to be called, and without their examples. */
export function chosenPart(contract: Contract, settings: Choice): Contract {
  if (settings.include.length + settings.exclude.length === 0) return contract;
  const isChosen = chosenOperations(contract, settings);
  const operations = contract.operations.filter(isChosen);
  const pages = new Set(operations.flatMap(({ file, pages = [] }) => [file, ...pages]));
  const examples = contract.examples.filter((example) => {
    const called = exampleOperation(contract, example);
    return called ? isChosen(called) : pages.has(example.file);
  });
  return { ...contract, operations, examples };
}

/**
 * Whether an operation is one of those that a name stands for, as `chosenOperations` takes it.
 * @param where what stands before the name in an error
 * @throws UsageError when it stands for none, with the nearest that there is
 */
export function namedOperations(
  contract: Contract,
  pattern: string,
  where = "",
): (operation: Operation) => boolean {
  const literals = pattern
    .trim()
    .split(/\*+/)
    .map((part) => part.replace(/\{[^{}]*\}/g, "{}").replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const expression = new RegExp(`^${literals.join(".*")}$`, "is");
  const fits = (operation: Operation) => namesOf(operation).some((name) => expression.test(name));
  if (contract.operations.some(fits)) return fits;
  const near = nearestName(pattern, contract.operations.flatMap(namesOf));
  throw new UsageError(
    `${where}"${pattern}" names no operation of ${contract.version}${near === undefined ? "; * stands for anything" : `; did you mean "${near}"?`}`,
  );
}

function namesOf({ id, method, path, file }: Operation): readonly string[] {
  const template = id.slice(method.length + 1);
  return [id, template, `${method} ${path}`, path, file.replace(/^.*\/|\.\w+$/g, "")];
}
