import { onceFor, onceForAll } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { isSameTypeName } from "../../contract/names/type-named.ts";
import { type FoundPath, metadataPath } from "../../contract/path/metadata-path.ts";
import { declaredType } from "../../metadata/declared.ts";
import { isOrDerives, membersOf } from "../../metadata/members-of.ts";
import type { Metadata, MetadataTypeRef } from "../../metadata/metadata.ts";
import { calledName } from "../outline/outline-declared.ts";
import type { Claim } from "./told.ts";

/**
 * Whether metadata says the same of a documented path as a page: that it leads somewhere, to what, and what an action
 * or a resource takes. Of methods, permissions and what may be asked it says nothing.
 */
export function pathAgrees({ metadata }: Contract, { pointer, fact }: Claim): boolean | undefined {
  const [path, operation, inner] = pointer;
  const last = pointer.at(-1);
  // An extract of types has no container to begin at.
  if (!metadata || Object.keys(metadata.roots).length === 0 || !path || !last) return undefined;
  const found = pathIn(metadata, path.name);
  if (last.kind === "path") return found && found.exists === (fact !== undefined);
  if (!found?.exists || !operation) return undefined;
  if (inner?.kind === "parameter") {
    const taken = takenBy(metadata, operation.name, found);
    const known = taken?.get(inner.name.toLowerCase());
    if (last.kind === "parameter") return taken && (known !== undefined) === (fact !== undefined);
    return known && typeAgrees(metadata, known, { pointer, fact });
  }
  // What a write answers is not told by its path.
  const isAnswer = pointer.some(({ kind }) => kind === "body") && (operation.name === "GET" || found.calls);
  return isAnswer && found.type ? typeAgrees(metadata, found.type, { pointer, fact }) : undefined;
}

/**
 * Whether pages document a path that calls an action or a function, or that begins with a name. They are followed
 * through the metadata that they were given; without it, and of what takes and returns what, they do not tell.
 */
export function callAgrees(contract: Contract, { pointer, fact }: Claim): boolean | undefined {
  const [called, ...inner] = pointer;
  if (!called || !fact || inner.length > 0 || !contract.metadata) return undefined;
  return calledIn(contract).has(called.kind === "root" ? `/${called.name.toLowerCase()}` : called.name);
}

/** What the documented paths of a contract call, and how they begin: `/users`. */
const calledIn = onceFor(({ operations, metadata }: Contract): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const path of new Set(operations.map((operation) => operation.path))) {
    found.add(`/${path.split(/[/(]/)[1] ?? ""}`.toLowerCase());
    const end = metadata && pathIn(metadata, path);
    if (end?.exists && end.calls) found.add(calledName(end.calls));
  }
  return found;
});

const pathIn = onceForAll((metadata: Metadata, path: string) => metadataPath(metadata, path));

/** The types of what the body of a request to a path may have, by name in lower case. */
function takenBy(
  metadata: Metadata,
  method: string,
  { type, calls }: FoundPath,
): ReadonlyMap<string, MetadataTypeRef> | undefined {
  if (calls?.kind === "action")
    return new Map(calls.parameters.map((one) => [one.name.toLowerCase(), one.type] as const));
  const isWrite = method === "PATCH" || method === "PUT" || (method === "POST" && type?.collection);
  const declared = type && declaredType(metadata, type.name);
  if (calls || !isWrite || !declared) return undefined;
  return membersBelow(metadata, declared.name);
}

/** The members of a type, and of all that derive from it: what a list of apps takes is one of many kinds of app. */
const membersBelow = onceForAll((metadata: Metadata, name: string) => {
  const derived = Object.values(metadata.types).filter((type) => isOrDerives(metadata, type.name, name));
  const members = derived.flatMap((type) => [...membersOf(metadata, type.name).values()]);
  return new Map(members.reverse().map(({ member }) => [member.name.toLowerCase(), member.type] as const));
});

function typeAgrees(
  metadata: Metadata,
  known: MetadataTypeRef,
  { pointer, fact }: Claim,
): boolean | undefined {
  const kind = pointer.at(-1)?.kind;
  if (kind === "collection") return known.collection === (fact !== undefined);
  if ((kind !== "body" && kind !== "value-type") || !fact) return undefined;
  const said = String(fact.value);
  if (said === "Edm.String" && Object.hasOwn(metadata.enums, known.name)) return true;
  const [page, declared] = [declaredType(metadata, said), declaredType(metadata, known.name)];
  return page && declared
    ? isOrDerives(metadata, page.name, declared.name)
    : isSameTypeName(said, known.name);
}
