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
    // Object.keys and for-in would leave a list of its names with each form of an object.
    for (const name of Reflect.ownKeys(part)) {
      const value: unknown = Reflect.get(part, name);
      if (typeof value === "string") {
        if (value.length >= shortest) Reflect.set(part, name, copyOf(value));
      } else if (typeof value === "object" && value !== null) {
        const known = sharedFor(value);
        if (known) Reflect.set(part, name, known);
        else if (!seen.has(value)) visit(value);
      }
    }
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
  return "line" in value && "column" in value && "file" in value && Reflect.ownKeys(value).length === 3;
}
