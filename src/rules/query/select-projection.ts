import { nearestName } from "../../base/nearest-name.ts";
import type { Property, TypeContract } from "../../contract/contract.ts";
import { isClosed } from "../../contract/json-schema/type-schema.ts";
import { derivedTypes } from "../../contract/names/inheritance.ts";
import { keyPropertyOf, typeNamed, typeOfRef } from "../../contract/names/type-named.ts";
import { contextOf } from "../../contract/promise/body-witnesses.ts";
import { misspeltNames } from "../../contract/validation/misspelt-names.ts";
import { doubtfulType } from "../../contract/validation/named-type.ts";
import { isControl } from "../../contract/validation/resources-in-body.ts";
import { stepInto } from "../../http/json-pointer.ts";
import type { Reason } from "../reason.ts";
import { defineRule, type ExchangeContext, type Outcome, type Verdicts } from "../rule.ts";
import { typeOfObject } from "../type-of-object.ts";
import { heldTo } from "./asked-option.ts";
import { acrossLevels, type Level, topLevel } from "./expanded-levels.ts";
import { expandedNames } from "./option-names.ts";

/** The properties of the answer against the request's `$select`. */
export const selectProjection = defineRule("query/select-projection", {
  promise: "A response to `$select` holds the selected properties and no others.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  idle: "nothing that was asked for with $select came",
  judge: (context) =>
    acrossLevels(context, (level) => {
      const differences = levelDifferences(context, level);
      if (differences === "not-applicable") return differences;
      const wrong = differences.filter(({ status }) => status === "fail");
      // One doubt stands for all.
      return wrong.length > 0 ? heldTo(context, level.by ?? "$select", wrong) : differences.slice(0, 1);
    }),
});

/** Every name in which the answer and `$select` differ: failed, or not verified where the type may allow it. */
export function projectionDifferences(context: ExchangeContext): Verdicts {
  const level = topLevel(context);
  return level ? levelDifferences(context, level) : "not-applicable";
}

function levelDifferences(context: ExchangeContext, level: Level): Verdicts {
  const { select, items } = level;
  if (select.length === 0 || select.includes("*") || items.length === 0) return "not-applicable";
  return [...absent(context, level), ...unselected(context, level)];
}

function absent(context: ExchangeContext, level: Level): Outcome[] {
  const { select: selected, items } = level;
  const declared = propertiesOf(typeOfRef(context.contract, level.type));
  return selected.flatMap((name): Outcome[] => {
    // A relationship that is only selected is at most a link, and comes when the service likes to.
    if (declared.get(name.toLowerCase())?.navigation) return [];
    const without = items.find(
      ({ value }) =>
        !has(value, name) &&
        !isReported(context, level, value, name) &&
        !propertiesOf(typeOf(context, level, value)).get(name.toLowerCase())?.navigation,
    );
    if (!without) return [];
    const pointer = stepInto(without.pointer, name);
    const meant = meantBy(context, level, name, without.value, selected);
    const message = `"${name}" is selected and absent${meant ? `; did the page mean "${meant}"?` : ""}`;
    const span = context.locate(without.pointer);
    const reason = meant ? undefined : doubtOf(context, level, without.value, name);
    if (reason) return [{ status: "not-verified", reason, message, span, pointer }];
    return [{ status: "fail", message, span, pointer, meant }];
  });
}

/** The property of the answer that a misspelt `$select` asks for. */
function meantBy(
  context: ExchangeContext,
  level: Pick<Level, "type">,
  name: string,
  value: Readonly<Record<string, unknown>>,
  selected: readonly string[],
): string | undefined {
  if (propertiesOf(typeOf(context, level, value)).has(name.toLowerCase())) return undefined;
  const asked = selected.map((other) => other.toLowerCase());
  const unasked = Object.keys(value).filter(
    (other) => !other.includes("@") && !asked.includes(other.toLowerCase()),
  );
  return nearestName(name, unasked);
}

