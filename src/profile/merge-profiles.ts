import { profileFormat, type ShapeProfile } from "./shape-profile.ts";

/** Several profiles as if they were one, in whatever order: of shards, of days. */
export function mergeProfiles(profiles: readonly ShapeProfile[]): ShapeProfile {
  const versions = profiles.map((profile) => profile.versions);
  return { format: profileFormat, versions: versions.reduce(added, {}) };
}

/**
 * Counts are added. What one contract documents is documented, so that `undocumented` stays where every side that has
 * seen the thing says so.
 */
function added<Shapes extends object>(one: Shapes, other: Shapes): Shapes {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  const entries = names.flatMap((name): [string, unknown][] => {
    const [mine, theirs] = [underName(one, name), underName(other, name)];
    if (mine === true || theirs === true) return mine === theirs ? [[name, mine]] : [];
    if (mine === undefined || theirs === undefined) return [[name, mine ?? theirs]];
    if (typeof mine === "number" && typeof theirs === "number") return [[name, mine + theirs]];
    return [[name, isShapes(mine) && isShapes(theirs) ? added(mine, theirs) : mine]];
  });
  // Both sides are of one form, and so is what is made of them.
  return Object.fromEntries(entries) as Shapes;
}

function underName(shapes: object, name: string): unknown {
  return Object.hasOwn(shapes, name) ? Reflect.get(shapes, name) : undefined;
}

function isShapes(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
