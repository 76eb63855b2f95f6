import type { Gap } from "./violation.ts";

/** The texts of a value that are none of those which a page names, where it says that these are not all. */
export function otherValues(some: readonly string[], value: unknown, pointer: string, type: string): Gap[] {
  return [value].flat().flatMap((text, index): Gap[] => {
    if (typeof text !== "string" || text === "" || some.includes(text)) return [];
    const place = Array.isArray(value) ? `${pointer}/${index}` : pointer;
    return [{ kind: "value", name: text, type, pointer: place }];
  });
}
