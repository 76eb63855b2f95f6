import type { Contract, Property, TypeRef } from "../contract.ts";
import { singularOf } from "../names/singular-of.ts";
import { findType } from "../names/type-name.ts";
import { typeNamed } from "../names/type-named.ts";
import type { PathNode } from "./path-nodes.ts";

/** What documented paths lead to, by the properties on their way and by the documented GETs. */
export interface PathTypes {
  /** Undefined when nothing says it. */
  typeOf(node: PathNode): TypeRef | undefined;
  /** The property that a node names, and the type that the path has it from. */
  memberOf(node: PathNode): PathMember | undefined;
}

export interface PathMember {
  readonly owner: string;
  readonly property: Property;
}

/** Works out the types of paths, each when it is first asked for. */
export function pathTypes(contract: Contract): PathTypes {
  const properties = new Map<string, ReadonlyMap<string, Property>>();
  const types = new Map<PathNode, TypeRef | undefined>();
  const members = new Map<PathNode, PathMember | undefined>();

  const propertiesOf = (type: string): ReadonlyMap<string, Property> => {
    const declared = typeNamed(contract, type);
    const found =
      properties.get(type) ??
      new Map(declared?.properties.map((property) => [property.name.toLowerCase(), property]));
    properties.set(type, found);
    return found;
  };

  const memberOf = (node: PathNode): PathMember | undefined => {
    if (!members.has(node)) members.set(node, findMember(node));
    return members.get(node);
  };

  const findMember = ({ name, isKey, before }: PathNode): PathMember | undefined => {
    const owner = isKey || !before?.before ? undefined : typeOf(before);
    if (!owner || owner.collection) return undefined;
    const property = propertiesOf(owner.name).get(name.toLowerCase());
    return property && { owner: owner.name, property };
  };

  const typeOf = (node: PathNode): TypeRef | undefined => {
    if (!types.has(node)) types.set(node, findTypeOf(node));
    return types.get(node);
  };

  const findTypeOf = (node: PathNode): TypeRef | undefined => {
    const { name, isKey, before, returned, given } = node;
    if (!before) return undefined;
    if (isKey) {
      const collection = typeOf(before);
      return collection ? { ...collection, collection: false } : returned;
    }
    const cast = castOf(contract, name);
    if (cast) return { ...cast, collection: typeOf(before)?.collection ?? false };
    const known = memberOf(node)?.property.type ?? returned;
    if (known || given !== undefined) return known;
    // Behind what nobody describes a name is all there is, as at the root.
    return typeOf(before) ? undefined : typeNamedLike(contract, node);
  };

  return { typeOf, memberOf };
}

function castOf(contract: Contract, name: string): TypeRef | undefined {
  if (!/^(?:microsoft\.)?graph\./i.test(name)) return undefined;
  const type = findType(contract, name.replace(/^graph\./i, "microsoft.graph."));
  return type?.kind === "type" ? type : undefined;
}

/** `workflows` with a key behind it are each a `workflow`; `auditLogs` alone is the `auditLogRoot`, if there is one. */
function typeNamedLike(contract: Contract, { name, next }: PathNode): TypeRef | undefined {
  const singular = singularOf(name);
  const item = singular === name ? undefined : structured(contract, singular);
  const items = item && { ...item, collection: true };
  if (next.has("{}")) return items;
  return (
    structured(contract, `${name}Root`) ??
    structured(contract, `${singular}Root`) ??
    structured(contract, name === "me" ? "user" : name) ??
    items
  );
}

function structured(contract: Contract, name: string): TypeRef | undefined {
  const type = findType(contract, name);
  return type?.kind === "type" ? type : undefined;
}
