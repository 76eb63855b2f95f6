import type { Metadata } from "../../src/metadata/metadata.ts";
import { readMetadata } from "../../src/metadata/read-metadata.ts";

/** The lines of a schema of `microsoft.graph`, as a whole CSDL document; the first line of them is line 4. */
export function csdlOf(lines: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
${lines.trim()}
</Schema></edmx:DataServices></edmx:Edmx>
`;
}

/** The same, read. */
export function metadataOf(lines: string): Metadata {
  return readMetadata(csdlOf(lines), "metadata.csdl");
}
