import { groupBy } from "../../base/group-by.ts";
import { onceFor, onceForAll } from "../../base/once-for.ts";
import { declaredRoot, declaredType } from "../../metadata/declared.ts";
import { isOrDerives, membersOf, metadataType } from "../../metadata/members-of.ts";
import type { Metadata, MetadataOperation, MetadataTypeRef } from "../../metadata/metadata.ts";
import { shortName } from "../names/short-name.ts";
import { type PathToken, templateTokens } from "./path-tokens.ts";

export interface FoundPath {
  readonly exists: true;
  /** Absent where it leads to no resource: `$value`, an action that returns nothing. */
  readonly type?: MetadataTypeRef;
  /** What annotations call the root or the property that it leads to: `microsoft.graph.user/manager`. */
  readonly target?: string;
  /** The action or function that it ends with. */
  readonly calls?: MetadataOperation;
}

/** Where a documented path leads by the metadata. */
export type MetadataPath =
  | FoundPath
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
  const root = declaredRoot(metadata, first.text);
  if (!root) return { exists: false, segment: first.written ?? first.text };
  const type = root.kind === "import" ? returnOf(metadata, root.type.name) : root.type;
  let reached: FoundPath = { exists: true, target: root.target, ...(type ? { type } : {}) };
  for (const [index, token] of tokens.entries()) {
    if (!reached.type) return index === 0 ? undefined : { exists: true };
    const next = stepFrom(metadata, reached.type, token);
    if (!next?.exists) return next;
    // A key, and a cast, lead to a part of what they follow.
    const target = next.target ?? (next.narrows ? reached.target : undefined);
    reached = {
      exists: true,
      ...(next.type ? { type: next.type } : {}),
      ...(target ? { target } : {}),
      ...(next.calls ? { calls: next.calls } : {}),
    };
  }
  return reached;
}

type Step = (FoundPath & { readonly narrows?: true }) | Extract<MetadataPath, { exists: false }>;

function stepFrom(metadata: Metadata, at: MetadataTypeRef, token: PathToken): Step | undefined {
  if (token.kind === "key" && at.collection)
    return { exists: true, type: { ...at, collection: false }, narrows: true };
  if (token.kind !== "name" || token.open) return undefined;
  const written = token.written ?? token.text;
  if (token.text.startsWith("$")) return { exists: true };
  const cast =
    declaredType(metadata, token.text) ??
    declaredType(metadata, token.text.replace(/^graph\./, "microsoft.graph."));
  if (cast) return { exists: true, type: { name: cast.name, collection: at.collection }, narrows: true };
  const member = at.collection ? undefined : membersInAnyLetters(metadata, at.name).get(token.text);
  if (member) return { exists: true, ...member };
  const called = operationOn(metadata, at, token.text);
  if (called) return { exists: true, calls: called, ...(called.returns ? { type: called.returns } : {}) };
  // A key without braces; what Graph takes without the cast that OData asks for.
  if (at.collection || derivedHas(metadata, at.name, token.text)) return undefined;
  const type = metadataType(metadata, at.name);
  // An open type that declares nothing stands for what its document does not know.
  const isKnown = type !== undefined && !(type.open && type.members.length === 0);
  return isKnown ? { exists: false, segment: written, after: at.name } : undefined;
}

/** An action or function of that name, qualified or not, that is bound to what is reached. */
function operationOn(metadata: Metadata, at: MetadataTypeRef, name: string): MetadataOperation | undefined {
  const short = shortName(name);
  return operationsOf(metadata)
    .get(short)
    ?.find(
      ({ binding }) =>
        binding && binding.collection === at.collection && isOrDerives(metadata, at.name, binding.name),
    );
}

function returnOf({ operations }: Metadata, name: string): MetadataTypeRef | undefined {
  return operations.find((operation) => operation.name === name)?.returns;
}

/** A type that derives from it has a member of that name, or something of that name is bound to one. */
function derivedHas(metadata: Metadata, base: string, name: string): boolean {
  const bound = operationsOf(metadata).get(shortName(name)) ?? [];
  return (
    bound.some(
      ({ binding }) =>
        binding?.collection === false && binding.name !== base && isOrDerives(metadata, binding.name, base),
    ) ||
    Object.values(metadata.types).some(
      (type) =>
        type.members.some((member) => member.name.toLowerCase() === name) &&
        type.name !== base &&
        isOrDerives(metadata, type.name, base),
    )
  );
}

/** By their short names in lower case. */
const operationsOf = onceFor(({ operations }: Metadata) =>
  groupBy(operations, ({ name }) => shortName(name).toLowerCase()),
);

const membersInAnyLetters = onceForAll(
  (metadata: Metadata, type: string) =>
    new Map(
      [...membersOf(metadata, type).values()].map(({ member: { name, type: of }, owner }) => [
        name.toLowerCase(),
        { type: of, target: `${owner}/${name}` },
      ]),
    ),
);
