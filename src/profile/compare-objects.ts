import type { GraphVersion } from "../docs/page.ts";
import { couldHaveBeen, insteadOf, valueFacts } from "./changed-values.ts";
import { type ChangedShapes, enough, isNoChance, type ShapeChange, type Sighting } from "./shape-change.ts";
import { type ObjectShapes, ownOf, type PropertyShapes, type ShapeProfile } from "./shape-profile.ts";
import { isCollective } from "./told-name.ts";

/** One type at one place, as both have seen it. */
export interface Pair {
  readonly version: GraphVersion;
  readonly operation: string;
  readonly place: string;
  readonly type: string;
  readonly old: ObjectShapes;
  readonly next: ObjectShapes;
}

/** A change at one of its places. */
export type At = Omit<ShapeChange, "places" | "unsure"> & {
  readonly at: ChangedShapes;
  readonly sure: boolean;
};

/** What the objects of one type at one place differ in; `seen` is all that was seen anywhere before. */
export function compareObjects(pair: Pair, seen: ReadonlySet<string>): At[] {
  return [...newProperties(pair, seen), ...newValues(pair, seen), ...stopped(pair)];
}

/** All that a profile has seen anywhere: types, their properties, and what the values of these were. */
export function everSeen({ versions }: ShapeProfile, version: GraphVersion): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { places } of Object.values(versions[version]?.operations ?? {}))
    for (const types of Object.values(places))
      for (const [type, { properties }] of Object.entries(types)) {
        seen.add(type);
        for (const [name, shapes] of Object.entries(properties)) {
          if (shapes.seen > 0) seen.add(keyOf(type, name));
          for (const { kind, what } of valueFacts(shapes)) seen.add(keyOf(type, name, kind, what));
        }
      }
  return seen;
}

/** A key of parts, none of which has a line break. */
export function keyOf(...parts: readonly string[]): string {
  return parts.join("\n");
}

function newProperties(
  { version, operation, place, type, old, next }: Pair,
  seen: ReadonlySet<string>,
): At[] {
  return Object.entries(next.properties).flatMap(([name, shapes]): At[] => {
    if (shapes.seen === 0 || isCollective(name) || seen.has(keyOf(type, name))) return [];
    const { after, of } = comparable(shapes, next, old, ownOf(old.properties, name));
    if (of === 0) return [];
    return [
      {
        kind: "property",
        version,
        subject: { kind: "type", id: type },
        property: name,
        ...(shapes.undocumented ? { undocumented: true } : {}),
        at: { operation, place, before: { seen: 0, of }, after },
        sure: of >= enough,
      },
    ];
  });
}

/** How often it came, and of how many objects it would have come before. */
function comparable(
  shapes: PropertyShapes,
  next: ObjectShapes,
  old: ObjectShapes,
  before: PropertyShapes | undefined,
): { readonly after: Sighting; readonly of: number } {
  if (shapes.unasked > 0) return { after: unaskedIn(next, shapes), of: unaskedIn(old, before).of };
  const { asked } = shapes;
  if (asked && asked.seen > 0)
    return { after: { seen: asked.seen, of: asked.of }, of: before?.asked?.of ?? 0 };
  return { after: { seen: shapes.seen, of: next.objects }, of: old.objects };
}

/** Of the objects that were asked for whole, and not for it by name, those that had it. */
function unaskedIn({ whole }: ObjectShapes, shapes: PropertyShapes | undefined): Sighting {
  return { seen: shapes?.unasked ?? 0, of: whole - (shapes?.asked?.whole ?? 0) };
}

function newValues({ version, operation, place, type, old, next }: Pair, seen: ReadonlySet<string>): At[] {
  return Object.entries(next.properties).flatMap(([property, shapes]): At[] => {
    const before = ownOf(old.properties, property);
    if (!before || isCollective(property)) return [];
    return valueFacts(shapes).flatMap((fact): At[] => {
      const { kind, what, undocumented } = fact;
      const of = couldHaveBeen(before, fact);
      if (of === 0 || seen.has(keyOf(type, property, kind, what))) return [];
      const instead = insteadOf(before, fact);
      // A text may be like anything; one that was always like the same is worth a word.
      if (kind === "format" && (instead.length !== 1 || instead[0] === "text")) return [];
      const after = { seen: fact.seen, of: fact.of };
      return [
        {
          kind,
          version,
          subject: { kind: "type", id: type },
          property,
          ...(kind === "null" ? {} : { what }),
          ...(instead.length > 0 ? { instead } : {}),
          ...(undocumented ? { undocumented } : {}),
          at: { operation, place, before: { seen: 0, of }, after },
          sure: of >= enough && (kind !== "format" || isNoChance(after, of)),
        },
      ];
    });
  });
}

function stopped({ version, operation, place, type, old, next }: Pair): At[] {
  // What no page documents is thrown together: it may be other answers that came.
  if (!operation.includes(" ")) return [];
  return Object.entries(old.properties).flatMap(([property, shapes]) => {
    if (isCollective(property)) return [];
    const now = ownOf(next.properties, property);
    const about = { kind: "stopped", version, subject: { kind: "type", id: type }, property } as const;
    const gone = (before: Sighting, after: Sighting): Pick<At, "at" | "sure">[] =>
      before.seen > 0 && after.seen === 0 && after.of > 0
        ? [{ at: { operation, place, before, after }, sure: isNoChance(before, after.of) }]
        : [];
    const none = { seen: 0, of: 0 };
    return [
      ...gone(unaskedIn(old, shapes), unaskedIn(next, now)).map((one): At => ({ ...about, ...one })),
      ...gone(shapes.asked ?? none, now?.asked ?? none).map((one): At => ({ ...about, asked: true, ...one })),
    ];
  });
}
