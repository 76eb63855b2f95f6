import { distance } from "fastest-levenshtein";

/** The name that a wrong one was probably meant to be; nothing when none is near. Letter case counts little. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, steps: distance(wrong.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1));
  const [best] = ranked;
  // One slip in three letters is still the same word to a reader; more is another word.
  return best && best.steps <= Math.max(1, Math.floor(wrong.length / 3)) ? best.name : undefined;
}
