import { decoded } from "../../base/decoded.ts";
import { isObject } from "../../base/is-object.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Resource } from "../message.ts";
import type { Call } from "../route/call.ts";
import { collectionOf, oneOf, resourcePathOf, type Step, segmentsOf } from "../route/resource-path.ts";
import { inFolder, isInFolder, itemsById, parentProperty, pathOfItem, rootPath } from "../store/folders.ts";
import { keyOfFile } from "./by-path.ts";
import {
  conflictBehaviorOf,
  isItemType,
  type Settled,
  settleName,
  siblingsOf,
  withoutBehavior,
} from "./item-names.ts";

/** The folder that a client names with a `parentReference`. */
export interface NamedFolder {
  /** All items of its drive. */
  readonly items: readonly Step[];
  /** `root` for that of the drive. */
  readonly key: string;
  /** Absent for the root. */
  readonly folder?: Resource;
}

/**
 * The folder of a reference, by its id or its path, in its drive, else in that of the items; the root where it names
 * none. Undefined where no such folder is.
 */
export function folderNamed(
  call: Call,
  items: readonly Step[],
  reference: Resource,
): NamedFolder | undefined {
  const { store } = call.served;
  const drive = driveOf(call, items, reference.driveId);
  if (!drive) return undefined;
  const root = { items: drive, key: "root" };
  const key = typeof reference.id === "string" ? reference.id : keyByPath(call, drive, reference.path);
  if (key === undefined)
    return typeof reference.path === "string" && !isRootPath(reference.path) ? undefined : root;
  const before = drive.slice(0, -1);
  const rootStep = resourcePathOf(call.contract, [...segmentsOf(before), "root"], false)?.steps;
  if (key.toLowerCase() === "root" || (rootStep && store.resource(rootStep)?.id === key)) return root;
  const folder = store.resource(oneOf(drive, key));
  return folder && { items: drive, key, folder };
}

export const noSuchFolder: ErrorResponse = {
  status: 404,
  code: "itemNotFound",
  message: "the folder that the parentReference names does not exist",
};

/** The items of another drive, where a reference names one; the same where it is their own. */
function driveOf(
  { contract, served: { store } }: Call,
  items: readonly Step[],
  id: unknown,
): readonly Step[] | undefined {
  const own = items.slice(0, -1);
  if (typeof id !== "string" || own.at(-1)?.key === id || store.resource(own)?.id === id) return items;
  const path = resourcePathOf(contract, ["drives", id, "items"], false);
  return path && store.resource(path.owner) ? path.steps : undefined;
}

function isRootPath(path: string): boolean {
  return /root:?\/?$/i.test(path);
}

/** `/drive/root:/reports`, `/drives/{id}/root:/reports`. */
function keyByPath(call: Call, items: readonly Step[], path: unknown): string | undefined {
  const [, written = ""] = (typeof path === "string" && /root:\/?(.*)$/i.exec(path)) || [];
  const names = written.split("/").filter((name) => name !== "");
  if (names.length === 0) return undefined;
  return keyOfFile(call, { items: segmentsOf(items), names: names.map(decoded), rest: [] });
}

/** An item in a folder, and nothing of the folder where it was. */
export function itemInFolder(item: Resource, { key, folder }: NamedFolder): Resource {
  const known = isObject(item[parentProperty]) ? item[parentProperty] : {};
  const blank = Object.fromEntries(Object.keys(known).map((name) => [name, null]));
  const stays = { driveId: known.driveId ?? null, driveType: known.driveType ?? null };
  const reference = { ...blank, ...("driveId" in known ? stays : {}) };
  return inFolder({ ...item, [parentProperty]: reference }, key, folder);
}

/** What is in a folder. */
export function childrenOf(items: readonly Resource[], folder: Resource): readonly Resource[] {
  const byId = itemsById(items);
  const path = pathOfItem(folder, byId);
  const isOfPath = (item: Resource) => {
    const parent = item[parentProperty];
    return isObject(parent) && !byId.has(parent.id) && parent.path === path && path !== rootPath;
  };
  return items.filter((item) => isInFolder(item, String(folder.id)) || isOfPath(item));
}

/**
 * What a change makes of the place and the name of an item: its changes with the whole of where it is from then on, and
 * the item that gives way to it. Changes of anything else stay as they are.
 */
export function movedItem(
  call: Call,
  known: Resource | undefined,
  changes: Resource,
  sent: unknown,
): Settled | ErrorResponse {
  const { resourceType, resourcePath, served } = call;
  const last = resourcePath.steps.at(-1);
  const item = withoutBehavior(changes);
  if (!known || last?.key === undefined || !resourceType || !isItemType(resourceType))
    return { item: changes };
  const { [parentProperty]: reference, name } = item;
  if (!isObject(reference) && (name === undefined || name === known.name)) return { item };
  const items = collectionOf(resourcePath.steps, last);
  const folder = isObject(reference) ? folderNamed(call, items, reference) : undefined;
  if (isObject(reference) && !folder) return noSuchFolder;
  const renamed = { ...known, ...(name === undefined ? {} : { name }) };
  const placed = folder ? itemInFolder(renamed, folder) : renamed;
  const all = served.store.list(items) ?? [];
  const settled = settleName(siblingsOf(all, placed), placed, conflictBehaviorOf(call, sent, "fail"));
  if ("code" in settled) return settled;
  const place = folder ? { [parentProperty]: settled.item[parentProperty] } : {};
  return { ...settled, item: { ...item, ...place, name: settled.item.name } };
}
