import { UsageError } from "../../base/usage-error.ts";
import type { Contract } from "../../contract/contract.ts";
import { singularOf } from "../../contract/names/called-after.ts";
import { splitPath } from "../../odata/path-segments.ts";
import { type BodyId, bodyIds } from "./body-ids.ts";
import { callWith, placeholderIn } from "./path-placeholders.ts";

/** Values by the name of the placeholder that they are for, as a user gives them. */
export type Bindings = ReadonlyMap<string, string>;

/** A value that was given, and whether its name says of which collection the resource is. */
export interface GivenValue {
  readonly value: string;
  readonly isOfCollection: boolean;
}

/**
 * The value that was given for a placeholder behind a collection: `{workflow_id}` takes `workflowId`, and behind
 * `deletedItems/workflows` it takes `deletedItems/workflows` first. `{id}` says nothing: behind `reprocessedRuns` it
 * takes `reprocessedRunId` before `id`.
 */
export function givenValue(
  given: Bindings,
  placeholder: string,
  collection: readonly string[],
): GivenValue | undefined {
  if (given.size === 0) return undefined;
  const values = new Map([...given].map(([name, value]) => [bare(name), value]));
  const own = namesOfCollection(collection);
  const written = placeholder.split("|").map(bare);
  for (const name of own) {
    const value = values.get(name);
    if (value !== undefined) return { value, isOfCollection: !written.includes(name) };
  }
  for (const name of written) {
    const value = values.get(name);
    if (value !== undefined) return { value, isOfCollection: false };
  }
  return undefined;
}

/** The value that was given for an id in a body. */
export function bodyValue({ placeholder, collection }: BodyId, given: Bindings): string | undefined {
  return givenValue(given, placeholder, collection)?.value;
}

/** The value that was given for a parameter of a function. */
export function givenArgument(given: Bindings, parameter: string): string | undefined {
  return [...given].find(([name]) => bare(name) === bare(parameter))?.[1];
}

/**
 * Fails where a value is for nothing in the contract: else a slip of the pen would be found nowhere.
 *
 * @throws UsageError with the names that a value can be given for.
 */
export function expectKnownNames(contract: Contract, given: Bindings): void {
  if (given.size === 0) return;
  const taken = new Set<string>();
  const shown = new Set<string>();
  for (const { placeholder, collection } of bodyIds(contract)) {
    const names = [...namesOfCollection(collection), bare(placeholder)];
    for (const name of names) taken.add(name);
    shown.add(names.at(-2) ?? bare(placeholder));
  }
  for (const { path } of contract.operations) {
    const segments = splitPath(path);
    for (const [index, segment] of segments.entries()) {
      const open = placeholderIn(segment);
      callWith(segment, [], (parameter) => {
        taken.add(bare(parameter));
        shown.add(parameter);
        return undefined;
      });
      if (!open) continue;
      const before = [...segments.slice(0, index), ...(open.name === undefined ? [] : [open.name])];
      for (const name of [...namesOfCollection(before), ...open.placeholder.split("|").map(bare)])
        taken.add(name);
      shown.add(open.placeholder.replace(/[{}<>()]/g, "").trim());
    }
  }
  for (const name of given.keys()) {
    if (taken.has(bare(name))) continue;
    throw new UsageError(`no path has a placeholder "${name}"; there are ${[...shown].sort().join(", ")}`);
  }
}

/** `deletedItems/workflows`, `workflowId`, `workflow`, `workflows`. */
function namesOfCollection(collection: readonly string[]): string[] {
  const [owner = "", last = ""] = [collection.at(-2) ?? "", collection.at(-1) ?? ""].map(bare);
  if (last === "") return [];
  const singular = bare(singularOf(collection.at(-1) ?? ""));
  return [`${owner}${last}`, `${singular}id`, singular, last];
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\d]/gu, "");
}
