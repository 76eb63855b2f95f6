import type { Contract, TypeRef } from "../contract.ts";
import { singularOf } from "../names/called-after.ts";
import { findType } from "../names/type-name.ts";
import { type PathNode, spellingOf } from "../path/path-node.ts";
import { pathTree } from "../path/path-tree.ts";
import { typeAt } from "../promise/type-at.ts";
import { isIdentifier, undeclaredName } from "./csdl-name.ts";

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
export function rootsOf(contract: Contract): Root[] {
  return [...pathTree(contract).names.values()]
    .flatMap((node) => rootOf(contract, node) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function rootOf(contract: Contract, node: PathNode): Root | undefined {
  const name = spellingOf(node);
  if (node.functions.size > 0 || !isIdentifier(name)) return undefined;
  const whole = typeAt(contract, node);
  if (node.key || whole?.collection) {
    const type = nameOf(contract, node.key && typeAt(contract, node.key)) ?? nameOf(contract, whole);
    return type === undefined ? undefined : { kind: "EntitySet", name, type };
  }
  const described = nameOf(contract, whole);
  if (described !== undefined) return { kind: "Singleton", name, type: described };
  // What is only added to (`POST /invitations`) is a set of what it is named after.
  const item = singularOf(name) === name ? undefined : nameOf(contract, findType(contract, singularOf(name)));
  if (item !== undefined) return { kind: "EntitySet", name, type: item };
  const type = rootName(contract, name);
  return type === undefined ? undefined : { kind: "Singleton", name, type };
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
