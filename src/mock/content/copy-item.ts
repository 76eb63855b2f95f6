import { isObject } from "../../base/is-object.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import type { Call } from "../route/call.ts";
import { collectionOf, oneOf, pathTo, type Step } from "../route/resource-path.ts";
import { parentProperty } from "../store/folders.ts";
import { newKey } from "../write/new-key.ts";
import { full, successOf } from "../write/write-answer.ts";
import { childrenOf, folderNamed, itemInFolder, type NamedFolder, noSuchFolder } from "./item-folder.ts";
import { conflictBehaviorOf, isItemType, settleName, siblingsOf } from "./item-names.ts";
import { own } from "./put-content.ts";

/**
 * Copies a file or a folder, with its content and all that is below it, into the folder that is named, else beside it;
 * the answer says where it is to be read that it is done (Graph page "driveItem: copy"). Undefined for any other action.
 */
export function copyItem(call: Call, body: unknown): ServiceResponse | ErrorResponse | undefined {
  const { contract, resourcePath, served } = call;
  const { owner } = resourcePath;
  const last = owner.at(-1);
  const type = last && typeOfRef(contract, typeAt(contract, last.keyed ?? last.named));
  const action = resourcePath.steps.at(-1)?.name.toLowerCase();
  if (action !== "copy" || last?.key === undefined || !type || !isItemType(type)) return undefined;
  const known = served.store.resource(owner);
  const items = collectionOf(owner, last);
  const sent = isObject(body) ? body : {};
  const reference = isObject(sent[parentProperty]) ? sent[parentProperty] : undefined;
  const folder = reference && folderNamed(call, items, reference);
  if (!known || (reference && !folder)) return known ? noSuchFolder : notFound(call);
  const target = folder?.items ?? items;
  const about = { ...call, resourceType: type };
  const placing = { ...about, resourcePath: pathTo(contract, target) };
  const keyed = { ...known, id: newKey(placing, "id").key };
  const named = typeof sent.name === "string" ? { ...keyed, name: sent.name } : keyed;
  const placed = folder ? itemInFolder(named, folder) : named;
  const all = served.store.list(target) ?? [];
  const settled = settleName(siblingsOf(all, placed), placed, conflictBehaviorOf(call, sent, "fail"));
  if ("code" in settled) return settled;
  // What is below it is looked at before anything is put there: a folder may be copied into itself.
  const copies = copiesBelow(placing, { items, target, known, copy: settled.item });
  if (settled.replaced) served.store.remove(target, String(settled.replaced.id));
  for (const { from, copy } of copies) {
    const key = String(copy.id);
    if (!served.store.put(target, key, copy)) return full();
    const content = served.store.content(oneOf(items, String(from.id)), own);
    if (content && !served.store.putContent(oneOf(target, key), own, content)) return full();
  }
  const done = { status: "completed", percentageComplete: 100, resourceId: settled.item.id };
  const address = served.transfers.address("operations", `copy/${served.store.next()}`, () => ({
    status: 200,
    headers: {},
    json: done,
  }));
  return { status: successOf(call, 202), headers: { location: `${call.request.origin}${address}` } };
}

interface Copied {
  readonly items: readonly Step[];
  readonly target: readonly Step[];
  readonly known: Resource;
  readonly copy: Resource;
}

/** An item and all that is below it, each with its copy, the folders before what they hold; the call is one of the target. */
function copiesBelow(
  placing: Call,
  { items, target, known, copy }: Copied,
): { from: Resource; copy: Resource }[] {
  const all = placing.served.store.list(items) ?? [];
  const copies = [{ from: known, copy }];
  const seen = new Set([known.id]);
  for (const { from, copy: folder } of copies) {
    if (!from.folder) continue;
    const into: NamedFolder = { items: target, key: String(folder.id), folder };
    for (const child of childrenOf(all, from)) {
      if (seen.has(child.id)) continue;
      seen.add(child.id);
      const { key } = newKey(placing, "id");
      copies.push({ from: child, copy: itemInFolder({ ...child, id: key }, into) });
    }
  }
  return copies;
}
