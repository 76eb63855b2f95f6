import { distance } from "fastest-levenshtein";

/**
 * The documented name that a wrong one most likely means; absent when none is near. Letter case does not count,
 * and one slip in four letters is still the same name. The first of equals wins.
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  return nearestNames(name, candidates)[0];
}

/** All names that are equally near: with several, nobody can say which one is meant. */
export function nearestNames(name: string, candidates: readonly string[]): readonly string[] {
  const lower = name.toLowerCase();
  let nearest: string[] = [];
  let least = Math.max(1, Math.floor(name.length / 4)) + 1;
  for (const candidate of new Set(candidates)) {
    const steps = distance(lower, candidate.toLowerCase());
    if (steps < least) nearest = [candidate];
    else if (steps === least && nearest.length > 0) nearest.push(candidate);
    least = Math.min(least, steps);
  }
  return nearest;
}
