import { isObject } from "../../base/is-object.ts";

const longest = 300;
const named = 2;

/** A value of a body in a few words: a scalar as JSON writes it, of anything larger what it holds. */
export function shownValue(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return "an empty list";
  if (Array.isArray(value))
    return value.length === 1 ? "a list of 1 item" : `a list of ${value.length} items`;
  if (isObject(value)) return shownObject(Object.keys(value));
  const text = JSON.stringify(value) ?? "";
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

function shownObject(names: readonly string[]): string {
  if (names.length === 0) return "an empty object";
  const first = names.slice(0, named).map((name) => JSON.stringify(name));
  if (names.length > named) first.push(`${names.length - named} more`);
  const [end = ""] = first.splice(-1);
  return `an object with ${first.length === 0 ? end : `${first.join(", ")} and ${end}`}`;
}
