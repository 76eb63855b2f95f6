import type { Contract, TypeRef } from "../contract.ts";
import { ROOT } from "../names/inheritance.ts";
import { typeNamed } from "../names/type-named.ts";
import { isIdentifier, undeclaredName } from "./csdl-name.ts";
import type { PathNode } from "./path-nodes.ts";
import type { PathTypes } from "./path-types.ts";

/** What stands first in documented paths: a set of entities, or one entity. */
export interface Root {
  readonly kind: "EntitySet" | "Singleton";
  readonly name: string;
  /** The qualified name of its type, which no page need declare. */
  readonly type: string;
}

/**
 * The entity sets and singletons of the documented paths, by name. A singleton that no page describes has a type of
 * its own name; a set of nobody knows what is left out.
 */
export function rootsOf(contract: Contract, root: PathNode, paths: PathTypes): Root[] {
  return [...root.next.values()]
    .flatMap((node) => rootOf(contract, node, paths) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function rootOf(contract: Contract, node: PathNode, paths: PathTypes): Root | undefined {
  // Pages differ in letter case; the first of equals wins.
  const name = [...node.spellings].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
  if (node.isKey || node.given !== undefined || !isIdentifier(name)) return undefined;
  const whole = paths.typeOf(node);
  const keyed = node.next.get("{}");
  if (keyed || whole?.collection) {
    const type = nameOf(contract, keyed?.returned) ?? nameOf(contract, whole);
    return type === undefined ? undefined : { kind: "EntitySet", name, type };
  }
  const described = nameOf(contract, whole);
  const type =
    described !== undefined && leadsOn(contract, described, node) ? described : rootName(contract, name);
  return type === undefined ? undefined : { kind: "Singleton", name, type };
}

/** A root is of a type when that is an entity, a GET returns it, or a path goes on from it as the type does. */
function leadsOn(contract: Contract, type: string, { returned, next }: PathNode): boolean {
  const declared = typeNamed(contract, type);
  const names = new Set(declared?.properties.map((property) => property.name.toLowerCase()));
  const entity = declared?.keyProperty !== undefined || declared?.base === ROOT;
  return (
    entity || returned !== undefined || /Root$/.test(type) || [...next.keys()].some((name) => names.has(name))
  );
}

/** Graph calls the type of a root `reportRoot` where its own name means something else. */
function rootName(contract: Contract, name: string): string | undefined {
  return [name, `${name}Root`]
    .map(undeclaredName)
    .find(
      (type) =>
        type !== undefined && !Object.hasOwn(contract.types, type) && !Object.hasOwn(contract.enums, type),
    );
}

function nameOf(contract: Contract, type: TypeRef | undefined): string | undefined {
  if (type?.kind === "type") return Object.hasOwn(contract.types, type.name) ? type.name : undefined;
  return type?.kind === "unknown" ? undeclaredName(type.name) : undefined;
}
