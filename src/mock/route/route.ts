import { boundedMap } from "../../base/bounded-map.ts";
import type { Contract, Operation, TypeContract, TypeRef } from "../../contract/contract.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { successResponse } from "../../contract/promise/promised-body.ts";
import type { GraphVersion } from "../../docs/page.ts";
import { type RequestUrl, readRequestUrl } from "../../odata/request-url.ts";
import type { KnownBody } from "../body/sent-body.ts";
import { segmentsByKey } from "../content/file-path.ts";
import type { Transfers } from "../content/transfers.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { ShownErrors } from "../errors/shown-errors.ts";
import type { Query } from "../query/query.ts";
import type { KeptAnswers } from "../store/kept-answers.ts";
import type { Store } from "../store/store.ts";
import { addressedByKey } from "./addressed.ts";
import { operationFor } from "./operation-for.ts";
import { type ResourcePath, resourcePathOf } from "./resource-path.ts";

/** What a method and a URL lead to, the same for every request that has them, whatever the store holds. */
export interface Route {
  readonly url: RequestUrl;
  /** Absent when the URL names no version that is served. */
  readonly served?: ServedVersion | undefined;
  readonly operation?: Operation | undefined;
  /** Absent when the path leads nowhere. */
  readonly resourcePath?: ResourcePath | undefined;
  /** What a GET of the path returns: the operation's word, else the path's. */
  readonly type?: TypeRef | undefined;
  /** The declared type of the resources, where there is one. */
  readonly resourceType?: TypeContract | undefined;
  /** The query options as they were read, by the preferences of the request. */
  readonly queries: Map<string, Query | ErrorResponse>;
  /** The last bodies that were sent there, by their text. */
  readonly bodies: Map<string, KnownBody>;
}

export type Routes = (method: string, target: string) => Route;

/** Characters of URLs whose routes are remembered: clients ask for the same again and again. */
const remembered = 10_000_000;

/** How many characters the rest of a route is worth, however short its URL. */
const overhead = 1000;

/** Finds routes in the versions that are served, each URL once as long as there is room to remember it. */
export function makeRoutes(versions: ReadonlyMap<string, ServedVersion>): Routes {
  const known = boundedMap<string, Map<string, Route>>(remembered);
  return (method, target) => {
    const routes = known.get(target) ?? new Map<string, Route>();
    const found = routes.get(method);
    if (found) return found;
    const route = findRoute(versions, method, target);
    routes.set(method, route);
    known.set(target, routes, target.length + routes.size * overhead);
    return route;
  };
}

function findRoute(versions: ReadonlyMap<string, ServedVersion>, method: string, target: string): Route {
  const written = readRequestUrl(target);
  const url = addressedByKey(written);
  const known = { queries: new Map<string, Query | ErrorResponse>(), bodies: new Map<string, KnownBody>() };
  const served = versions.get(url.version.toLowerCase());
  if (!served) return { url, ...known };
  const { contract } = served;
  // Pages tell of most that is done to a file by its key alone.
  const byKey = segmentsByKey(url.segments);
  const forms = [written, url, ...(byKey ? [{ ...url, segments: byKey }] : [])];
  const operations = forms.map((form) => operationFor(contract, method, form));
  const operation = operations.find((found) => found !== undefined);
  const resourcePath = firstOf(forms.slice(1), ({ segments }, index) =>
    resourcePathOf(contract, segments, (operations[index + 1] ?? operations[0]) !== undefined),
  );
  const type = resourcePath && typeOf(resourcePath, operation);
  const resourceType = typeOfRef(contract, type);
  const leading = resourcePath && resourcePath.steps.length > 0 ? resourcePath : undefined;
  return { url, served, ...known, operation, resourcePath: leading, type, resourceType };
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item, index: number) => Found | undefined,
): Found | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function typeOf(resourcePath: ResourcePath, operation: Operation | undefined): TypeRef | undefined {
  const promised = successResponse(operation)?.body;
  if (operation?.method !== "GET" || !promised) return resourcePath.type;
  // A page that forgets the word "collection" means one all the same where keys stand behind the name.
  return resourcePath.called || resourcePath.type?.name !== promised.name ? promised : resourcePath.type;
}

/** One version of Graph as it is served. */
export interface ServedVersion {
  readonly version: GraphVersion;
  readonly contract: Contract;
  /** Takes what no page tells of; the contract is loosened already. */
  readonly lenient: boolean;
  readonly store: Store;
  readonly shownErrors: ShownErrors;
  readonly kept: KeptAnswers;
  readonly transfers: Transfers;
  readonly now: () => Date;
}
