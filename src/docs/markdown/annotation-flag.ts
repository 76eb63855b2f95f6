/** A boolean member of an annotation; some are written as strings (`"abstract": "true"`). */
export function annotationFlag(
  members: Readonly<Record<string, unknown>>,
  name: string,
): boolean | undefined {
  const value = members[name];
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  return /^true$/i.test(value) ? true : /^false$/i.test(value) ? false : undefined;
}
