import { isObject } from "../../base/is-object.ts";
import type { Contract, TypeContract } from "../../contract/contract.ts";
import { derivesFrom } from "../../contract/names/inheritance.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { judgingType } from "../../contract/validation/named-type.ts";
import type { Resource } from "../message.ts";
import type { Lookup } from "./filter-items.ts";
import { hideMembers } from "./hide-members.ts";
import { pageOf } from "./page-of.ts";
import { type Projection, projectionOf, type Selected } from "./projection.ts";
import type { Expansion, Query } from "./query.ts";

/** Where a resource stands. */
export interface View {
  readonly contract: Contract;
  /** The declared type; a resource may name one that derives from it. */
  readonly type?: TypeContract;
  /** What a relationship of a stored resource leads to: a resource, a list of them, null. */
  readonly follow: Lookup;
  /** The type of a stored resource by where it lives. */
  readonly typeOf?: (resource: Resource) => string | undefined;
}

/**
 * The JSON that goes out for a resource: what is selected, what is expanded, and of evolvable enums only the members
 * that the request may see. What needs no change is returned as it is stored, so the caller must not write to it. Names
 * come as stored, expanded relationships last.
 */
export function present(resource: Resource, query: Query, view: View): Resource {
  const { type } = view;
  const derived = type && derivedType(resource, type, view);
  if (derived) {
    const { name } = derived;
    return { "@odata.type": `#${name}`, ...presentAs(resource, query, { ...view, type: derived }) };
  }
  return presentAs(resource, query, view);
}

/** The type of a resource that is shown where its base type is declared, unless it says its own. */
function derivedType(
  resource: Resource,
  type: TypeContract,
  { contract, typeOf }: View,
): TypeContract | undefined {
  if ("@odata.type" in resource) return undefined;
  const name = typeOf?.(resource);
  if (name === undefined || name === type.name || derivesFrom(contract, name, type.name) !== true)
    return undefined;
  return typeNamed(contract, name);
}

function presentAs(resource: Resource, query: Query, view: View): Resource {
  const { contract, type } = view;
  const own = type && (judgingType(contract, type.name, resource) ?? type.name);
  const shown = type && !query.allMembers ? hideMembers(contract, type.name, resource) : resource;
  const projection = projectionOf(query, typeNamed(contract, own));
  return projection.whole ? shown : project(resource, shown, projection, query, view);
}

function project(
  resource: Resource,
  shown: Resource,
  projection: Projection,
  query: Query,
  view: View,
): Resource {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(shown)) {
    const selected = selectedIn(projection, name);
    if (selected !== undefined) out[name] = selected === "all" ? value : partOf(value, selected);
  }
  // A selected property is there even when it has no value (OData JSON 4.01, section 7).
  for (const { name, empty } of projection.always) if (!Object.hasOwn(out, name)) out[name] = empty;
  for (const expansion of query.expand) expandInto(out, resource, expansion, view);
  return out;
}

/** Control information of the object always comes, that of a property with its property. */
function selectedIn(projection: Projection, name: string): Selected | undefined {
  const at = name.indexOf("@");
  if (at === 0) return "all";
  return projection.selected(at < 0 ? name : name.slice(0, at));
}

function partOf(value: unknown, selected: Exclude<Selected, "all">): unknown {
  if (Array.isArray(value)) return value.map((item) => partOf(item, selected));
  if (!isObject(value)) return value;
  const out: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const inner = name.startsWith("@") ? "all" : selected.get(name.toLowerCase());
    if (inner !== undefined) out[name] = inner === "all" ? member : partOf(member, inner);
  }
  return out;
}

function expandInto(
  out: Record<string, unknown>,
  resource: Resource,
  { name, collection, query }: Expansion,
  { contract, follow, typeOf }: View,
): void {
  const { type } = query;
  const view: View = { contract, follow, ...(typeOf ? { typeOf } : {}), ...(type ? { type } : {}) };
  const related = follow(resource, name) ?? (collection ? [] : null);
  if (!Array.isArray(related) || collection === false) {
    // Where a page forgets the word "collection", one resource is what it promises.
    const [single] = [related].flat();
    out[name] = isObject(single) ? present(single, query, view) : null;
    return;
  }
  const { items, total } = pageOf(related.filter(isObject), query, follow);
  if (query.count) out[`${name}@odata.count`] = total;
  out[name] = items.map((item) => present(item, query, view));
}
