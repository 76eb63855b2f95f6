import { nearestNames } from "../../base/nearest-name.ts";
import { spanAt } from "../../base/span.ts";
import { shortName } from "../../contract/names/short-name.ts";
import type { PropertyDeclaration } from "../../docs/page.ts";
import { isOrDerives } from "../../metadata/members-of.ts";
import { pagePointer } from "../page-place.ts";
import { representationsOf } from "../resource/two-declarations.ts";
import { definePageRule, type Failure, type PageContext } from "../rule.ts";
import { inMetadata, judgeWitnessed, rowsOf, type Witnessed } from "./witnesses.ts";

/** Documented properties that the metadata's type does not have. */
export const propertyMissing = definePageRule("metadata/property-missing", {
  promise: "Every documented property of a type is in the metadata.",
  weighs: { documented: "warning" },
  idle: "no type of the pages is in the metadata, or there is none (--metadata)",
  judge: (context) => judgeWitnessed(context, (witnessed) => missingIn(context, witnessed)),
});

function missingIn(context: PageContext, witnessed: Witnessed): Failure[] {
  const { metadata, type, page } = witnessed;
  return rowsOf(page)
    .filter((row) => isMissing(witnessed, row))
    .map((row) => {
      const meant = meantBy(witnessed, row.name);
      const place = witnessed.members.get(meant ?? "")?.member ?? type;
      const guess = meant === undefined ? "" : `; did the page mean "${meant}"?`;
      return {
        status: "fail",
        message: `the metadata has no "${row.name}" in ${shortName(type.name)}${guess}${inMetadata(metadata, place)}`,
        span: spanAt(row.location, row.name.length),
        pointer: pagePointer("properties", row.name),
        meant,
        cause: { id: causeOf(context, witnessed, row.name, meant) },
      };
    });
}

/** A row that the JSON representation contradicts, too, is one mistake of two findings. */
function causeOf(context: PageContext, { page, type }: Witnessed, name: string, meant?: string): string {
  const own = representationsOf(context).read.find((one) => one.type === page);
  const shown = own?.shown.map((one) => one.name) ?? [name];
  if (shown.includes(name)) return `metadata-property ${type.name}/${name}`;
  if (shown.some((other) => other.toLowerCase() === name.toLowerCase()))
    return `property-case ${page.name}/${name}`;
  return `table-and-json ${page.name}/${meant !== undefined && shown.includes(meant) ? meant : name}`;
}

/**
 * Neither the type nor one that derives from it has it, and it has no form of an extension's. Graph's names begin
 * small: what does not, and is near to none, is the name of something else that the page has a table of.
 */
function isMissing(witnessed: Witnessed, { name }: PropertyDeclaration): boolean {
  const { metadata, type, members } = witnessed;
  if (members.has(name) || /^ext\w*_\w/i.test(name)) return false;
  // An open type that declares nothing holds whatever its page says.
  if (type.open && members.size === 0) return false;
  if (/^[A-Z]/.test(name) && meantBy(witnessed, name) === undefined) return false;
  return !Object.values(metadata.types).some(
    (other) =>
      other !== type &&
      other.members.some((member) => member.name === name) &&
      isOrDerives(metadata, other.name, type.name),
  );
}

/** The one name of the metadata that no row has, and that is near; the JSON representation may have it. */
export function meantBy({ members, contract }: Witnessed, name: string): string | undefined {
  const listed = new Set(contract.properties.filter(({ row }) => row !== undefined).map((row) => row.name));
  const free = [...members.keys()].filter((member) => !listed.has(member));
  const same = [...members.keys()].find((member) => member.toLowerCase() === name.toLowerCase());
  const near = nearestNames(name, free);
  return same ?? (near.length === 1 ? near[0] : undefined);
}