function unselected(context: ExchangeContext, level: Level): Outcome[] {
  const { select: selected, items } = level;
  // What the page does not let expand may have come all the same.
  const expanded = level.by ? level.expand : expandedNames(context.url.options.get("$expand") ?? "");
  const wanted = new Set([...selected, ...expanded].map((name) => name.toLowerCase()));
  const listed = level.by ? undefined : listedByContext(context);
  const key = keyPropertyOf(typeOfRef(context.contract, level.type)).toLowerCase();
  const reported = new Set<string>();
  return items.flatMap(({ value, pointer: at }) => {
    const type = typeOf(context, level, value);
    const declared = propertiesOf(type);
    const misspelt = type ? misspeltNames(context.contract, type, value) : undefined;
    const meant = selected
      .filter((name) => !has(value, name))
      .map((name) => meantBy(context, level, name, value, selected));
    return Object.entries(value).flatMap(([name, member]): Outcome[] => {
      const plain = name.toLowerCase();
      if (isControl(name) || plain === key || wanted.has(plain) || reported.has(plain)) return [];
      const property = declared.get(plain);
      // Some relationships come along unasked, which the context then lists; what nobody documents may be one when it
      // is an object. And what the type cannot have is body/unknown-property.
      if (property?.navigation && (!listed || listed.has(plain))) return [];
      if (!property && typeof member === "object" && member !== null) return [];
      if (!property && type && isClosed(type) && !isOfDerivedType(context, type, name)) return [];
      if (meant.includes(name) || wanted.has(misspelt?.get(name)?.toLowerCase() ?? "")) return [];
      reported.add(plain);
      const pointer = stepInto(at, name);
      const message = `"${name}" is not selected; the request selects ${selected.join(", ")}`;
      const span = context.locate(pointer);
      // Of a type that nobody knows it may be the key.
      const reason = type ? undefined : doubtOf(context, level, value, name);
      if (reason) return [{ status: "not-verified", reason, message, span, pointer }];
      return [{ status: "fail", message, span, pointer }];
    });
  });
}

/** The first names of the context's select list; undefined where it has none. */
function listedByContext({ response }: ExchangeContext): ReadonlySet<string> | undefined {
  const list = contextOf(response.body?.json?.value)?.select;
  if (!list || list.length === 0) return undefined;
  return new Set(list.map((item) => (/^[^/(]*/.exec(item)?.[0] ?? "").trim().toLowerCase()));
}

/** Why nobody knows whether a name is a property of the item, which always comes, or a relationship, which may not. */
function doubtOf(
  context: ExchangeContext,
  level: Pick<Level, "type">,
  value: Readonly<Record<string, unknown>>,
  name: string,
): Reason | undefined {
  const type = typeOf(context, level, value);
  if (!type) return level.type ? "not-in-folder" : "undocumented";
  if (propertiesOf(type).has(name.toLowerCase()) || isOfDerivedType(context, type, name)) return undefined;
  return type.open ? "open-type" : type.complete ? undefined : "not-in-folder";
}

/** The selected property is there under a wrong name, which body/unknown-property reports. */
function isReported(
  context: ExchangeContext,
  level: Pick<Level, "type">,
  value: Readonly<Record<string, unknown>>,
  name: string,
): boolean {
  const type = typeOf(context, level, value);
  if (!type || !(isClosed(type) || type.open)) return false;
  const meant = [...misspeltNames(context.contract, type, value).values()];
  return meant.some((other) => other.toLowerCase() === name.toLowerCase());
}

function typeOf(
  context: ExchangeContext,
  level: Pick<Level, "type">,
  value: Readonly<Record<string, unknown>>,
): TypeContract | undefined {
  const { contract, authored } = context;
  const { type } = level;
  // What says that it is of another type may have other names than the promised one.
  if (!type || (!authored && doubtfulType(contract, type.name, value))) return undefined;
  return typeOfObject(context, type.name, value);
}

function isOfDerivedType({ contract }: ExchangeContext, type: TypeContract, name: string): boolean {
  return derivedTypes(contract, type.name).some((other) =>
    typeNamed(contract, other)?.properties.some((property) => property.name === name),
  );
}

function propertiesOf(type: TypeContract | undefined): ReadonlyMap<string, Property> {
  return new Map(type?.properties.map((property) => [property.name.toLowerCase(), property]));
}

/** A path is selected by its first name, and names differ in letter case without harm. */
function has(value: Readonly<Record<string, unknown>>, name: string): boolean {
  const plain = name.toLowerCase();
  return Object.keys(value).some((other) => other.toLowerCase() === plain);
}
