import { isObject } from "../../base/is-object.ts";
import { stepsOf } from "../../http/json-pointer.ts";

/**
 * A JSON value with other values at the places that the pointers lead to; undefined takes a place out, with its name
 * in an object or its index in an array. A pointer that leads nowhere changes nothing, and what is changed as a whole
 * is not changed inside. The value is walked through once, however many places there are.
 */
export function changeAt(value: unknown, changes: ReadonlyMap<string, unknown>): unknown {
  const root = emptyPlace();
  for (const [pointer, changed] of changes) {
    let place = root;
    for (const step of stepsOf(pointer)) {
      const next = place.inside.get(step) ?? emptyPlace();
      place.inside.set(step, next);
      place = next;
    }
    place.change = { to: changed };
  }
  return changed(value, root);
}

interface Place {
  change?: { readonly to: unknown };
  readonly inside: Map<string, Place>;
}

function emptyPlace(): Place {
  return { inside: new Map() };
}

function changed(value: unknown, { change, inside }: Place): unknown {
  if (change) return change.to;
  if (inside.size === 0) return value;
  const changedIn = (name: string, own: unknown) => {
    const place = inside.get(name);
    return place ? changed(own, place) : own;
  };
  if (Array.isArray(value)) {
    return value.map((item, index) => changedIn(String(index), item)).filter((item) => item !== undefined);
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, own]): [string, unknown] => [name, changedIn(name, own)]);
  return Object.fromEntries(entries.filter(([, own]) => own !== undefined));
}
