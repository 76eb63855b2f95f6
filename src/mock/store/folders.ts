import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { nodeBehind } from "../../contract/path/path-node.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import type { Resource } from "../message.ts";
import type { Step } from "../route/resource-path.ts";
import { stepsBehind, withCollection } from "./home-path.ts";

/** The property of an item that says in which folder it is (Graph page "itemReference resource type"). */
export const parentProperty = "parentReference";

/** The path that an item in the root says its folder has. */
export const rootPath = "/drive/root:";

/** In the place of the root's key, which no path has. */
const rootKey = "root";

/**
 * The steps with all items of a drive in the place of what one of its folders holds: `root/children` and
 * `items/{id}/children` are those of the `items` whose parent is that folder. Undefined for any other step.
 */
export function itemsOf(
  contract: Contract,
  steps: readonly Step[],
  index: number,
): readonly Step[] | undefined {
  const step = steps[index];
  const folder = steps[index - 1];
  const drive = steps[index - 2];
  if (step?.name.toLowerCase() !== "children" || !folder || !drive) return undefined;
  const isItem = folder.name.toLowerCase() === "items" && folder.key !== undefined;
  if (!isItem && !isRoot(folder)) return undefined;
  const named = nodeBehind(drive.keyed ?? drive.named, "items");
  const type = typeOfRef(contract, named.key && typeAt(contract, named.key));
  if (!type?.properties.some(({ name }) => name === parentProperty)) return undefined;
  const within = { property: parentProperty, key: isRoot(folder) ? rootKey : String(folder.key) };
  const before = steps.slice(0, index - 1);
  return withCollection(contract, before, { name: "items", named, within }, steps.slice(index));
}

/** Whether a step is the root of a drive. */
export function isRoot({ name, key }: Step): boolean {
  return name.toLowerCase() === rootKey && key === undefined;
}

/** The root where clients write its name in the place of a key, `items/root`; undefined for any other step. */
export function rootInPlace(
  contract: Contract,
  steps: readonly Step[],
  index: number,
): readonly Step[] | undefined {
  const step = steps[index];
  const drive = steps[index - 1];
  if (step?.name.toLowerCase() !== "items" || step.key?.toLowerCase() !== rootKey || !drive) return undefined;
  const named = nodeBehind(drive.keyed ?? drive.named, rootKey);
  const root: Step = { name: rootKey, named };
  return [...steps.slice(0, index), root, ...stepsBehind(contract, [named], steps.slice(index + 1))];
}

/** The items of a drive by their ids; what it holds is the same list until it changes. */
export const itemsById = onceFor(
  (items: readonly Resource[]): ReadonlyMap<unknown, Resource> =>
    new Map(items.map((item) => [item.id, item])),
);

/** Whether an item is in the folder of a key. */
export function isInFolder(item: Resource, key: string): boolean {
  const parent = item[parentProperty];
  if (!isObject(parent)) return false;
  return key === rootKey ? parent.path === rootPath : String(parent.id).toLowerCase() === key.toLowerCase();
}

/** An item in the folder of a key; the path is that of the folder, where it is known. */
export function inFolder(item: Resource, key: string, folder?: Resource): Resource {
  const known = isObject(item[parentProperty]) ? item[parentProperty] : {};
  const own =
    key === rootKey ? { path: rootPath } : { id: key, ...(folder ? { path: pathOfItem(folder) } : {}) };
  return { ...item, [parentProperty]: { ...known, ...own } };
}

/** A path of drives has no more folders than that. */
const deepest = 200;

/**
 * `/drive/root:/reports/June.txt`. The folders that are known by their ids say what they are called now; what does not
 * say where it stands, stands at the root.
 */
export function pathOfItem(
  item: Resource | undefined,
  byId: ReadonlyMap<unknown, Resource> = new Map(),
  depth = 0,
): string {
  if (!item || item.root || depth > deepest) return rootPath;
  const parent = isObject(item[parentProperty]) ? item[parentProperty] : {};
  const folder = parent.path === rootPath ? undefined : byId.get(parent.id);
  const before = folder ? pathOfItem(folder, byId, depth + 1) : parent.path;
  return `${typeof before === "string" ? before : rootPath}/${String(item.name)}`;
}
