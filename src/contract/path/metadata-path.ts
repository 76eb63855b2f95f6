import { onceFor } from "../../base/once-for.ts";
import { isOrDerives, membersOf } from "../../metadata/members-of.ts";
import type { Metadata, MetadataOperation, MetadataTypeRef } from "../../metadata/metadata.ts";
import { type PathToken, templateTokens } from "./path-tokens.ts";

/** Where a documented path leads by the metadata. */
export type MetadataPath =
  /** `type` is absent where it leads to no resource: `$value`, an action that returns nothing. */
  | { readonly exists: true; readonly type?: MetadataTypeRef }
  /** The segment that nothing in the metadata has there, and the type in front of it. */
  | { readonly exists: false; readonly segment: string; readonly after?: string };

/**
 * Follows a documented path from an entity set or a singleton on: keys, properties, casts, and the actions and
 * functions that are bound to what is reached. Undefined where the path is not written so that one could tell: what
 * stands in colons, `...`, a key without braces.
 */
export function metadataPath(metadata: Metadata, path: string): MetadataPath | undefined {
  const [first, ...tokens] = templateTokens(path);
  if (first?.kind !== "name") return undefined;
  const root = indexOf(metadata).roots.get(first.text);
  if (!root) return { exists: false, segment: first.written ?? first.text };
  let reached: MetadataTypeRef | undefined =
    root.kind === "import" ? returnOf(metadata, root.type.name) : root.type;
  for (const token of tokens) {
    const next: MetadataPath | undefined = reached && stepFrom(metadata, reached, token);
    if (!next?.exists) return next;
    reached = next.type;
    if (!reached) return { exists: true };
  }
  return { exists: true, ...(reached ? { type: reached } : {}) };
}

function stepFrom(metadata: Metadata, at: MetadataTypeRef, token: PathToken): MetadataPath | undefined {
  if (token.kind === "key" && at.collection) return { exists: true, type: { ...at, collection: false } };
  if (token.kind !== "name" || token.open) return undefined;
  const written = token.written ?? token.text;
  if (token.text.startsWith("$")) return { exists: true };
  const { members, types } = indexOf(metadata);
  const cast = types.get(token.text) ?? types.get(token.text.replace(/^graph\./, "microsoft.graph."));
  if (cast !== undefined) return { exists: true, type: { name: cast, collection: at.collection } };
  const member = at.collection ? undefined : members(at.name).get(token.text);
  if (member) return { exists: true, type: member };
  const called = operationOn(metadata, at, token.text);
  if (called) return { exists: true, ...(called.returns ? { type: called.returns } : {}) };
  // A key without braces; what Graph takes without the cast that OData asks for.
  if (at.collection || hasDerivedMember(metadata, at.name, token.text)) return undefined;
  return Object.hasOwn(metadata.types, at.name)
    ? { exists: false, segment: written, after: at.name }
    : undefined;
}

/** An action or function of that name, qualified or not, that is bound to what is reached. */
function operationOn(metadata: Metadata, at: MetadataTypeRef, name: string): MetadataOperation | undefined {
  const short = name.slice(name.lastIndexOf(".") + 1);
  return indexOf(metadata)
    .operations.get(short)
    ?.find(
      ({ binding }) =>
        binding && binding.collection === at.collection && isOrDerives(metadata, at.name, binding.name),
    );
}

function returnOf({ operations }: Metadata, name: string): MetadataTypeRef | undefined {
  return operations.find((operation) => operation.name === name)?.returns;
}

function hasDerivedMember(metadata: Metadata, base: string, name: string): boolean {
  return Object.values(metadata.types).some(
    (type) =>
      type.members.some((member) => member.name.toLowerCase() === name) &&
      type.name !== base &&
      isOrDerives(metadata, type.name, base),
  );
}

const indexOf = onceFor((metadata: Metadata) => {
  const operations = new Map<string, MetadataOperation[]>();
  for (const operation of metadata.operations) {
    const short = operation.name.slice(operation.name.lastIndexOf(".") + 1).toLowerCase();
    operations.set(short, [...(operations.get(short) ?? []), operation]);
  }
  const known = new Map<string, ReadonlyMap<string, MetadataTypeRef>>();
  const members = (type: string) => {
    const found =
      known.get(type) ??
      new Map(
        [...membersOf(metadata, type).values()].map(({ member }) => [member.name.toLowerCase(), member.type]),
      );
    known.set(type, found);
    return found;
  };
  return {
    operations,
    members,
    roots: new Map(Object.values(metadata.roots).map((root) => [root.name.toLowerCase(), root])),
    types: new Map(Object.keys(metadata.types).map((name) => [name.toLowerCase(), name])),
  };
});
