import type { Location } from "../base/location.ts";
import { ownText } from "../base/own-text.ts";

/** Shorter texts are copied when they are cut. */
const shortest = 13;
/** Texts up to this length come again on other pages: names, URLs, link targets. */
const longestShared = 200;

const nothing: readonly unknown[] = Object.freeze([]);

/**
 * Makes a page that was just read small; it says what it said. A text that is cut out of another keeps all of it in
 * memory, so that a page would hold its whole file for the sake of a few names: it gets texts of its own, equal ones
 * shared with the pages before it. Equal places and empty lists become one.
 */
export function condense(page: object, texts: Map<string, string>): void {
  const seen = new Set<object>();
  const places = new Map<number, Location>();
  visit(page);

  function visit(part: object): void {
    seen.add(part);
    if (Array.isArray(part)) {
      for (let index = 0; index < part.length; index++) {
        const small = smallerFor(part[index]);
        if (small !== undefined) part[index] = small;
      }
      return;
    }
    // Object.keys and for-in would leave a list of its names with each form of an object.
    for (const name of Reflect.ownKeys(part)) {
      const small = smallerFor(Reflect.get(part, name));
      if (small !== undefined) Reflect.set(part, name, small);
    }
  }

  /** What says the same as a value, to stand in its place. */
  function smallerFor(value: unknown): unknown {
    if (typeof value === "string") return value.length < shortest ? undefined : copyOf(value);
    if (typeof value !== "object" || value === null) return undefined;
    const known = sharedFor(value);
    if (!known && !seen.has(value)) visit(value);
    return known;
  }

  function sharedFor(value: object): object | undefined {
    if (Array.isArray(value)) return value.length === 0 ? nothing : undefined;
    if (!isLocation(value)) return undefined;
    const key = value.line * 65_536 + value.column;
    const known = places.get(key);
    if (known?.file === value.file) return known;
    places.set(key, value);
    return undefined;
  }

  function copyOf(text: string): string {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const copy = ownText(text);
    if (text.length <= longestShared) texts.set(copy, copy);
    return copy;
  }
}

function isLocation(value: object): value is Location {
  if (!("line" in value && "column" in value && "file" in value)) return false;
  let fields = 0;
  for (const _ in value) fields++;
  return fields === 3;
}
