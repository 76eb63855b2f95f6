import { type FilterValue, unknownValue } from "./filter-expression.ts";

const textTypes: ReadonlyMap<string, FilterValue["type"]> = new Map([
  ["edm.guid", "guid"],
  ["edm.date", "date"],
  ["edm.datetimeoffset", "dateTimeOffset"],
  ["edm.timeofday", "timeOfDay"],
  ["edm.duration", "duration"],
]);

/** A value as one of the primitive type of that name; null stays null, and what does not convert is not known. */
export function castTo(name: string | undefined, subject: FilterValue | undefined): FilterValue {
  if (name === undefined || !subject || subject.value === undefined) return unknownValue;
  const { value } = subject;
  const type = name.toLowerCase();
  if (value === null) return subject;
  if (type === "edm.string") return typeof value === "object" ? unknownValue : { value: String(value) };
  if (/^edm\.(?:s?byte|int(?:16|32|64)|single|double|decimal)$/.test(type)) return { value: numberOf(value) };
  const known = textTypes.get(type);
  return known && typeof value === "string" ? { value, type: known } : unknownValue;
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^[+-]?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
}
