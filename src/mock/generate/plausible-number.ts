import type { ValueRange } from "../../docs/page.ts";
import { edmType } from "../../odata/edm-type.ts";
import type { Random } from "./random.ts";

// What a number of a name usually is; the first that fits.
const usual: readonly (readonly [RegExp, number, number])[] = [
  [/latitude/i, -60, 60],
  [/longitude/i, -180, 180],
  [/year/i, 2020, 2024],
  [/fail|error|unprocessed|skipped|pending|denied/i, 0, 4],
  [/success|processed|complet/i, 5, 15],
  [/total/i, 20, 60],
  [/bytes|^size|size$|length|quota|space/i, 1_000, 100_000],
  [/version|sequence|order|index|priority/i, 1, 9],
];

/**
 * Makes whole numbers that look like what a property of the name holds, within its type and its documented range.
 * Undefined when the range has none.
 */
export function plausibleInteger(
  name: string,
  type: string,
  range: ValueRange | undefined,
): ((random: Random) => number) | undefined {
  const limits = limitsOf(type, range);
  const low = Math.ceil(limits.low);
  const high = Math.floor(limits.high);
  if (low > high) return undefined;
  const [, from, to] = usualOf(name);
  const least = from > high || to < low ? low : Math.max(from, low);
  const most = Math.min(Math.max(to, least), Math.min(high, least + 100_000));
  return (random) => random.whole(least, most);
}

/** As `plausibleInteger`, with two decimals where the range has room for them. */
export function plausibleDecimal(
  name: string,
  type: string,
  range: ValueRange | undefined,
): ((random: Random) => number) | undefined {
  const { low, high } = limitsOf(type, range);
  if (low > high) return undefined;
  const [, from, to] = usualOf(name);
  const least = from > high || to < low ? low : Math.max(from, low);
  const most = Math.min(Math.max(to, least), high);
  return (random) => {
    const value = Math.round((least + (random.word() / 2 ** 32) * (most - least)) * 100) / 100;
    return value < least || value > most ? least : value;
  };
}

function usualOf(name: string): readonly [RegExp, number, number] {
  return usual.find(([words]) => words.test(name)) ?? [/$/, 0, 99];
}

function limitsOf(type: string, range: ValueRange | undefined): { low: number; high: number } {
  const { minimum = -Infinity, maximum = Infinity } = edmType(type)?.range ?? {};
  // The largest 64-bit numbers are no exact numbers of JavaScript.
  const low = Math.max(minimum, range?.minimum ?? -Infinity, Number.MIN_SAFE_INTEGER);
  const high = Math.min(maximum, range?.maximum ?? Infinity, Number.MAX_SAFE_INTEGER);
  return { low, high };
}
