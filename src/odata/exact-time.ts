import { isDate, isDateTimeOffset } from "./edm-format.ts";

// Graph writes seven digits behind the second and OData allows twelve; a Date of JavaScript keeps three. So times are
// whole numbers of picoseconds.
const SECOND = 10n ** 12n;
const DAY = 86_400n * SECOND;
const CLOCK = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?/;
const DURATION =
  /^([+-]?)P(?=\d|T\d)(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.(\d{1,12}))?S)?)?$/i;

/** The instant of an `Edm.DateTimeOffset` in picoseconds since 1970 UTC; undefined for anything else. */
export function instantOf(text: string): bigint | undefined {
  if (!isDateTimeOffset(text)) return undefined;
  const at = text.search(/t/i);
  const clock = CLOCK.exec(text.slice(at + 1))?.[0] ?? "";
  const [, sign = "+", hours = "0", minutes = "0"] = /([+-])(\d\d):(\d\d)$/.exec(text.slice(at)) ?? [];
  const offset = BigInt(Number(hours) * 60 + Number(minutes)) * 60n * SECOND;
  return dayOf(text.slice(0, at)) + clockOf(clock) - (sign === "-" ? -offset : offset);
}

/** The instant at which an `Edm.Date` begins in UTC, in picoseconds since 1970; undefined for anything else. */
export function midnightOf(text: string): bigint | undefined {
  return isDate(text) ? dayOf(text) : undefined;
}

/** Picoseconds since midnight of an `Edm.TimeOfDay`; undefined for anything else. */
export function timeOfDayOf(text: string): bigint | undefined {
  return /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,12})?)?$/.test(text) ? clockOf(text) : undefined;
}

/** Picoseconds of an `Edm.Duration`, without the name of its type and quotes; undefined for anything else. */
export function durationOf(text: string): bigint | undefined {
  const parts = DURATION.exec(text);
  if (!parts) return undefined;
  const [, sign = "", days = "0", hours = "0", minutes = "0", seconds = "0", fraction = ""] = parts;
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  const length = whole * SECOND + fractionOf(fraction);
  return sign === "-" ? -length : length;
}

function clockOf(clock: string): bigint {
  const [, hours = "0", minutes = "0", seconds = "0", fraction = ""] = CLOCK.exec(clock) ?? [];
  return (
    BigInt(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * SECOND + fractionOf(fraction)
  );
}

function fractionOf(digits: string): bigint {
  return BigInt(digits.padEnd(12, "0"));
}

/** The calendar repeats every 400 years, 146,097 days; a Date counts the days in one such span. */
function dayOf(date: string): bigint {
  const [, written = "", month = "", day = ""] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const year = BigInt(written);
  const inSpan = ((year % 400n) + 400n) % 400n;
  const spans = (year - inSpan - 2000n) / 400n;
  const days = Date.UTC(2000 + Number(inSpan), Number(month) - 1, Number(day)) / 86_400_000;
  return (BigInt(days) + spans * 146_097n) * DAY;
}
