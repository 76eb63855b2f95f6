/** The names of an annotation that some reader or rule asks for. */
export const readNames: readonly string[] = [
  "blockType",
  "name",
  "@odata.type",
  "@type",
  "abstract",
  "baseType",
  "expectError",
  "isCollection",
  "isEmpty",
  "isOpenType",
  "keyProperty",
  "openType",
  "optionalProperties",
  "sampleKeys",
  "truncated",
];

/** The names that an annotation may have: those of Microsoft's own checker, and two that stand on old pages. */
export const annotationNames: readonly string[] = [
  ...readNames,
  "@odata.annotations",
  "@type.aka",
  "@property.aka",
  "apiVersions",
  "collectionProperty",
  "idempotent",
  "isComposable",
  "isMediaEntity",
  "longRunningResponseType",
  "nullableProperties",
  "opaqueUrl",
  "scopes",
  "tags",
  "target",
];

const byLetters = new Map(annotationNames.map((name) => [name.toLowerCase(), name]));

/** What stands under a name in other letters is read as if it stood under the name: that checker does so, too. */
export function withKnownNames(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = { ...members };
  for (const [name, value] of Object.entries(members)) {
    const meant = byLetters.get(name.trim().toLowerCase());
    if (meant !== undefined && !Object.hasOwn(members, meant)) known[meant] = value;
  }
  return known;
}
