import { edmTypeInAnyCase } from "./edm-type.ts";
import { type FilterValue, unknownValue } from "./filter-expression.ts";

/** A value as one of the primitive type of that name; null stays null, and what does not convert is not known. */
export function castTo(name: string | undefined, subject: FilterValue | undefined): FilterValue {
  if (name === undefined || !subject || subject.value === undefined) return unknownValue;
  const { value } = subject;
  if (value === null) return subject;
  const type = edmTypeInAnyCase(name)?.literal;
  if (type === "string") return typeof value === "object" ? unknownValue : { value: String(value) };
  if (type === "number") return { value: numberOf(value) };
  const isText = type !== undefined && type !== "boolean" && type !== "binary";
  return isText && typeof value === "string" ? { value, type } : unknownValue;
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^[+-]?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
}
