/** A place where a body breaks its JSON Schema, in the words of the schema. */
export interface Violation {
  readonly keyword: string;
  readonly pointer: string;
  readonly value: unknown;
  /** What the schema says there: the type, the format, the members, the unknown name. */
  readonly expected: unknown;
  /** The qualified type whose schema says so. */
  readonly type: string;
  /** The property of that type, when it is one. */
  readonly property?: string;
}

/** A part of a body that is not judged. */
export interface Gap {
  /**
   * `type`: a value of a type that no page declares; `name`: a name that a base type without a page may have;
   * `open`: one that no page declares, of a type that may hold any; `value`: a text that a page does not name where
   * it leaves its list of them open.
   */
  readonly kind: "type" | "name" | "open" | "value";
  /** The type, the name or the text that is not known. */
  readonly name: string;
  /** The qualified type in whose value it stands. */
  readonly type: string;
  readonly pointer: string;
  /** The type that the object says it has, where nobody can say that it derives from the promised one. */
  readonly named?: string;
}

/** The texts of a value that are none of those which a page names, where it says that these are not all. */
export function otherValues(some: readonly string[], value: unknown, pointer: string, type: string): Gap[] {
  return [value].flat().flatMap((text, index): Gap[] => {
    if (typeof text !== "string" || text === "" || some.includes(text)) return [];
    const place = Array.isArray(value) ? `${pointer}/${index}` : pointer;
    return [{ kind: "value", name: text, type, pointer: place }];
  });
}
