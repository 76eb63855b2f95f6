import { isObject } from "../base/is-object.ts";

/** Where something stands, and the words in which it stands there: what may change while the promise stays. */
const aside: ReadonlySet<string> = new Set(["location", "saidAt", "file", "row", "sentence"]);

/** Whether two pieces of two contracts say the same, wherever they stand. Numbers of lines are nobody's promise. */
export function isSamePromise(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one))
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSamePromise(item, other[index]))
    );
  if (!isObject(one) || !isObject(other)) return false;
  for (const name in other) if (!Object.hasOwn(one, name)) return false;
  for (const name in one) {
    if (!Object.hasOwn(other, name)) return false;
    if (!aside.has(name) && !isSamePromise(one[name], other[name])) return false;
  }
  return true;
}
