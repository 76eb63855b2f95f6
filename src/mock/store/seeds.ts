import { isObject } from "../../base/is-object.ts";
import type { Contract, Example } from "../../contract/contract.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { isPathParameter } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Resource } from "../message.ts";
import { type ResourcePath, resourcePathOf, type Step, storePath } from "../route/resource-path.ts";
import { inFolder, itemsOf, parentProperty } from "./folders.ts";
import { homePath } from "./home-path.ts";
import { wholeOf } from "./parts.ts";
import { graphFacts } from "./said-nowhere.ts";

/** What the documented examples say of the resources that exist, as they say it. */
export interface Seeds {
  /** By the path of the collection, the resources in the order of the pages. */
  collection(path: string): readonly Seed[] | undefined;
  /** A resource that stands in no collection. */
  single(path: string): unknown;
  /** The body that a function returns, by its path or its operation. */
  called(path: string, operationId?: string): unknown;
}

/** Where nothing is taken from examples. */
export const noSeeds: Seeds = {
  collection: () => undefined,
  single: () => undefined,
  called: () => undefined,
};

interface RootSeeds {
  readonly collections: Map<string, Seed[]>;
  readonly singles: Map<string, unknown>;
  readonly calls: Map<string, unknown>;
}

export interface Seed {
  /** The key by which a path names it; absent when only a list shows it. */
  readonly key?: string;
  /** Absent when nothing but its key is known. */
  readonly value?: Readonly<Record<string, unknown>>;
  /** It is known as the one who is signed in: that says nothing of which others there are. */
  readonly own?: true;
}

/**
 * Reads which resources the examples of a contract show, at the documented paths; those below one name at the root when
 * something there is first asked for, so that a service starts at once however many pages it has.
 */
export function seedsOf(contract: Contract): Seeds {
  const examples = examplesByRoot(contract);
  const known = new Map<string, RootSeeds>();
  const below = (path: string): RootSeeds => {
    const root = path.slice(0, path.indexOf("/") < 0 ? path.length : path.indexOf("/"));
    const seeds = known.get(root) ?? readSeeds(contract, examples.get(root) ?? []);
    known.set(root, seeds);
    return seeds;
  };
  return {
    collection: (path) => below(path).collections.get(path),
    single: (path) => below(path).singles.get(path),
    called(path, operationId = "") {
      const { calls } = below(path);
      return calls.get(path) ?? calls.get(operationId);
    },
  };
}

/** The examples by the name with which their path begins, and the paths of the resources that they bind. */
function examplesByRoot(contract: Contract): ReadonlyMap<string, readonly Example[]> {
  const index = new Map<string, Example[]>();
  for (const example of contract.examples) {
    if (example.response?.status === 404) continue;
    const urls = [example.request.url, ...boundUrls(example.request.body?.json?.value)];
    for (const root of new Set(urls.flatMap(rootsOf))) {
      const list = index.get(root);
      if (list) list.push(example);
      else index.set(root, [example]);
    }
  }
  return index;
}

