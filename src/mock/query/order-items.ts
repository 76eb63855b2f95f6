import { durationOf, instantOf } from "../../odata/exact-time.ts";
import { memberOf } from "../../odata/filter-scope.ts";
import type { Resource } from "../message.ts";
import type { SortKey } from "./query.ts";

/**
 * Sorts by the keys; items that no key tells apart stay in their order. Null comes before every value, and behind it
 * when descending (OData 4.01 Protocol, section 11.2.6.2). Texts compare without letter case, members of enums by their
 * place in the enum, date-times and durations by the time that they mean.
 */
export function orderItems<Item>(
  items: readonly Item[],
  keys: readonly SortKey[],
  resourceOf: (item: Item) => Resource,
): Item[] {
  const columns = keys.map(({ path, type, members, descending }) => {
    const values = items.map((item) => path.reduce(memberOf, resourceOf(item) as unknown));
    const column = members ? memberColumn(values, members) : columnOf(values, type);
    return { ...column, sign: descending ? -1 : 1 };
  });
  const order = items.map((_, index) => index);
  order.sort((one, other) => {
    for (const { values, compare, sign } of columns) {
      const difference = compareOrNull(values[one], values[other], compare);
      if (difference !== 0) return sign * difference;
    }
    return 0;
  });
  return order.flatMap((index) => items[index] ?? []);
}

/** What sorts: null, a number, a text, the picoseconds of a time. */
type SortValue = number | bigint | string;
type Compare = (one: SortValue, other: SortValue) => number;

interface Column {
  readonly values: readonly (SortValue | null)[];
  readonly compare: Compare;
}

function compareOrNull(
  one: SortValue | null | undefined,
  other: SortValue | null | undefined,
  compare: Compare,
): number {
  if (one === other) return 0;
  if (one === null || one === undefined) return -1;
  return other === null || other === undefined ? 1 : compare(one, other);
}

const compareValues: Compare = (one, other) => {
  // Values of different kinds, which only a resource that breaks its type has, sort by their kinds.
  if (typeof one !== typeof other) return typeof one < typeof other ? -1 : 1;
  return one === other ? 0 : one < other ? -1 : 1;
};

// In this form, the usual one, times need not be read to be sorted.
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?Z$/;

/** `11.500Z` is the time of `11.5Z`, and comes behind `11Z`. */
const compareUtc: Compare = (one, other) => {
  if (typeof one !== "string" || typeof other !== "string" || one.length === other.length) {
    return compareValues(one, other);
  }
  return compareValues(withoutZeros(one), withoutZeros(other));
};

function withoutZeros(utc: string): string {
  return utc.includes(".") ? utc.replace(/\.?0*Z$/, "") : utc.slice(0, -1);
}

/** A text is a date-time when its type says so or nobody says anything, and a duration only when its type does. */
function columnOf(values: readonly unknown[], type: string | undefined): Column {
  const readBy = (read?: (text: string) => bigint | undefined): Column => ({
    values: values.map((value) => sortValue(value, read)),
    compare: compareValues,
  });
  if (type === "Edm.Duration") return readBy(durationOf);
  if (type !== undefined && type !== "Edm.DateTimeOffset") return readBy();
  const utc = values.every((value) => typeof value !== "string" || UTC.test(value));
  if (!utc) return readBy(instantOf);
  return {
    values: values.map((value) => (typeof value === "string" ? value : sortValue(value))),
    compare: compareUtc,
  };
}

/** Several members at once have the number of the first of them; what is no member comes behind all. */
function memberColumn(values: readonly unknown[], members: readonly string[]): Column {
  const places = new Map(members.map((member, index) => [member, index]));
  const numberOf = (value: string) => places.get(value.split(",")[0]?.trim() ?? "") ?? members.length;
  return {
    values: values.map((value) => (typeof value === "string" ? numberOf(value) : sortValue(value))),
    compare: compareValues,
  };
}

function sortValue(value: unknown, read?: (text: string) => bigint | undefined): SortValue | null {
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  return read?.(value) ?? value.toLowerCase();
}
