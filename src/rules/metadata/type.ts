import { spanAt } from "../../base/span.ts";
import type { Property, TypeRef } from "../../contract/contract.ts";
import { describeTypeRef } from "../../contract/json-schema/describe-property.ts";
import type { PropertyDeclaration } from "../../docs/page.ts";
import { declaredType } from "../../metadata/declared.ts";
import { isOrDerives } from "../../metadata/members-of.ts";
import type { Metadata } from "../../metadata/metadata.ts";
import { citedRow } from "../cited.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Failure } from "../rule.ts";
import { inMetadata, judgeRows, type Witnessed } from "./witnesses.ts";

/** Rows and the metadata that name two types for a property, or one of them a collection. */
export const type = definePageRule("metadata/type", {
  promise: "A row names the type that the property has in the metadata.",
  weighs: { documented: "warning" },
  idle: "no type of the pages is in the metadata, or there is none (--metadata)",
  judge: (context) => judgeRows(context, differences),
});

function differences({ metadata, members, contract }: Witnessed, row: PropertyDeclaration): Failure[] {
  const member = members.get(row.name)?.member;
  // Of two rows for one property the first counts: resource/duplicate-property.
  const property = contract.properties.find(({ name, location }) => name === row.name && isAt(location, row));
  const both = property && typesOf(property);
  if (!member || !both || isVague(row, both.metadata) || isNarrower(metadata, both)) return [];
  const said = describeTypeRef(both.documented);
  return [
    {
      status: "fail",
      message: `"${row.name}" is ${describeTypeRef(both.metadata)} in the metadata, the table says ${said}${inMetadata(metadata, member)}`,
      span:
        row.type.length > 0
          ? spanAt(row.type.location, row.type.length)
          : spanAt(row.location, row.name.length),
      pointer: pagePointer("properties", row.name, "type"),
      promise: citedRow(row),
      cause: { id: `metadata-type ${contract.name}/${row.name}` },
    },
  ];
}

/** What each of them says, where it is not the same. */
function typesOf({ type: own, otherType, fromMetadata }: Property) {
  if (!otherType) return undefined;
  return fromMetadata?.includes("type")
    ? { documented: otherType, metadata: own }
    : { documented: own, metadata: otherType };
}

/** `Number`, and a list of values that a page gives as a String, say less and nothing else. */
function isVague({ type: written, facts }: PropertyDeclaration, { name, collection }: TypeRef): boolean {
  if (collection !== written.collection) return false;
  if (/^number$/i.test(written.name)) return /^Edm\.(?:Int|Double|Decimal|Single|S?Byte)/.test(name);
  return facts.members !== undefined && /^(?:Edm\.)?String$/i.test(written.name) && !name.startsWith("Edm.");
}

/** A row names one, or all, of the types that derive from the metadata's: no contradiction, and more than it says. */
function isNarrower(
  metadata: Metadata,
  { documented, metadata: declared }: { readonly documented: TypeRef; readonly metadata: TypeRef },
): boolean {
  if (documented.collection !== declared.collection) return false;
  const own = declaredType(metadata, documented.name);
  const wide = declaredType(metadata, declared.name);
  return own !== undefined && wide !== undefined && isOrDerives(metadata, own.name, wide.name);
}

function isAt(
  one: { readonly file: string; readonly line: number },
  { location }: PropertyDeclaration,
): boolean {
  return one.file === location.file && one.line === location.line;
}
