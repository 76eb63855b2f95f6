import { toldBeside } from "./beside/told-beside.ts";
import type { Between, Renaming } from "./change-rule.ts";
import type { Difference } from "./difference.ts";
import { mistyped, shownKinds, shownUnasked } from "./evidence.ts";
import { type Fact, partOf } from "./fact.ts";
import { factOf } from "./words.ts";

/** A difference with what the examples of before tell of it: that only the documentation changed, or that more did. */
export function mended(difference: Difference & Renaming, between: Between): Difference & Renaming {
  const told = toldOf(difference, between);
  const evidence =
    difference.evidence ??
    evidenceOf(difference, between) ??
    (told?.repair === "certain" ? declaredBefore(difference) : undefined);
  const unasked = unaskedOf(difference, between);
  return {
    ...difference,
    ...(evidence === undefined ? {} : { evidence }),
    ...(unasked === undefined ? {} : { unasked }),
    ...(told === undefined ? {} : { told }),
  };
}

function toldOf({ before, after, within, withinBefore }: Difference, { witness }: Between) {
  const fact = after ?? before;
  if (!witness || !fact) return undefined;
  return toldBeside(
    { pointer: [...withinBefore, before ?? fact], fact: before },
    { pointer: [...within, fact], fact: after },
    witness,
  );
}

function declaredBefore(difference: Difference): string {
  const { before, after } = difference;
  const isThing = ["path", "type", "enum", "property", "parameter", "member"].includes(
    factOf(difference).kind,
  );
  if (!isThing || (before && after)) return "the metadata before said so";
  return `the metadata before ${after ? "had it" : "did not have it"}`;
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

/**
 * Parameters that changed exactly as a property of their name did, of which the examples show that only the pages
 * changed: the page that updates a resource repeats its table.
 */
export function withParametersMended(
  all: readonly (Difference & Renaming)[],
): readonly (Difference & Renaming)[] {
  const evidence = new Map(
    all.flatMap((difference) => {
      const [, property] = difference.withinBefore;
      const isMended = property?.kind === "property" && difference.evidence !== undefined;
      return isMended ? [[typeChange(property, difference), difference.evidence] as const] : [];
    }),
  );
  return all.map((difference) => {
    const [, , parameter] = difference.withinBefore;
    if (parameter?.kind !== "parameter" || difference.evidence !== undefined) return difference;
    const found = evidence.get(typeChange(parameter, difference));
    return found === undefined ? difference : { ...difference, evidence: found };
  });
}

/** Values of a type that is called something else from now on, with what tells that they are of the same one. */
export function withTypesRenamed(
  all: readonly (Difference & Renaming)[],
): readonly (Difference & Renaming)[] {
  const called = new Map(
    all.flatMap(({ before, after, renamed }) => {
      const isType = before?.kind === "type" || before?.kind === "enum";
      return renamed && isType && after ? [[before.name, after.name] as const] : [];
    }),
  );
  return all.map((difference) => {
    const { before, after } = difference;
    const was = String(before?.value ?? "");
    if (before?.kind !== "value-type" || after === undefined || called.get(was) !== after.value)
      return difference;
    return { ...difference, evidence: `${was} is called so now` };
  });
}

function typeChange(named: Fact, { before, after }: Difference): string {
  const facts = [before, after].map((one) => (one ? `${one.kind} ${one.value ?? ""}` : ""));
  return [named.name, ...facts].join("\n");
}

/** What comes only if it is asked for from now on: a property of a type, or one in the answer of an operation. */
function unaskedOf({ before, after, within, withinBefore }: Difference, between: Between) {
  const isWithheld = after?.kind === "on-select" || after?.kind === "not-by-default";
  const [outer, inner] = withinBefore;
  if (!isWithheld || before || !outer || !inner) return undefined;
  if (inner.kind === "property") {
    const types = { before: outer.name, after: within[0]?.name ?? outer.name };
    return shownUnasked(between, types, inner.name);
  }
  const bodies = inner.parts.flatMap((part) => partOf(part, "body")?.value ?? []).map(String);
  const found = bodies.map((type) => shownUnasked(between, { before: type, after: type }, after.name));
  return found.find((one) => one === "shown") ?? found.find((one) => one !== undefined);
}

function typeOf(property: Fact): { readonly name: string; readonly collection: boolean } {
  const name = String(partOf(property, "value-type")?.value ?? "");
  return { name, collection: partOf(property, "collection") !== undefined };
}
