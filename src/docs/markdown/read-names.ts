/** The names of an annotation that some reader or rule asks for. What else an annotation says is not used. */
export const readNames: ReadonlySet<string> = new Set([
  "blocktype",
  "name",
  "@odata.type",
  "@type",
  "basetype",
  "keyproperty",
  "optionalproperties",
  "opentype",
  "isopentype",
  "abstract",
  "iscollection",
  "isempty",
  "expecterror",
  "truncated",
]);
