import { groupBy } from "../../base/group-by.ts";
import { onceFor } from "../../base/once-for.ts";
import { declaredRoot } from "../../metadata/declared.ts";
import { readSegment } from "../../odata/path-segments.ts";
import type { Contract, TypeContract, TypeRef } from "../contract.ts";
import { singularOf } from "../names/called-after.ts";
import { findType } from "../names/type-name.ts";
import { typeNamed } from "../names/type-named.ts";
import { onceForParts } from "../once-for-parts.ts";
import { matchOperation } from "./match-operation.ts";

/** A type and how surely a path leads to it. */
export interface PathEnd {
  readonly type: TypeRef;
  /** False when only the names of relationships led there, from a root whose type nobody documents. */
  readonly certain: boolean;
}

/**
 * The type that a path leads to, by following properties and relationships by name. Where an operation on a part of
 * the path says what that part is, or the root is named like its type, the walk begins there; else it keeps every
 * type that a name can lead to and lets later segments decide. Undefined when not exactly one type is left, and
 * behind functions, actions, `$count`, `$value` and `$ref`.
 */
export function resolvePath(contract: Contract, segments: readonly string[]): PathEnd | undefined {
  const start =
    metadataStart(contract, segments) ?? documentedStart(contract, segments) ?? rootStart(contract, segments);
  let reached: readonly TypeRef[] = start ? [start.type] : [];
  let certain = start !== undefined;
  let known = start?.length === segments.length;
  for (const [position, segment] of segments.entries()) {
    if (start && position < start.length) continue;
    if (segment.startsWith("$")) return undefined;
    const { name, key, arguments: given } = readSegment(segment);
    if (given) return undefined;
    const cast = castOf(contract, name);
    const own = cast ? [castAmong(cast, reached)] : follow(contract, reached, name);
    // A root is an entity set or a singleton, not a relationship that happens to have its name.
    const next = own.length > 0 || certain || position === 0 ? own : anywhere(contract, name);
    known = next.length > 0;
    if (known) {
      if (cast) certain = true;
      reached = key === undefined ? next : next.map(itemOf);
    } else if (reached.some((type) => type.collection) && isKey(name)) {
      reached = reached.filter((type) => type.collection).map(itemOf);
      known = true;
    } else {
      // `inbox` may be a key, `delta` is a function: only a later relationship can tell.
      certain = false;
    }
  }
  const [first, ...others] = reached;
  if (!known || !first) return undefined;
  const unique = others.every((type) => type.name === first.name && type.collection === first.collection);
  return unique ? { type: first, certain } : undefined;
}

/** The type that a documented GET of exactly this path returns. */
export function documentedResource(contract: Contract, segments: readonly string[]): TypeRef | undefined {
  const operation = matchOperation(contract, "GET", { segments });
  const type = operation?.responses.find((response) => response.status === 200)?.body;
  return type?.kind === "type" ? type : undefined;
}

/** The entity set or the singleton of the metadata that the path begins with. */
function metadataStart(contract: Contract, segments: readonly string[]): PathStart | undefined {
  const { name, key, arguments: given } = readSegment(segments[0] ?? "");
  const root = contract.metadata && !given ? declaredRoot(contract.metadata, name) : undefined;
  const type = root && root.kind !== "import" ? findType(contract, root.type.name) : undefined;
  if (!root || !type) return undefined;
  return { type: { ...type, collection: root.type.collection && key === undefined }, length: 1 };
}

interface PathStart {
  readonly type: TypeRef;
  /** How many segments lead there. */
  readonly length: number;
}

/** The longest part of the path, not all of it, that a documented GET returns, or of which it returns the collection. */
function documentedStart(contract: Contract, segments: readonly string[]): PathStart | undefined {
  for (let length = segments.length; length > 0; length--) {
    const part = segments.slice(0, length);
    const type = length < segments.length ? documentedResource(contract, part) : undefined;
    if (type) return { type, length };
    const { name, key } = readSegment(segments[length - 1] ?? "");
    const collection =
      key === undefined ? undefined : documentedResource(contract, [...part.slice(0, -1), name]);
    if (collection?.collection) return { type: itemOf(collection), length };
  }
  return undefined;
}

/** `print/settings` begins at the type `print`, `groups/{id}/owners` at `group`, when that type has the next name. */
function rootStart(contract: Contract, segments: readonly string[]): PathStart | undefined {
  const root = readSegment(segments[0] ?? "").name;
  const singleton = findType(contract, root);
  if (singleton && follow(contract, [singleton], readSegment(segments[1] ?? "").name).length > 0) {
    return { type: singleton, length: 1 };
  }
  const item = findType(contract, singularOf(root));
  const inline = readSegment(segments[0] ?? "").key !== undefined;
  const length = inline ? 1 : 2;
  if (
    item &&
    root.endsWith("s") &&
    follow(contract, [item], readSegment(segments[length] ?? "").name).length > 0
  ) {
    return { type: item, length };
  }
  return undefined;
}

/** The type that a cast names, by the namespace or its alias: `microsoft.graph.user`, `graph.user`. */
export function castOf(contract: Contract, name: string): TypeRef | undefined {
  return name.includes(".") ? findType(contract, name.replace(/^graph\./i, "microsoft.graph.")) : undefined;
}

function castAmong(type: TypeRef, reached: readonly TypeRef[]): TypeRef {
  return { ...type, collection: reached.length > 0 && reached.every((other) => other.collection) };
}

/** The types behind a name on the types reached. */
function follow(contract: Contract, reached: readonly TypeRef[], name: string): TypeRef[] {
  const own = reached.flatMap((type) => {
    const declared = typeNamed(contract, type.name);
    return declared ? (byName(declared).get(name.toLowerCase()) ?? []) : [];
  });
  return distinct(own.map(({ type }) => type));
}

const byName = onceFor(({ properties }: TypeContract) =>
  groupBy(properties, ({ name }) => name.toLowerCase()),
);

/** The types behind a relationship of that name, whatever type it starts from. */
function anywhere(contract: Contract, name: string): TypeRef[] {
  return distinct((relationships(contract).get(name.toLowerCase()) ?? []).map(({ type }) => type));
}

const relationships = onceForParts(["types"], ({ types }) =>
  groupBy(
    Object.values(types).flatMap(({ properties }) => properties.filter(({ navigation }) => navigation)),
    ({ name }) => name.toLowerCase(),
  ),
);

function distinct(types: readonly TypeRef[]): TypeRef[] {
  return [...new Map(types.map((type) => [`${type.name} ${type.collection}`, type])).values()];
}

function itemOf(type: TypeRef): TypeRef {
  return { ...type, collection: false };
}

/** Words may be names that no page documents; everything else behind a collection is a key. */
function isKey(segment: string): boolean {
  return !/^[a-z_]\w*$/i.test(segment) || /\d/.test(segment);
}