/** What a request writes as `me`, the store knows as one of the users; a view may be of what stands at the root. */
function rootsOf(url: string): string[] {
  const root =
    /^(?:https?:\/\/[^/]*)?\/?(?:(?:v1\.0|beta)\/+)?([^/?(]+)/i.exec(url.trim())?.[1]?.toLowerCase() ?? "";
  const viewed = rootViews.flatMap(({ view, of }) => (url.toLowerCase().includes(`/${view}`) ? [of] : []));
  return [...(root === "me" ? ["me", "users"] : [root]), ...viewed];
}

/** What stands at a root, by how other paths show it. */
const rootViews = [
  ...graphFacts.views.flatMap(({ fact: { view, of, at } }) =>
    at === "root" ? [{ view: view.toLowerCase(), of: of.toLowerCase() }] : [],
  ),
  ...graphFacts.parts.flatMap(({ fact: { whole, through } }) =>
    through === undefined ? [] : [{ view: `${through}/${whole.toLowerCase()}`, of: through }],
  ),
];

function readSeeds(contract: Contract, examples: readonly Example[]): RootSeeds {
  const collections = new Map<string, Seed[]>();
  const singles = new Map<string, unknown>();
  const calls = new Map<string, unknown>();
  const add = (steps: readonly Step[], seed: Seed) => {
    const { path, within } = wholePath(contract, homePath(contract, steps));
    const list = collections.get(path) ?? [];
    collections.set(path, list);
    list.push(within ? { ...seed, value: valueWithin(within, seed.value ?? {}) } : seed);
  };
  const shown = examples.map((example) => ({ example, resourcePath: pathOfExample(contract, example) }));
  let isMeSeen = false;
  // What an example returns comes before what its path only names.
  for (const { example, resourcePath } of shown) {
    const shown = shownBody(example);
    const body = shown && resourcePath ? saidType(contract, resourcePath, shown) : shown;
    if (!resourcePath || body === undefined || resourcePath.suffix) continue;
    if (resourcePath.called) {
      const operation = matchOperation(contract, "GET", readRequestUrl(example.request.url));
      calls.set(storePath(resourcePath.steps), body);
      if (operation && !calls.has(operation.id)) calls.set(operation.id, body);
    }
    if (
      resourcePath.called ||
      resourcePath.steps.some(({ key }) => key !== undefined && isPathParameter(key))
    )
      continue;
    const home = homePath(contract, resourcePath.steps);
    const isMe =
      resourcePath.steps.length === 1 && home.length === 1 && home[0]?.name !== resourcePath.steps[0]?.name;
    if (!isMe) seed(home, body, add, singles);
    else if (!isMeSeen) add(listOf(home), { key: home[0]?.key ?? "me", value: body, own: true });
    isMeSeen ||= isMe;
  }
  const addNamed = (steps: readonly Step[]) => {
    for (const [index, { name, named, key, by }] of steps.entries()) {
      if (key !== undefined && by === undefined && !isPathParameter(key))
        add([...steps.slice(0, index), { name, named }], { key });
    }
  };
  for (const { example, resourcePath } of shown) {
    addNamed(resourcePath?.steps ?? []);
    for (const url of boundUrls(example.request.body?.json?.value)) {
      addNamed(resourcePathOf(contract, readRequestUrl(url).segments, false)?.steps ?? []);
    }
  }
  return { collections, singles, calls };
}

function seed(
  steps: readonly Step[],
  body: Readonly<Record<string, unknown>>,
  add: (steps: readonly Step[], seed: Seed) => void,
  singles: Map<string, unknown>,
): void {
  const last = steps.at(-1);
  if (!last) return;
  if (Array.isArray(body.value)) {
    for (const value of body.value) if (isObject(value)) add(steps, { value });
  } else if (last.key !== undefined) {
    const { key, by } = last;
    const known = by === undefined || isUnsaid(key) ? {} : { [by]: key };
    add(listOf(steps), by === undefined ? { key, value: body } : { value: { ...known, ...body } });
  } else {
    const path = storePath(steps);
    if (!singles.has(path)) singles.set(path, body);
  }
}

/** An address of which a part is left to the reader: `https://{hostname}/{path}`. */
function isUnsaid(key: string): boolean {
  return /[{<]/.test(key);
}

/** What is shown behind a cast is of that type, also where it is kept among others. */
function saidType(
  contract: Contract,
  { cast, steps }: ResourcePath,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const last = steps.at(-1);
  if (cast === undefined || !last || typeAt(contract, last.keyed ?? last.named)?.name === cast) return body;
  const said = { "@odata.type": `#${cast}` };
  if (!Array.isArray(body.value)) return { ...said, ...body };
  return {
    ...body,
    value: body.value.map((item: unknown) => (isObject(item) ? { ...said, ...item } : item)),
  };
}

/** Where a collection is kept that may be part of another, and which part it is. */
function wholePath(
  contract: Contract,
  steps: readonly Step[],
): { readonly path: string; readonly within: Step["within"] } {
  let home = steps;
  for (let index = 1; index < home.length; index++) {
    const items = itemsOf(contract, home, index);
    const whole = items ? undefined : wholeOf(contract, home, index);
    home = items ?? whole?.steps ?? home;
    index = whole?.at ?? index;
  }
  return { path: storePath(home), within: home.at(-1)?.within };
}

function valueWithin({ property, key }: NonNullable<Step["within"]>, value: Resource): Resource {
  if (property === parentProperty) return inFolder(value, key);
  return { ...value, [property]: key };
}

function listOf(steps: readonly Step[]): readonly Step[] {
  return steps.slice(0, -1).concat(steps.slice(-1).map(({ name, named }) => ({ name, named })));
}

function pathOfExample(contract: Contract, { request }: Example): ResourcePath | undefined {
  const url = readRequestUrl(request.url);
  const operation = matchOperation(contract, request.method, url);
  return resourcePathOf(contract, url.segments, operation !== undefined);
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
