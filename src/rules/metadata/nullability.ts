import { spanOfText } from "../../base/span.ts";
import type { PropertyDeclaration } from "../../docs/page.ts";
import { lineOf } from "../../metadata/members-of.ts";
import { citedRow } from "../cited.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Failure } from "../rule.ts";
import { inMetadata, judgeRows, type Witnessed } from "./witnesses.ts";

/** Rows that say when a property is null, or that it never is, against the metadata. */
export const nullability = definePageRule("metadata/nullability", {
  promise: "A row that says whether a property can be null says what the metadata says.",
  weighs: { documented: "warning" },
  idle: "no page says whether a property can be null, or there is no metadata (--metadata)",
  judge: (context) => judgeRows(context, differences),
});

function differences({ metadata, type, members }: Witnessed, row: PropertyDeclaration): Failure[] {
  const member = members.get(row.name)?.member;
  const { nullable } = row.facts;
  // Of a collection the metadata speaks of its items, and of a relationship it says nothing of presence.
  if (!member || nullable === undefined || member.type.collection || member.navigation) return [];
  const isKey = lineOf(metadata, type.name).some(({ key }) => key.includes(row.name));
  if (isKey || nullable === (member.nullable !== false)) return [];
  const [says, page] = nullable
    ? ["is never null in the metadata", "the page says when it is"]
    : ["can be null in the metadata", "the page says that it never is"];
  return [
    {
      status: "fail",
      message: `"${row.name}" ${says}, ${page}${inMetadata(metadata, member)}`,
      span: spanOfText(row.location, row.row ?? row.name),
      pointer: pagePointer("properties", row.name, "nullable"),
      promise: citedRow(row),
      cause: { id: `metadata-null ${type.name}/${row.name}` },
    },
  ];
}
