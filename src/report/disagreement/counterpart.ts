import { isObject } from "../../base/is-object.ts";
import { stepInto, stepsOf } from "../../http/json-pointer.ts";

/** A place of a body. The value is undefined where the place is empty: JSON has no such value. */
export interface Spot {
  readonly pointer: string;
  readonly value: unknown;
}

/** The same place in two bodies. */
export interface SpotPair {
  readonly mine: Spot;
  readonly other: Spot;
  /** False when the other list lacks the resource with this id, and another resource stands for it. */
  readonly sameResource: boolean;
}

/**
 * Finds what a pointer into one body names in another one: items of a list by their `id` where they have one, else by
 * their position; where the last name is absent, by `meant`, the name that was meant.
 *
 * @returns `"not-in-body"` when the pointer leads nowhere in its own body; undefined when the other body has nothing
 * that could hold the value.
 */
export function counterpart(
  mine: unknown,
  other: unknown,
  pointer: string,
  meant?: string,
): SpotPair | "not-in-body" | undefined {
  const steps = stepsOf(pointer);
  const last = steps.at(-1);
  let here: Spot = { pointer: "", value: mine };
  let there: Spot = { pointer: "", value: other };
  let sameResource = true;
  for (const step of steps.slice(0, -1)) {
    const same = indexOfSame(memberOf(here.value, step), there.value);
    if (same === "none") sameResource = false;
    there = spotIn(there, typeof same === "number" ? String(same) : same === "none" ? "0" : step);
    here = spotIn(here, step);
  }
  if (last !== undefined) {
    if (!isHolder(here.value)) return "not-in-body";
    if (!isHolder(there.value)) return undefined;
    here = spotIn(here, nameIn(here.value, last, meant));
    there = spotIn(there, nameIn(there.value, last, meant));
  } else if (mine === undefined) return "not-in-body";
  else if (other === undefined) return undefined;
  return { mine: here, other: there, sameResource };
}

/** Where a list has the resource with the same id; undefined when it is the position that counts. */
function indexOfSame(item: unknown, list: unknown): number | "none" | undefined {
  if (!Array.isArray(list) || !isObject(item) || typeof item.id !== "string") return undefined;
  const index = list.findIndex((other) => isObject(other) && other.id === item.id);
  return index === -1 ? "none" : index;
}

function nameIn(holder: unknown, name: string, meant: string | undefined): string {
  const isMeant = memberOf(holder, name) === undefined && meant !== undefined && isObject(holder);
  return isMeant && Object.hasOwn(holder, meant) ? meant : name;
}

function isHolder(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function spotIn({ pointer, value }: Spot, step: string): Spot {
  return { pointer: stepInto(pointer, step), value: memberOf(value, step) };
}

function memberOf(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(step) ? value[Number(step)] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
