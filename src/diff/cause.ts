import { groupBy } from "../base/group-by.ts";
import type { Location } from "../base/location.ts";
import { baseTypes } from "../contract/names/inheritance.ts";
import { lineOf } from "../metadata/members-of.ts";
import type { ChangedPlace } from "./change.ts";
import type { Between, ChangeRule, Renaming } from "./change-rule.ts";
import type { Difference } from "./difference.ts";
import { type Fact, partOf } from "./fact.ts";
import { movedPiece } from "./moved-path.ts";
import { IN_ADDITION } from "./outline/outline-operation.ts";
import { factOf, isDeclaredOnly } from "./words.ts";

/** A difference, the rule that judges it, and where it is. */
export interface Judged {
  readonly rule: ChangeRule;
  readonly difference: Difference & Renaming;
  readonly place: ChangedPlace;
}

/** What came of one cause: the difference that it is called by first. */
export type OfOneCause = readonly [Judged, ...Judged[]];

/**
 * Differences by their causes. What stands at the same places of the pages is one thing, however many inherit or share
 * it; paths that lost or got the same piece moved together; the members of one enumeration that came or went alike are
 * one edit of it, as are the clouds of a page, and the permission types that it leaves out; with a base type comes and goes
 * what is inherited from it, and with the least permission the one that it was or is.
 */
export function byCause(judged: readonly Judged[], between: Between): OfOneCause[] {
  const bases = isDeclaredOnly(between) ? basesOf(judged) : new Map<string, Judged>();
  const leading = leadingPermissions(judged);
  const leaderOf = (one: Judged) => baseOf(one, bases, between) ?? leadingPermission(one, leading) ?? one;
  const led = groupBy(judged, (one) => causeOf(leaderOf(one)));
  return [...led.values()].flatMap((group): OfOneCause[] => {
    const [first, ...others] = group.toSorted(
      (one, other) => Number(leads(other)) - Number(leads(one)) || compare(one.place, other.place),
    );
    return first ? [[first, ...others]] : [];
  });
}

/** Where something is, as a text to compare by. */
export function keyOf({ pointer }: Pick<ChangedPlace, "pointer">): string {
  return pointer.map(({ kind, name }) => `${kind} ${name}`).join("/");
}

function causeOf({ rule, difference, place }: Judged): string {
  const { before, after, instead, within } = difference;
  const next = after ?? instead;
  if (before?.kind === "path" && next) {
    const { from, to } = movedPiece(before.name, next.name);
    return [rule.id, from, to].join("\n");
  }
  const where = [before, after].map((fact) => (fact?.location ? placeText(fact.location) : ""));
  if (isOneOfList(difference)) {
    const { evidence, told } = difference;
    const { kind, value, location } = factOf(difference);
    // Of what is not said any more it is all the same what was said.
    const how = [rule.id, after && value, evidence, told?.standing, told?.repair];
    // An include, or a table, stands for all paths of its page.
    if (kind !== "member" && location) return [...how, location.file].join("\n");
    // A row that several inherit, or that stands for all paths of its page, is one place; the members of an enumeration
    // have a line each.
    const owner = within.findLast(
      ({ kind, location }) => kind !== "members" && kind !== "value-type" && location,
    );
    if (!owner?.location) return [...how, listKey(place)].join("\n");
    const at = placeText(owner.location);
    const said = location ? placeText(location) : at;
    // What another list of the same enumeration has is one place, whoever takes it from there.
    const list = said === at && within[0]?.kind === "enum" ? listKey(place) : said;
    return [...how, list].join("\n");
  }
  const isPlaced = where.some((text) => text !== "");
  return [rule.id, ...where, before?.name, after?.name, isPlaced ? "" : keyOf(place)].join("\n");
}

function isOneOfList({ before, after, renamed }: Difference & Renaming): boolean {
  const { kind } = after ?? before ?? {};
  // What permissions are said of each type of them is another thing.
  const isListed = kind === "member" || kind === "cloud" || (kind === "scheme" && !after);
  return isListed && !renamed && !(before && after);
}

function listKey({ pointer }: ChangedPlace): string {
  return keyOf({ pointer: pointer.slice(0, -1) });
}

function placeText({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

/** By type, that its base came, went, or is another one. */
function basesOf(judged: readonly Judged[]): Map<string, Judged> {
  return new Map(judged.filter(isBase).map((one) => [one.difference.within[0]?.name ?? "", one] as const));
}

function isBase({ difference }: Judged): boolean {
  return factOf(difference).kind === "base";
}

/** The base that came or went with what is inherited from it: that of the type, or of one that it derives from. */
function baseOf(
  { difference }: Judged,
  bases: ReadonlyMap<string, Judged>,
  { before, after }: Between,
): Judged | undefined {
  const { within, before: old, after: next } = difference;
  const [type] = within;
  if (bases.size === 0 || within.length !== 1 || type?.kind !== "type" || (old && next)) return undefined;
  const [has, hasNot] = old ? [before, after] : [after, before];
  const owner = ownerOf(factOf(difference), type.name, has.metadata);
  if (owner === undefined || baseTypes(hasNot, type.name).includes(owner)) return undefined;
  const line = [type.name, ...baseTypes(has, type.name)];
  const name = line.slice(0, line.indexOf(owner)).find((one) => bases.has(one));
  return name === undefined ? undefined : bases.get(name);
}

/** What a group is called by. */
function leads(one: Judged): boolean {
  return isBase(one) || isLeading(one);
}

/** That another permission is the least, or that one is needed or not beside others. */
function isLeading({ difference: { before, after } }: Judged): boolean {
  if (!before || !after) return false;
  return before.kind === "least-privileged" || (before.kind === "permission" && before.value !== after.value);
}

function leadingPermissions(judged: readonly Judged[]): ReadonlyMap<string, readonly Judged[]> {
  return groupBy(judged.filter(isLeading), ({ place }) => listKey(place));
}

/** Of a permission that came or went: that the least is another one for it, or that others are needed beside it, or not. */
function leadingPermission(
  { difference, place }: Judged,
  leading: ReadonlyMap<string, readonly Judged[]>,
): Judged | undefined {
  const { before, after } = difference;
  const { kind, name, value } = factOf(difference);
  if (kind !== "permission" || (before && after)) return undefined;
  return leading.get(listKey(place))?.find(({ difference: other }) => {
    if (factOf(other).kind === "permission") return value === IN_ADDITION;
    return (after ? other.after : other.before)?.value === name && isMoved(other);
  });
}

/** True where the one of before is listed no more, or the one of after was not. */
function isMoved({ before, after, within, withinBefore }: Difference): boolean {
  const lists = (facts: readonly Fact[], least: Fact | undefined) =>
    partOf(facts.at(-1), "permission", String(least?.value)) !== undefined;
  return !lists(within, before) || !lists(withinBefore, after);
}

/** The type from which another one has a property or its key. */
function ownerOf(
  { kind, inheritedFrom }: Fact,
  type: string,
  metadata: Between["before"]["metadata"],
): string | undefined {
  if (kind === "property") return inheritedFrom;
  if (kind !== "key" || !metadata) return undefined;
  const owner = lineOf(metadata, type).find(({ key }) => key.length > 0)?.name;
  return owner === type ? undefined : owner;
}

function compare(one: ChangedPlace, other: ChangedPlace): number {
  const [first, second] = [keyOf(one), keyOf(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}
