import type { Contract } from "../../src/contract/contract.ts";
import { ListedBinding } from "../../src/exchange/service/bind-listed.ts";
import { openPathOf } from "../../src/exchange/service/bind-path.ts";
import { placeholderIn } from "../../src/exchange/service/path-placeholders.ts";
import type { Answer, Lookup } from "../../src/exchange/service/planned-request.ts";
import { isSafe } from "../../src/http/http-message.ts";
import { isPathParameter, readSegment, splitPath } from "../../src/odata/path-segments.ts";

/** Asks a service for what is below its version: the path, and what is answered. */
export type Look = (target: string) => Promise<Answer>;

/**
 * The ids that somebody would give by name who lets a gate write: of each collection on the way to what is written one
 * resource that the service lists, where what lies below it is there, too.
 */
export async function givenIds(contract: Contract, look: Look): Promise<Record<string, string>> {
  const given = new Map<string, string>();
  const needed = new Set(contract.operations.filter((one) => !isSafe(one)).flatMap(collectionsOf));
  // What lies deepest says which of the resources before it are no empty ones.
  const deepest = contract.operations.toSorted(
    (one, other) => splitPath(other.path).length - splitPath(one.path).length,
  );
  for (const operation of deepest) {
    const known = { given, now: new Date(0) };
    const binding = new ListedBinding(contract, known, new Set());
    const { segments } = await bound(binding.bind(openPathOf(operation)), look);
    for (const [index, segment] of splitPath(operation.path).entries()) {
      const open = placeholderIn(segment);
      const name = open && collectionAt(splitPath(operation.path), index, open.name);
      const value = readSegment(segments[index] ?? "").key ?? segments[index];
      if (name && value && !isPathParameter(value) && !given.has(name)) given.set(name, value);
    }
  }
  return Object.fromEntries([...given].filter(([name]) => needed.has(name)));
}

function collectionsOf({ path }: { readonly path: string }): string[] {
  const segments = splitPath(path);
  return segments.flatMap((segment, index) => {
    const open = placeholderIn(segment);
    return open ? [collectionAt(segments, index, open.name)] : [];
  });
}

/** `deletedItems/workflows`: by such a name a value is for one collection alone. */
function collectionAt(segments: readonly string[], index: number, own?: string): string {
  return [...segments.slice(0, index), ...(own === undefined ? [] : [own])].slice(-2).join("/");
}

async function bound<Bound>(steps: Generator<Lookup, Bound, Answer>, look: Look): Promise<Bound> {
  let step = steps.next();
  while (!step.done) step = steps.next(await look(step.value.target));
  return step.value;
}
