import type { Between, Renaming } from "./change-rule.ts";
import type { Difference } from "./difference.ts";
import { mistyped, shownKinds } from "./evidence.ts";
import { type Fact, partOf } from "./fact.ts";

/** A difference with what shows, in the examples of before, that only the documentation changed. */
export function mended(difference: Difference & Renaming, between: Between): Difference & Renaming {
  const evidence = difference.evidence ?? evidenceOf(difference, between);
  return evidence === undefined ? difference : { ...difference, evidence };
}

function evidenceOf(difference: Difference, between: Between): string | undefined {
  const { before, after, within, withinBefore } = difference;
  const [type, property] = within;
  if (type?.kind !== "type") return undefined;
  if (after?.kind === "property" && !before) {
    const shown = shownKinds(between.before, type.name, after.name).length > 0;
    return shown ? `the examples before showed "${after.name}"` : undefined;
  }
  const old = withinBefore.at(-1);
  const isOfProperty = property?.kind === "property" && within.length === 2;
  if (!isOfProperty || !old) return undefined;
  const place = { type: type.name, name: property.name };
  const isType = after?.kind === "value-type" && before !== undefined;
  const isMany = after?.kind === "collection" || before?.kind === "collection";
  return isType || isMany ? mistyped(between, place, typeOf(old), typeOf(property)) : undefined;
}

function typeOf(property: Fact): { readonly name: string; readonly collection: boolean } {
  const name = String(partOf(property, "value-type")?.value ?? "");
  return { name, collection: partOf(property, "collection") !== undefined };
}
