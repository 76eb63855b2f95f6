import { onceFor } from "../../base/once-for.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { isPathParameter } from "../../odata/path-segments.ts";
import type { Resource } from "../message.ts";
import type { Call } from "../route/call.ts";
import { resourcePathOf, type Step } from "../route/resource-path.ts";
import { itemsById, pathOfItem, rootPath } from "../store/folders.ts";
import { type FilePath, filePathOf } from "./file-path.ts";

/** The path that an item says its folder has (`parentReference`), for the names before the last one. */
export function folderPath(call: Call, { items, folder, names }: FilePath): string {
  const start = folder === undefined ? rootPath : pathOfFolder(call, items, folder);
  return [start, ...names.slice(0, -1)].join("/");
}

function pathOfFolder({ contract, served }: Call, items: readonly string[], key: string): string {
  const steps = resourcePathOf(contract, items, true)?.steps ?? [];
  const known = itemsById(served.store.list(steps) ?? []);
  return pathOfItem(known.get(key), known);
}

/** By its path in lower case, the first item that stands there. */
const itemsByPath = onceFor((items: readonly Resource[]): ReadonlyMap<string, Resource> => {
  const placed = items.filter((item) => item.parentReference);
  const byId = itemsById(items);
  return new Map(placed.toReversed().map((item) => [pathOfItem(item, byId).toLowerCase(), item]));
});

/**
 * A call with the key of an item in the place of the names that lead to it, where there is one that was put there; the
 * same call otherwise.
 */
export function byKey(call: Call): Call {
  const path = filePathOf(call.url.segments);
  const key = path && keyOfFile(call, path);
  if (!path || key === undefined) return call;
  const resourcePath = resourcePathOf(call.contract, [...path.items, key, ...path.rest], true);
  if (!resourcePath) return call;
  const type = call.type ?? resourcePath.type;
  const resourceType = typeOfRef(call.contract, type);
  return { ...call, resourcePath, ...(type ? { type } : {}), ...(resourceType ? { resourceType } : {}) };
}

/** Whether something is asked of a file of which neither a client nor an example has said that it is there. */
export function isUnknownFile(call: Call): boolean {
  const { contract, served, url } = call;
  const path = filePathOf(url.segments);
  if (!path || path.rest.length === 0 || path.names.some(isPathParameter)) return false;
  const own = url.segments.slice(0, -path.rest.length);
  const steps = resourcePathOf(contract, own, true)?.steps;
  return keyOfFile(call, path) === undefined && !(steps && served.store.resource(steps));
}

/** The key of the item that has a name in a folder. */
export function keyOfFile(call: Call, path: FilePath): string | undefined {
  const { contract, served } = call;
  const steps: readonly Step[] = resourcePathOf(contract, path.items, true)?.steps ?? [];
  const wanted = `${folderPath(call, path)}/${path.names.at(-1) ?? ""}`.toLowerCase();
  const found = itemsByPath(served.store.list(steps) ?? []).get(wanted);
  return typeof found?.id === "string" ? found.id : undefined;
}
