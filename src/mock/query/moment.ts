import { isObject } from "../../base/is-object.ts";

/** A date, with or without a time and an offset, as requests write it. */
const written = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i;

/**
 * When a date is, in milliseconds: a text, or a `dateTimeTimeZone`. What says no offset is in UTC. Undefined for what is
 * none, and for the first day of all, which Graph writes where there is no date.
 */
export function momentOf(value: unknown): number | undefined {
  const text = (isObject(value) ? value.dateTime : value) ?? undefined;
  if (typeof text !== "string" || !written.test(text.trim()) || text.startsWith("0001-")) return undefined;
  const trimmed = text.trim();
  // More digits than a clock has are cut off.
  const exact = trimmed.replace(/(\.\d{3})\d+/, "$1");
  const moment = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(exact) || !/t/i.test(exact) ? exact : `${exact}Z`);
  return Number.isNaN(moment) ? undefined : moment;
}

/** The hours by which two clocks on earth can differ. */
const farthest = 26 * 3600 * 1000;

/** By how much a moment may be another, in milliseconds: in a zone other than UTC, as far as clocks can be off. */
export function doubtOf(value: unknown): number {
  const zone = isObject(value) ? value.timeZone : undefined;
  return typeof zone === "string" && /^(?:utc|gmt|etc\/(?:utc|gmt))$/i.test(zone) ? 0 : farthest;
}

/**
 * Why dates are no range, by the first pair of names that begin with start and end (`startDateTime` and `endDateTime`,
 * `from` and `to`) of which the start lies after the end; undefined where none does. Times of two zones are not compared
 * closer than clocks can be off.
 */
export function backwardRange(given: Iterable<readonly [name: string, value: unknown]>): string | undefined {
  const values = new Map([...given].map(([name, value]) => [name.toLowerCase(), { name, value }]));
  for (const [lower, start] of values) {
    for (const [begins, ends] of bounds) {
      const end = lower.startsWith(begins) ? values.get(ends + lower.slice(begins.length)) : undefined;
      const [from, until] = [momentOf(start.value), momentOf(end?.value)];
      if (!end || from === undefined || until === undefined) continue;
      if (from - until > betweenZones(start.value, end.value))
        return `'${start.name}' lies after '${end.name}'`;
    }
  }
  return undefined;
}

const bounds = [
  ["start", "end"],
  ["begin", "end"],
  ["from", "to"],
  ["from", "until"],
  ["since", "until"],
] as const;

function betweenZones(start: unknown, end: unknown): number {
  const zoneOf = (value: unknown) => (isObject(value) ? value.timeZone : undefined);
  return zoneOf(start) === zoneOf(end) ? 0 : Math.max(doubtOf(start), doubtOf(end));
}
