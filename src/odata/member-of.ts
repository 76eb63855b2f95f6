import { isObject } from "../base/is-object.ts";

/**
 * The member of a JSON object by its name, in any letter case where none has the name as it is written. Undefined
 * when there is none, or the value is no object.
 */
export function memberOf(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const lower = name.toLowerCase();
  const key = Object.keys(value).find((other) => other.toLowerCase() === lower);
  return key === undefined ? undefined : value[key];
}
