import type { Contract, Example } from "../contract/contract.ts";
import { matchOperation } from "../contract/path/match-operation.ts";
import { isObject } from "../docs/http/is-object.ts";
import { isPlaceholder } from "../odata/path-segments.ts";
import { readRequestUrl } from "../odata/request-url.ts";
import type { PathNode } from "./path-tree.ts";
import { type Place, placeOf, type Step, storePath } from "./place.ts";

/** What the documented examples say of the resources that exist, as they say it. */
export interface Seeds {
  /** By the path of the collection, the resources in the order of the pages. */
  readonly collections: ReadonlyMap<string, readonly Seed[]>;
  /** By path: resources that stand in no collection. */
  readonly singles: ReadonlyMap<string, unknown>;
  /** The bodies that functions return, by path and by operation. */
  readonly calls: ReadonlyMap<string, unknown>;
}

export interface Seed {
  /** The key by which a path names it; absent when only a list shows it. */
  readonly key?: string;
  /** Absent when nothing but its key is known. */
  readonly value?: Readonly<Record<string, unknown>>;
}

/** Reads which resources the examples of a contract show, at the documented paths. */
export function seedsOf(contract: Contract, tree: PathNode): Seeds {
  const collections = new Map<string, Seed[]>();
  const singles = new Map<string, unknown>();
  const calls = new Map<string, unknown>();
  const add = (steps: readonly Step[], seed: Seed) => {
    const path = storePath(steps);
    const list = collections.get(path);
    if (list) list.push(seed);
    else collections.set(path, [seed]);
  };
  const answered = contract.examples.filter(({ response }) => response?.status !== 404);
  // What an example returns comes before what its path only names.
  for (const example of answered) {
    const place = placeOfExample(contract, tree, example);
    const body = shownBody(example);
    if (!place || body === undefined || place.suffix) continue;
    const operation = matchOperation(contract, "GET", readRequestUrl(example.request.url));
    if (place.called) {
      calls.set(storePath(place.steps), body);
      if (operation && !calls.has(operation.id)) calls.set(operation.id, body);
    }
    if (place.called || place.steps.some(({ key }) => key !== undefined && isPlaceholder(key))) continue;
    seed(place, body, add, singles);
  }
  const addNamed = (steps: readonly Step[]) => {
    for (const [index, { name, named, key }] of steps.entries()) {
      if (key !== undefined && !isPlaceholder(key)) add([...steps.slice(0, index), { name, named }], { key });
    }
  };
  for (const example of answered) {
    addNamed(placeOfExample(contract, tree, example)?.steps ?? []);
    for (const url of boundUrls(example.request.body?.json?.value)) {
      addNamed(placeOf(contract, tree, readRequestUrl(url).segments, false)?.steps ?? []);
    }
  }
  return { collections, singles, calls };
}

function seed(
  { steps }: Place,
  body: Readonly<Record<string, unknown>>,
  add: (steps: readonly Step[], seed: Seed) => void,
  singles: Map<string, unknown>,
): void {
  const last = steps.at(-1);
  if (!last) return;
  if (Array.isArray(body.value)) {
    for (const value of body.value) if (isObject(value)) add(steps, { value });
  } else if (last.key !== undefined) {
    add([...steps.slice(0, -1), { name: last.name, named: last.named }], { key: last.key, value: body });
  } else {
    const path = storePath(steps);
    if (!singles.has(path)) singles.set(path, body);
  }
}

function placeOfExample(contract: Contract, tree: PathNode, { request }: Example): Place | undefined {
  const url = readRequestUrl(request.url);
  const operation = matchOperation(contract, request.method, url);
  return placeOf(contract, tree, url.segments, operation !== undefined);
}

/** The resources to which a request's body binds others (OData JSON 4.01, section 8.5). */
function boundUrls(body: unknown): string[] {
  if (!isObject(body)) return [];
  return Object.entries(body)
    .filter(([name]) => name === "@odata.id" || name.endsWith("@odata.bind"))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((url): url is string => typeof url === "string");
}

function shownBody({ request, response }: Example): Readonly<Record<string, unknown>> | undefined {
  const value = response?.body?.json?.value;
  const success = (response?.status ?? 200) < 300;
  return request.method === "GET" && success && isObject(value) ? value : undefined;
}
