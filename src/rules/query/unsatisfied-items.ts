import { isObject } from "../../base/is-object.ts";
import { propertiesOnPath } from "../../contract/capability/properties-on-path.ts";
import type { Contract, TypeContract } from "../../contract/contract.ts";
import { derivesFrom } from "../../contract/names/inheritance.ts";
import { findType } from "../../contract/names/type-name.ts";
import { namedType } from "../../contract/validation/named-type.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { evaluateFilter } from "../../odata/evaluate-filter.ts";
import { memberOf } from "../../odata/filter-scope.ts";
import type { ExchangeContext } from "../rule.ts";
import type { AskedFilter, AskedQuery } from "./asked-query.ts";
import type { Item } from "./items-of.ts";

/** The items that certainly do not satisfy a filter; `type` is theirs. */
export function unsatisfiedItems(
  context: ExchangeContext,
  { filter, type }: Pick<AskedQuery, "filter" | "type">,
  items: readonly Item[],
): readonly Item[] {
  if (!filter) return [];
  const truths = filterTruths(context, { filter, type }, items);
  const unsatisfied = items.filter((_, index) => truths[index] === false);
  if (unsatisfied.length === 0) return [];
  // What breaks its own type satisfies nothing: that is body/type, body/format or body/enum-member.
  const wrong = context.violations.map(({ pointer }) => `${pointer.toLowerCase()}/`);
  const paths = filter.uses.map(({ path }) => path.filter((name) => !name.includes(".")));
  return unsatisfied.filter(({ pointer }) => {
    const used = paths.map((path) => `${path.reduce(stepInto, pointer).toLowerCase()}/`);
    return !used.some((place) => wrong.some((other) => other.startsWith(place) || place.startsWith(other)));
  });
}

/** Whether each item satisfies a filter; undefined where that is not certain. */
export function filterTruths(
  { contract }: ExchangeContext,
  { filter, type }: { readonly filter: AskedFilter; readonly type?: AskedQuery["type"] | undefined },
  items: readonly Item[],
): readonly (boolean | undefined)[] {
  const lists = new Set(
    type?.properties.filter(({ navigation }) => !navigation).map(({ name }) => name.toLowerCase()),
  );
  const isOf = (value: unknown, written: string): boolean | undefined => {
    const name = isObject(value) ? namedType(value) : undefined;
    const type = findType(contract, written)?.name ?? written;
    return name === undefined ? undefined : derivesFrom(contract, name, type);
  };
  // Behind a variable stands the name alone.
  const enums = new Set(
    filter.uses.flatMap(({ path }) => (mayBeEnum(contract, type, path) ? (path.at(-1) ?? []) : [])),
  );
  const isEnum = (path: readonly string[]) => enums.has(path.at(-1) ?? "");
  return items.map(({ value: item }) => {
    // An expanded relationship comes in part: a service cuts it, and the request may.
    const lookup = (value: unknown, name: string): unknown => {
      const member = memberOf(value, name);
      return Array.isArray(member) && !(value === item && lists.has(name.toLowerCase())) ? undefined : member;
    };
    return evaluateFilter(filter.expression, item, { certain: true, isOf, isEnum, lookup });
  });
}

/**
 * True where a path leads to an enum, or to what may be one: a text with listed values, a type that no page declares.
 * Services compare members by their numbers, which no page tells, so that of two of them none is certainly the first.
 */
export function mayBeEnum(
  contract: Contract,
  type: TypeContract | undefined,
  path: readonly string[],
): boolean {
  const steps = propertiesOnPath(contract, type, path);
  const last = typeof steps === "string" ? undefined : steps.at(-1)?.property;
  if (!last) return false;
  return last.type.kind === "enum" || last.type.kind === "unknown" || (last.values?.members.length ?? 0) > 1;
}
