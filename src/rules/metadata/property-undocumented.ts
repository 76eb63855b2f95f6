import { isObject } from "../../base/is-object.ts";
import { type Edit, spanAt, spanOfText } from "../../base/span.ts";
import type { Property } from "../../contract/contract.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import type { PropertyDeclaration, TypeDeclaration } from "../../docs/page.ts";
import { pageName } from "../../docs/page-name.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { locateInJson, readJson } from "../../http/read-json.ts";
import { annotationOf, revisionsOf } from "../../metadata/capabilities.ts";
import type { MetadataMember } from "../../metadata/metadata.ts";
import type { Fix } from "../assertion.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Failure, type PageContext } from "../rule.ts";
import { meantBy } from "./property-missing.ts";
import { documentedNames, homeOf, inMetadata, judgeWitnessed, rowsOf, type Witnessed } from "./witnesses.ts";

/** Properties of the metadata's type that no page documents; the fix is the row. */
export const propertyUndocumented = definePageRule("metadata/property-undocumented", {
  promise: "Every property that a type has in the metadata is documented.",
  weighs: { documented: "warning" },
  idle: "no type of the pages is in the metadata, or there is none (--metadata)",
  judge: (context) => judgeWitnessed(context, (witnessed) => undocumentedIn(context, witnessed)),
});

function undocumentedIn(context: PageContext, witnessed: Witnessed): Failure[] {
  const { metadata, type, page, contract } = witnessed;
  // A type without a table is not described; of several pages the fullest one speaks.
  if (!page.hasPropertyTable || homeOf(context.contract, contract.name) !== context.page.file) return [];
  const documented = documentedNames(contract);
  const lower = new Set([...documented].map((name) => name.toLowerCase()));
  // A name that a row comes near to is metadata/property-missing.
  const meant = new Set(
    rowsOf(page)
      .filter(({ name }) => !witnessed.members.has(name))
      .map(({ name }) => meantBy(witnessed, name)),
  );
  return type.members
    .filter(({ name }) => !lower.has(name.toLowerCase()) && !meant.has(name))
    .filter(({ name }) => revisionsOf(metadata, `${type.name}/${name}`).length === 0)
    .map((member) => {
      const rows = member.navigation ? page.relationships : page.properties;
      const last = rows.at(-1);
      const span = last?.row === undefined ? spanAt(page.location) : spanOfText(last.location, last.row);
      return {
        status: "fail",
        message: `"${member.name}" of ${shortName(type.name)} is not documented${inMetadata(metadata, member)}`,
        span,
        pointer: pagePointer("properties", member.name),
        fix: last && rowAdded(context, witnessed, member, last),
        cause: { id: `metadata-property ${type.name}/${member.name}` },
      };
    });
}

/** One more row below the last one, with as many cells. */
function rowAdded(
  context: PageContext,
  { metadata, type, contract, page }: Witnessed,
  member: MetadataMember,
  { row, location }: PropertyDeclaration,
): Fix | undefined {
  const property = contract.properties.find(({ name }) => name === member.name);
  if (row === undefined || !property || location.file !== context.page.file) return undefined;
  const said = annotationOf(metadata, `${type.name}/${member.name}`, "Org.OData.Core.V1.Description");
  const text = typeof said === "string" ? said.replace(/\s+/g, " ").replaceAll("|", "\\|") : "";
  const width = row
    .replaceAll("\\|", "")
    .replace(/\|\s*$/, "")
    .split("|").length;
  const cells = [member.name, typeText(context, property), text, ...Array.from({ length: width }, () => "")];
  const { file, end } = spanOfText(location, row);
  const edit = { span: { file, start: end, end }, text: `\n|${cells.slice(0, width).join("|")}|` };
  const shown = member.navigation ? [] : shownIn(page, property);
  return shown && { edits: [edit, ...shown] };
}

/** The same in the JSON representation, before its first property; undefined where there is one without any. */
function shownIn({ json }: TypeDeclaration, { name, type }: Property): Edit[] | undefined {
  if (!json) return [];
  const { value } = readJson(json.text, json.location);
  const first = isObject(value) ? Object.keys(value).find((other) => !other.includes("@")) : undefined;
  if (first === undefined) return undefined;
  const { file, start } = locateInJson(json.text, json.location, stepInto("", first), "name");
  const plain = placeholders[type.name] ?? (type.kind === "primitive" ? shortName(type.name) : "String");
  const one = type.kind === "type" ? `{ "@odata.type": "${type.name}" }` : `"${plain}"`;
  const text = `"${name}": ${type.collection ? `[${one}]` : one},\n${" ".repeat(start.column - 1)}`;
  return [{ span: { file, start, end: start }, text }];
}

/** What Graph's pages write for a value of a type. */
const placeholders: Readonly<Record<string, string>> = {
  "Edm.DateTimeOffset": "String (timestamp)",
  "Edm.Duration": "String (duration)",
  "Edm.Int32": "Integer",
};

/** `[run](identitygovernance-run.md) collection`; a type without a page goes by its whole name. */
function typeText({ contract, page }: PageContext, { type: { name, kind, collection } }: Property): string {
  const declared = kind === "type" ? typeNamed(contract, name) : undefined;
  const here = declared && !declared.fromMetadata?.includes("type") ? declared.location.file : undefined;
  const sameFolder = here !== undefined && folderOf(here) === folderOf(page.file);
  const plain = kind === "primitive" ? name.replace(/^Edm\./, "") : name;
  const link = sameFolder ? `[${shortName(name)}](${pageName(here)}.md)` : plain;
  return collection ? `${link} collection` : link;
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}
