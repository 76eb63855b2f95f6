import { nearestNames } from "../../base/nearest-name.ts";
import { spanAt } from "../../base/span.ts";
import { shortName } from "../../contract/json-schema/schema.ts";
import type { PropertyDeclaration } from "../../docs/page.ts";
import { isOrDerives } from "../../metadata/members-of.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Failure } from "../rule.ts";
import { documentedNames, inMetadata, judgeWitnessed, rowsOf, type Witnessed } from "./witnesses.ts";

/** Documented properties that the metadata's type does not have. */
export const propertyMissing = definePageRule("metadata/property-missing", {
  promise: "Every documented property of a type is in the metadata.",
  weighs: { documented: "warning" },
  idle: "no type of the pages is in the metadata, or there is none (--metadata)",
  judge: (context) => judgeWitnessed(context, missingIn),
});

function missingIn(witnessed: Witnessed): Failure[] {
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
        cause: { id: `metadata-property ${type.name}/${row.name}` },
      };
    });
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

/** The one name of the metadata that no page has, and that is near. */
export function meantBy({ members, contract }: Witnessed, name: string): string | undefined {
  const documented = documentedNames(contract);
  const free = [...members.keys()].filter((member) => !documented.has(member));
  const same = [...members.keys()].find((member) => member.toLowerCase() === name.toLowerCase());
  const near = nearestNames(name, free);
  return same ?? (near.length === 1 ? near[0] : undefined);
}
