import { typeAt } from "../../contract/promise/type-at.ts";
import { membersOf } from "../../metadata/members-of.ts";
import type { Call } from "../route/call.ts";

/**
 * Whether a lenient service writes where no page tells of it: the metadata says that what stands there is part of the one
 * before it, so that there is nowhere else to write it.
 */
export function mayWriteContained({ contract, served, resourcePath, request, type }: Call): boolean {
  const { metadata } = contract;
  const { steps, called, suffix, cast } = resourcePath;
  const last = steps.at(-1);
  if (!served.lenient || !metadata || !last || called || suffix || cast) return false;
  const before = last.named.before && typeAt(contract, last.named.before);
  if (before?.kind !== "type" || before.collection) return false;
  const wanted = last.name.toLowerCase();
  const isContained = [...membersOf(metadata, before.name).values()].some(
    ({ member }) => member.contained && member.name.toLowerCase() === wanted,
  );
  const isMany = last.key === undefined && type?.collection === true;
  const methods = isMany ? ["POST"] : last.key === undefined ? ["PATCH"] : ["PATCH", "DELETE"];
  return isContained && methods.includes(request.method);
}

/** `GET /users/{}/drives`: what was asked, without the keys. */
export function shownPath({ request: { method }, resourcePath: { steps, suffix } }: Call): string {
  const names = steps.flatMap(({ name, key }) => (key === undefined ? [name] : [name, "{}"]));
  return `${method} /${[...names, ...(suffix ? [suffix] : [])].join("/")}`;
}
