import { distance } from "fastest-levenshtein";

/**
 * The documented name that a wrong one most likely means; absent when none is near. Letter case does not count,
 * and one slip in four letters is still the same name. The first of equals wins.
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  return nearestNames(name, candidates)[0];
}

/** Two neighbours that changed places are one slip. */
function slips(one: string, other: string): number {
  const steps = distance(one, other);
  return steps === 2 && isSwapped(one, other) ? 1 : steps;
}

function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (one[at] === other[at]) at++;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/**
 * Whether a name that was written has the better letter case: capitals inside of it which the documented one has not
 * (`timeSlots`, `timeslots`), a small letter where that one begins with a capital, or behind a capital (`tenantId`,
 * `tenantID`). Nobody writes those by accident, and Graph writes its names so: the slip may as well be the documented
 * name's.
 */
export function hasBetterCase(written: string, documented: string): boolean {
  if (written.toLowerCase() !== documented.toLowerCase() || written === written.toUpperCase()) return false;
  // Graph's names begin with a small letter.
  if (/^[a-z]/.test(written) && /^[A-Z]/.test(documented)) return true;
  return [...written].some(
    (letter, at) =>
      at > 0 &&
      letter !== documented[at] &&
      (letter === letter.toUpperCase() || /[A-Z]/.test(documented[at - 1] ?? "")),
  );
}

/** All names that are equally near: with several, nobody can say which one is meant. */
export function nearestNames(name: string, candidates: readonly string[]): readonly string[] {
  const lower = name.toLowerCase();
  let nearest: string[] = [];
  let least = Math.max(1, Math.floor(name.length / 4)) + 1;
  for (const candidate of new Set(candidates)) {
    // So many letters at least are added or left out.
    if (Math.abs(candidate.length - name.length) > least) continue;
    const steps = slips(lower, candidate.toLowerCase());
    if (steps < least) nearest = [candidate];
    else if (steps === least && nearest.length > 0) nearest.push(candidate);
    least = Math.min(least, steps);
  }
  return nearest;
}
