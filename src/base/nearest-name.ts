import { distance } from "fastest-levenshtein";

/**
 * The documented name that a wrong one most likely means; absent when none is near. Letter case does not count,
 * and one slip in four letters is still the same name. The first of equals wins.
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 4)) + 1;
  for (const candidate of candidates) {
    const steps = distance(lower, candidate.toLowerCase());
    if (steps >= least) continue;
    least = steps;
    nearest = candidate;
  }
  return nearest;
}
