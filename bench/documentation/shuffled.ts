/** A copy in another order; the same seed gives the same order (Fisher and Yates, with mulberry32 for the dice). */
export function shuffled<T>(values: readonly T[], seed: number): T[] {
  const copy = [...values];
  let state = seed >>> 0;
  for (let last = copy.length - 1; last > 0; last--) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const at = ((mixed ^ (mixed >>> 14)) >>> 0) % (last + 1);
    const [one, other] = [copy[last], copy[at]];
    if (one === undefined || other === undefined) continue;
    copy[last] = other;
    copy[at] = one;
  }
  return copy;
}
