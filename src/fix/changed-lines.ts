/** Lines of a text, from the first up to the one behind the last; both count from 0. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Lines that were, and what stands in their place; one of the two may be none. */
export interface LineChange {
  readonly old: LineRange;
  readonly now: LineRange;
}

/** How far a way has come in the old text after some steps, by how much further it is in the new one. */
type Reached = ReadonlyMap<number, number>;

/** Where two texts differ, as the fewest lines that go and come (E. Myers, "An O(ND) Difference Algorithm", 1986). */
export function changedLines(old: readonly string[], now: readonly string[]): LineChange[] {
  const changes: LineChange[] = [];
  let [x, y] = [old.length, now.length];
  for (const reached of waysThrough(old, now).reverse()) {
    const isInsertion = comesFromAbove(reached, y - x);
    const diagonal = isInsertion ? y - x - 1 : y - x + 1;
    const from = reached.get(diagonal) ?? 0;
    // The step, then lines that are the same.
    const step = { old: isInsertion ? from : from + 1, now: from + diagonal + (isInsertion ? 1 : 0) };
    join(changes, { old: { from, to: step.old }, now: { from: from + diagonal, to: step.now } });
    [x, y] = [from, from + diagonal];
  }
  return changes.reverse();
}

/** What was reached before each step of the shortest way. */
function waysThrough(old: readonly string[], now: readonly string[]): Reached[] {
  const ways: Reached[] = [];
  let reached = new Map<number, number>();
  for (let steps = 0; ; steps++) {
    const next = new Map<number, number>();
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const isInsertion = comesFromAbove(reached, diagonal);
      let x =
        steps === 0
          ? 0
          : isInsertion
            ? (reached.get(diagonal - 1) ?? 0)
            : (reached.get(diagonal + 1) ?? 0) + 1;
      while (x < old.length && x + diagonal < now.length && old[x] === now[x + diagonal]) x++;
      next.set(diagonal, x);
      if (x >= old.length && x + diagonal >= now.length) return ways;
    }
    ways.push(next);
    reached = next;
  }
}

/** Whether the way to a diagonal inserts a line; else it deletes one. */
function comesFromAbove(reached: Reached, diagonal: number): boolean {
  const [above, left] = [reached.get(diagonal - 1), reached.get(diagonal + 1)];
  return left === undefined || (above !== undefined && above > left);
}

/** Steps are found from the end on; one that touches the one behind it is part of the same change. */
function join(changes: LineChange[], step: LineChange): void {
  const behind = changes.at(-1);
  if (behind && step.old.to === behind.old.from && step.now.to === behind.now.from) {
    changes[changes.length - 1] = {
      old: { from: step.old.from, to: behind.old.to },
      now: { from: step.now.from, to: behind.now.to },
    };
  } else changes.push(step);
}
