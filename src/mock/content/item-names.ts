import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import type { TypeContract } from "../../contract/contract.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Resource } from "../message.ts";
import type { Call } from "../route/call.ts";
import { itemsById, parentProperty, pathOfItem } from "../store/folders.ts";

/**
 * What is done where another item of a folder has the name of one that comes there (Graph page "driveItem resource
 * type", instance attributes).
 */
export type ConflictBehavior = "fail" | "rename" | "replace";

const attribute = "@microsoft.graph.conflictBehavior";

/** Whether the resources of a type are files and folders: two of one name cannot be in one folder. */
export const isItemType = onceFor(({ properties }: TypeContract): boolean => {
  const names = new Set(properties.map(({ name }) => name));
  return ["name", "file", "folder", parentProperty].every((name) => names.has(name));
});

/** What a client wants done, by an option of the query or beside what it sends. */
export function conflictBehaviorOf(
  { url }: Call,
  sent: unknown,
  otherwise: ConflictBehavior,
): ConflictBehavior {
  const own = isObject(sent) ? sent[attribute] : undefined;
  const said = String(url.options.get(attribute.toLowerCase()) ?? own).toLowerCase();
  return said === "fail" || said === "rename" || said === "replace" ? said : otherwise;
}

/** Without what says how it is to be written, which nobody reads again; the same where it says nothing of that. */
export function withoutBehavior(sent: Resource): Resource {
  if (!(attribute in sent)) return sent;
  const { [attribute]: _said, ...rest } = sent;
  return rest;
}

/** The items of a drive that are in the folder of one, without that one. */
export function siblingsOf(items: readonly Resource[], item: Resource): readonly Resource[] {
  const byId = itemsById(items);
  const folderOf = (one: Resource) => pathOfItem({ ...one, name: "" }, byId).toLowerCase();
  const folder = folderOf(item);
  return items.filter((other) => other.id !== item.id && !other.root && folderOf(other) === folder);
}

/** An item as it can come to a folder, and the one that gives way to it. */
export interface Settled {
  readonly item: Resource;
  readonly replaced?: Resource;
}

/** Gives an item a name that is free among those of its folder, or says which one gives way, or refuses it. */
export function settleName(
  siblings: readonly Resource[],
  item: Resource,
  behavior: ConflictBehavior,
): Settled | ErrorResponse {
  const names = new Map(siblings.map((other) => [String(other.name).toLowerCase(), other]));
  const name = String(item.name);
  const other = names.get(name.toLowerCase());
  if (!other) return { item };
  if (behavior === "fail") return nameTaken(name);
  if (behavior === "replace") return { item, replaced: other };
  const end = item.folder ? -1 : name.lastIndexOf(".");
  const [stem, extension] = end > 0 ? [name.slice(0, end), name.slice(end)] : [name, ""];
  for (let number = 1; ; number++) {
    const free = `${stem} ${number}${extension}`;
    if (!names.has(free.toLowerCase())) return { item: { ...item, name: free } };
  }
}

function nameTaken(name: string): ErrorResponse {
  const message = `another item of the folder has the name "${name.slice(0, 200)}"`;
  return { status: 409, code: "nameAlreadyExists", message };
}
