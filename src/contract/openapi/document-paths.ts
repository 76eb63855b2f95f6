import type { Operation } from "../contract.ts";
import { type OpenApiPath, openApiPath, uniqueName } from "./openapi-path.ts";

/** A path of the document, with all operations that are documented at it. */
export interface DocumentPath {
  readonly path: OpenApiPath;
  readonly operations: readonly Operation[];
}

/** What stands between two slashes, the same for all paths that begin alike. */
interface Place {
  readonly names: readonly string[];
  /** How often the templates spell it in each way, keys emptied. */
  readonly spellings: Map<string, number>;
  readonly next: Map<string, Place>;
  readonly operations: Operation[];
}

const KEY = /\{([^{}]*)\}/g;

/**
 * The documented paths, sorted. Those that differ in the names of their keys, in letter case, or in quotation marks
 * around a key only are one: a key has the name that the first page gives it in that place, a word the letters, and a
 * key the marks, that most pages give it. A path that
 * leaves out segments (`...`) is none that can be asked.
 */
export function documentPaths(operations: readonly Operation[]): DocumentPath[] {
  const root = placeOf([], []);
  for (const operation of operations) {
    const segments = openApiPath(operation.path).path.split("/").slice(1);
    if (segments.some((segment) => /^(?:\.{2,}|…)$/.test(segment))) continue;
    let place = root;
    const taken: string[] = [];
    for (const segment of segments) {
      place = enter(place, segment, taken);
      taken.push(...place.names);
    }
    place.operations.push(operation);
  }
  return [...pathsBehind(root, "", [])].sort((a, b) => (a.path.identity < b.path.identity ? -1 : 1));
}

function enter(before: Place, segment: string, taken: readonly string[]): Place {
  const spelling = segment.replaceAll(KEY, "{}");
  const identity = spelling.toLowerCase().replaceAll(/(['"])\{\}\1/g, "{}");
  const names = [...segment.matchAll(KEY)].map(([, name = ""]) => name);
  const place = before.next.get(identity) ?? placeOf(names, taken);
  before.next.set(identity, place);
  place.spellings.set(spelling, (place.spellings.get(spelling) ?? 0) + 1);
  return place;
}

function placeOf(written: readonly string[], taken: readonly string[]): Place {
  const names: string[] = [];
  for (const name of written) names.push(uniqueName(name, [...taken, ...names]));
  return { names, spellings: new Map(), next: new Map(), operations: [] };
}

function* pathsBehind(
  place: Place,
  before: string,
  parameters: readonly string[],
): Generator<DocumentPath, void> {
  for (const [identity, next] of place.next) {
    const [spelling = identity] = [...next.spellings].toSorted(([, one], [, other]) => other - one)[0] ?? [];
    let index = 0;
    const path = `${before}/${spelling.replaceAll("{}", () => `{${next.names[index++]}}`)}`;
    const names = [...parameters, ...next.names];
    if (next.operations.length > 0) {
      const emptied = path.replaceAll(KEY, "{}").toLowerCase();
      yield { path: { path, parameters: names, identity: emptied }, operations: next.operations };
    }
    yield* pathsBehind(next, path, names);
  }
}
