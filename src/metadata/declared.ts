import { onceFor } from "../base/once-for.ts";
import type { Metadata, MetadataRoot, MetadataType } from "./metadata.ts";

/** The type of the metadata that a name means, whatever its letters. */
export function declaredType(metadata: Metadata, name: string): MetadataType | undefined {
  if (Object.hasOwn(metadata.types, name)) return metadata.types[name];
  return inAnyLetters(metadata).types.get(name.toLowerCase());
}

/** The entity set, singleton or import that a path begins with, whatever its letters. */
export function declaredRoot(metadata: Metadata, name: string): MetadataRoot | undefined {
  return inAnyLetters(metadata).roots.get(name.toLowerCase());
}

const inAnyLetters = onceFor(({ types, roots }: Metadata) => ({
  types: byLowerCase(types),
  roots: byLowerCase(roots),
}));

/** Of two that differ in their letters alone the first counts. */
function byLowerCase<Declared extends { readonly name: string }>(
  declared: Readonly<Record<string, Declared>>,
): ReadonlyMap<string, Declared> {
  const found = new Map<string, Declared>();
  for (const one of Object.values(declared)) {
    const key = one.name.toLowerCase();
    if (!found.has(key)) found.set(key, one);
  }
  return found;
}
