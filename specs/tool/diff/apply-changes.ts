import type { Change, ChangedPlace } from "../../../src/diff/change.ts";
import { compareFacts, type Fact } from "../../../src/diff/fact.ts";

/** The outline that comes of another by changes, place by place. */
export function applyChanges(outline: Fact, changes: readonly Change[]): Fact {
  const places = changes.flatMap((change) => change.places);
  // What went under its old name goes before what is below it is looked for under the new one.
  const [whole, parts] = [places.filter(isRenamed), places.filter((place) => !isRenamed(place))];
  return [...whole.toSorted(byDepth), ...parts].reduce(applyPlace, outline);
}

/** The same outline without what promises nothing: where it stands, and who has it. */
export function bare({ kind, name, value, parts }: Fact): unknown {
  return { kind, name, value, parts: parts.map(bare) };
}

function applyPlace(outline: Fact, { pointer, before, after }: ChangedPlace): Fact {
  return applyAt(outline, pointer.slice(0, -1), (parts) => {
    const kept = parts.filter((part) => !before || compareFacts(part, before) !== 0);
    const old = parts.find((part) => before && compareFacts(part, before) === 0);
    // Of a renaming the parts are told apart.
    const next =
      after && before && before.name !== after.name ? { ...after, parts: old?.parts ?? [] } : after;
    return next ? [...kept, next].sort(compareFacts) : kept;
  });
}

function applyAt(
  whole: Fact,
  pointer: ChangedPlace["pointer"],
  change: (parts: readonly Fact[]) => readonly Fact[],
): Fact {
  const [first, ...rest] = pointer;
  if (!first) return { ...whole, parts: change(whole.parts) };
  return {
    ...whole,
    parts: whole.parts.map((part) => (compareFacts(part, first) === 0 ? applyAt(part, rest, change) : part)),
  };
}

function isRenamed({ before, after }: ChangedPlace): boolean {
  return before !== undefined && after !== undefined && before.name !== after.name;
}

function byDepth(one: ChangedPlace, other: ChangedPlace): number {
  return one.pointer.length - other.pointer.length;
}
