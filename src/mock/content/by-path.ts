import { typeOfRef } from "../../contract/names/type-named.ts";
import type { Call } from "../route/call.ts";
import { resourcePathOf, type Step } from "../route/resource-path.ts";
import { pathOfItem, rootPath } from "../store/folders.ts";

/** Where a path leads that names a file by the names on the way to it: `root:/reports/June.txt:/content`. */
export interface FilePath {
  /** The segments to all items of the drive. */
  readonly items: readonly string[];
  /** The id of the folder where the names begin; undefined for the root. */
  readonly folder?: string;
  readonly names: readonly string[];
  /** What is asked of the file. */
  readonly rest: readonly string[];
}

/**
 * Takes a path apart in which a colon behind the root or an item begins the names of files, and another one ends them;
 * the last one may be left out where nothing comes behind it (Graph page "Addressing resources in a drive").
 */
export function filePathOf(segments: readonly string[]): FilePath | undefined {
  const at = segments.findIndex((segment) => segment.length > 1 && segment.endsWith(":"));
  if (at < 1) return undefined;
  const base = (segments[at] ?? "").slice(0, -1);
  const isItem = segments[at - 1]?.toLowerCase() === "items";
  if (!isItem && base.toLowerCase() !== "root") return undefined;
  const drive = segments.slice(0, isItem ? at - 1 : at);
  const end = segments.findIndex((segment, index) => index > at && segment.endsWith(":"));
  const written = segments.slice(at + 1, end < 0 ? undefined : end + 1);
  const names = written.map((name, index) => (index === end - at - 1 ? name.slice(0, -1) : name));
  const own = isItem && base.toLowerCase() !== "root" ? { folder: base } : {};
  return {
    items: [...drive, "items"],
    ...own,
    names: names.filter((name) => name !== ""),
    rest: end < 0 ? [] : segments.slice(end + 1),
  };
}

/** The path that an item says its folder has (`parentReference`), for the names before the last one. */
export function folderPath(call: Call, { items, folder, names }: FilePath): string {
  const start = folder === undefined ? rootPath : pathOfFolder(call, items, folder);
  return [start, ...names.slice(0, -1)].join("/");
}

function pathOfFolder({ contract, served }: Call, items: readonly string[], key: string): string {
  const steps = resourcePathOf(contract, items, true)?.steps ?? [];
  const byId = new Map(served.store.list(steps)?.map((item) => [item.id, item]));
  return pathOfItem(byId.get(key), byId);
}

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

/** The key of the item that has a name in a folder. */
export function keyOfFile(call: Call, path: FilePath): string | undefined {
  const { contract, served } = call;
  const steps: readonly Step[] = resourcePathOf(contract, path.items, true)?.steps ?? [];
  const wanted = `${folderPath(call, path)}/${path.names.at(-1) ?? ""}`.toLowerCase();
  const items = served.store.list(steps) ?? [];
  const byId = new Map(items.map((item) => [item.id, item]));
  const found = items.find((item) => item.parentReference && pathOfItem(item, byId).toLowerCase() === wanted);
  return found && typeof found.id === "string" ? found.id : undefined;
}
