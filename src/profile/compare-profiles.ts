import type { GraphVersion } from "../docs/page.ts";
import { type At, compareObjects, everSeen, keyOf, type Pair } from "./compare-objects.ts";
import { type ChangedShapes, enough, type ShapeChange, type Sighting } from "./shape-change.ts";
import { type ObjectShapes, ownOf, type ShapeProfile, sumOf } from "./shape-profile.ts";

/** What two profiles differ in, and how much of them could be compared. */
export interface Comparison {
  /** By version, subject and property. */
  readonly changes: readonly ShapeChange[];
  /** Operations that both have seen. */
  readonly operations: number;
  /** Objects of what both have seen: the same type at the same place of the same operation. */
  readonly objects: { readonly before: number; readonly after: number };
  /** Types at places that only one of them has seen. */
  readonly alone: { readonly before: number; readonly after: number };
}

/**
 * Compares what was seen at the same places: what is seen at other places than before is no change of anything. What is
 * new has come nowhere before on that type; what stopped did so at one place at least where that is no chance.
 */
export function compareProfiles(before: ShapeProfile, after: ShapeProfile): Comparison {
  const found: At[] = [];
  let operations = 0;
  const objects = { before: 0, after: 0 };
  const alone = { before: 0, after: 0 };
  for (const version of ["v1.0", "beta"] as const) {
    const olds = before.versions[version]?.operations ?? {};
    const nexts = after.versions[version]?.operations ?? {};
    const seen = everSeen(before, version);
    for (const operation of namesOf(olds, nexts)) {
      const [old, next] = [ownOf(olds, operation), ownOf(nexts, operation)];
      if (old && next) {
        operations++;
        if (operation.includes(" "))
          found.push(...newStatuses(version, operation, old.statuses, next.statuses));
      }
      for (const place of namesOf(old?.places, next?.places)) {
        const [oldTypes, nextTypes] = [ownOf(old?.places, place), ownOf(next?.places, place)];
        for (const type of namesOf(oldTypes, nextTypes)) {
          const [mine, theirs] = [ownOf(oldTypes, type), ownOf(nextTypes, type)];
          if (mine && theirs) {
            objects.before += mine.objects;
            objects.after += theirs.objects;
            const pair = { version, operation, place, type, old: mine, next: theirs };
            found.push(...compareObjects(pair, seen));
          } else if (mine) alone.before++;
          else alone.after++;
          if (theirs && !mine && oldTypes && !seen.has(type))
            found.push(newType({ version, operation, place, type, theirs }, Object.values(oldTypes)));
        }
      }
    }
  }
  return { changes: together(found), operations, objects, alone };
}

function namesOf(...named: readonly (object | undefined)[]): string[] {
  return [...new Set(named.flatMap((each) => Object.keys(each ?? {})))].sort();
}

function newStatuses(
  version: GraphVersion,
  operation: string,
  old: Readonly<Record<string, number>>,
  next: Readonly<Record<string, number>>,
): At[] {
  const [of, now] = [sumOf(old), sumOf(next)];
  return Object.entries(next).flatMap(([status, seen]): At[] => {
    // Who is asked too much, or is down for a while, says nothing of its contract.
    if (Object.hasOwn(old, status) || /^(?:429|50[234]|509)$/.test(status)) return [];
    const at = { operation, place: "", before: { seen: 0, of }, after: { seen, of: now } };
    return [
      {
        kind: "status",
        version,
        subject: { kind: "operation", id: operation },
        what: status,
        at,
        sure: of >= enough,
      },
    ];
  });
}

function newType(
  { version, operation, place, type, theirs }: Omit<Pair, "old" | "next"> & { readonly theirs: ObjectShapes },
  before: readonly ObjectShapes[],
): At {
  const of = before.reduce((sum, { objects }) => sum + objects, 0);
  const after = { seen: theirs.objects, of: theirs.objects };
  return {
    kind: "type",
    version,
    subject: { kind: "type", id: type },
    what: type,
    ...(theirs.undocumented ? { undocumented: true } : {}),
    at: { operation, place, before: { seen: 0, of }, after },
    sure: of >= enough,
  };
}

/** One change for all its places. It is sure where it is at one of them. */
function together(found: readonly At[]): ShapeChange[] {
  const same = new Map<string, { readonly change: At; readonly places: ChangedShapes[]; sure: boolean }>();
  for (const change of found) {
    const { kind, version, subject, property = "", what = "", asked, at, sure } = change;
    const key = keyOf(version === "v1.0" ? "0" : "1", subject.id, property, kind, what, String(asked ?? ""));
    const known = same.get(key);
    if (known) {
      known.places.push({ ...plain(at) });
      known.sure ||= sure;
    } else same.set(key, { change, places: [plain(at)], sure });
  }
  return [...same]
    .sort(([one], [other]) => compare(one, other))
    .map(([, { change, places, sure }]) => {
      const { at: _, sure: __, ...about } = change;
      return { ...about, ...(sure ? {} : { unsure: true as const }), places: mostFirst(places) };
    });
}

function plain({ operation, place, before, after }: ChangedShapes): ChangedShapes {
  const only = ({ seen, of }: Sighting) => ({ seen, of });
  return { operation, place, before: only(before), after: only(after) };
}

/** The place where most were seen first. */
function mostFirst(places: readonly ChangedShapes[]): readonly ChangedShapes[] {
  const weight = ({ before, after }: ChangedShapes) => Math.min(before.of, after.of);
  return [...places].sort(
    (one, other) =>
      weight(other) - weight(one) ||
      compare(one.operation, other.operation) ||
      compare(one.place, other.place),
  );
}

/** The order of letters, the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
