// OData ABNF 4.01, primitive literals. Literals of an ABNF are case-insensitive (RFC 5234, section 2.3).
const YEAR_MONTH_DAY = /^-?(0\d{3}|[1-9]\d{3,})-(\d\d)-(\d\d)$/;
//                       hour                minute     second         fraction       offset
const TIME_AND_OFFSET =
  /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.\d{1,12})?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;
const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for an `Edm.Date`: a day that the calendar has. */
export function isDate(text: string): boolean {
  const [, year = "", month = "", day = ""] = YEAR_MONTH_DAY.exec(text) ?? [];
  return Number(day) >= 1 && Number(day) <= daysIn(year, Number(month));
}

/** True for an `Edm.DateTimeOffset`: a date, `T`, a time, and `Z` or an offset. */
export function isDateTimeOffset(text: string): boolean {
  const at = text.search(/t/i);
  return at > 0 && isDate(text.slice(0, at)) && isTimeWithOffset(text.slice(at + 1));
}

/** True for an `Edm.Guid`. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** False for digits whose number an `Edm.Int64` cannot hold; other text is no number of any size. */
export function isInt64(text: string): boolean {
  return !/^[+-]?\d+$/.test(text) || BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

function daysIn(year: string, month: number): number {
  // The calendar repeats every 400 years, so that the last four digits of a long year are enough.
  const short = Number(year.slice(-4));
  const leap = short % 4 === 0 && (short % 100 !== 0 || short % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

function isTimeWithOffset(text: string): boolean {
  const parts = TIME_AND_OFFSET.exec(text);
  if (!parts) return false;
  const [, hour = "", minute = "", second = "", sign = "+", offsetHour = "0", offsetMinute = "0"] = parts;
  if (second !== "60") return true;
  // RFC 3339, section 5.7: a leap second ends a day of UTC.
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === "-" ? -1 : 1);
  const minutes = Number(hour) * 60 + Number(minute) - offset;
  return (minutes + 2880) % 1440 === 1439;
}
