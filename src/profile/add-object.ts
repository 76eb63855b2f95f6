import type { LookedAt, Seen, SeenProperty } from "./look-at-object.ts";
import {
  type Counts,
  count,
  madeOf,
  type ObjectShapes,
  type OperationShapes,
  type PropertyShapes,
} from "./shape-profile.ts";

/** Counts what is seen of an object among the shapes of its operation. */
export function addObject({ places }: OperationShapes, { place, asked }: LookedAt, seen: Seen): void {
  const types = madeOf(places, place, () => ({}));
  const shapes = madeOf(types, seen.type, (): ObjectShapes => ({ objects: 0, whole: 0, properties: {} }));
  shapes.objects++;
  if (asked.whole) shapes.whole++;
  if (seen.undocumented) shapes.undocumented = true;
  const counted = new Set<string>();
  for (const property of seen.properties) {
    const own = shapeOf(shapes, property.name);
    // Names that are not told may be several in one object.
    if (!counted.has(property.name)) addProperty(own, property, asked.whole);
    counted.add(property.name);
    addFacts(own, property);
  }
  for (const name of seen.lacking) addAsked(shapeOf(shapes, name), asked.whole, false);
}

function shapeOf({ properties }: ObjectShapes, name: string): PropertyShapes {
  return madeOf(properties, name, () => ({ seen: 0, unasked: 0, forms: {} }));
}

function addProperty(shapes: PropertyShapes, { asked, undocumented }: SeenProperty, whole: boolean): void {
  shapes.seen++;
  if (undocumented) shapes.undocumented = true;
  if (asked) addAsked(shapes, whole, true);
  else if (whole) shapes.unasked++;
}

function addAsked(shapes: PropertyShapes, whole: boolean, seen: boolean): void {
  shapes.asked ??= { of: 0, seen: 0, whole: 0 };
  shapes.asked.of++;
  if (seen) shapes.asked.seen++;
  if (whole) shapes.asked.whole++;
}

function addFacts(shapes: PropertyShapes, { facts }: SeenProperty): void {
  for (const [kind, what] of facts) {
    if (kind === "form") count(shapes.forms, what);
    else if (kind === "unnamed") shapes.unnamed = (shapes.unnamed ?? 0) + 1;
    else {
      const counts: Counts<string> = shapes[countsOf[kind]] ?? {};
      shapes[countsOf[kind]] = counts;
      count(counts, what);
    }
  }
}

const countsOf = { item: "items", format: "formats", member: "members", other: "otherMembers" } as const;
