import { isObject } from "../../base/is-object.ts";
import type { Contract, TypeContract } from "../../contract/contract.ts";
import { derivesFrom } from "../../contract/names/inheritance.ts";
import { findType } from "../../contract/names/type-name.ts";
import { namedType } from "../../contract/validation/named-type.ts";
import { evaluateFilter } from "../../odata/evaluate-filter.ts";
import type { FilterExpression } from "../../odata/filter-expression.ts";
import { memberOf } from "../../odata/filter-scope.ts";
import type { Resource } from "../message.ts";

/** What a relationship of a stored resource leads to. */
export type Lookup = (resource: Resource, name: string) => unknown;

/** A resource as the store knows it, and as it goes out. */
export interface Item {
  readonly stored: Resource;
  readonly shown: Resource;
}

/** The items that satisfy a filter. What the service does not have of a resource is null there. */
export function filterItems<Found extends Item>(
  items: readonly Found[],
  filter: FilterExpression,
  { contract, type }: { readonly contract: Contract; readonly type?: TypeContract },
  lookup: Lookup,
): Found[] {
  const structural = new Set(
    type?.properties.filter(({ navigation }) => !navigation).map(({ name }) => name.toLowerCase()),
  );
  // One pair of functions for all items: they are called for every name in the filter, of every item.
  let current: Item | undefined;
  const isOf = (value: unknown, written: string) => {
    const own = value === current?.shown ? type?.name : undefined;
    const name = isObject(value) ? (namedType(value) ?? own) : undefined;
    return name === undefined ? undefined : derivesFrom(contract, name, typeNamed(contract, written));
  };
  const member = (value: unknown, name: string) => {
    const own = memberOf(value, name);
    if (own !== undefined || !isObject(value) || isTypeName(name)) return own;
    if (value !== current?.shown) return lookup(value, name) ?? null;
    // The store knows a resource by its identity, which what is shown may not have.
    return structural.has(name.toLowerCase()) ? null : (lookup(current.stored, name) ?? null);
  };
  const options = { lookup: member, isOf };
  return items.filter((item) => {
    current = item;
    return evaluateFilter(filter, item.shown, options) === true;
  });
}

/** Casts are looked up like members, and none of them is one. */
function isTypeName(name: string): boolean {
  return name.includes(".");
}

function typeNamed(contract: Contract, written: string): string {
  return findType(contract, written)?.name ?? written;
}
