import type { Location } from "./location.ts";

/**
 * Finds places in a text that begins at `start`; every line after the first begins in column `indent`. Worth it
 * where many places of one text are asked for.
 */
export function placesIn(start: Location, text: string, indent = 1): (offset: number) => Location {
  let breaks: number[] | undefined;
  return (offset) => {
    breaks ??= breaksIn(text);
    const before = countBelow(breaks, offset);
    const last = breaks[before - 1];
    if (last === undefined) return { ...start, column: start.column + offset };
    return { file: start.file, line: start.line + before, column: offset - last - 1 + indent };
  };
}

function breaksIn(text: string): number[] {
  const breaks: number[] = [];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) breaks.push(at);
  return breaks;
}

/** How many of the ascending numbers are below the limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
