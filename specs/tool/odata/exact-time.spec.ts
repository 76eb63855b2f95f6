import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { durationOf, instantOf, midnightOf, timeOfDayOf } from "../../../src/odata/exact-time.ts";

const second = 10n ** 12n;

describe("instantOf", () => {
  it("counts picoseconds since 1970, to the last digit", () => {
    expect(instantOf("1970-01-01T00:00:00Z")).toBe(0n);
    expect(instantOf("1970-01-01T00:00:00.000000000001Z")).toBe(1n);
    expect(instantOf("1969-12-31T23:59:59Z")).toBe(-second);
    expect(instantOf("1970-01-01T02:00:01+02:00")).toBe(second);
    expect(instantOf("1969-12-31T13:30Z")).toBe(-37_800n * second);
    expect(instantOf("1970-01-01T00:00:00-11:30")).toBe(41_400n * second);
  });

  it("agrees with Date on every time that Date can tell", () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date("1000-01-01"), max: new Date("9999-12-31") }),
        (date) => {
          expect(instantOf(date.toISOString())).toBe(BigInt(date.getTime()) * 10n ** 9n);
        },
      ),
      { seed: 5 },
    );
  });

  it("knows years beyond those of Date, and leap years", () => {
    const day = 86_400n * second;
    expect((midnightOf("0000-03-01") ?? 0n) - (midnightOf("0000-02-28") ?? 0n)).toBe(2n * day);
    expect((midnightOf("400000-01-01") ?? 0n) - (midnightOf("399600-01-01") ?? 0n)).toBe(146_097n * day);
    expect((midnightOf("-0001-03-01") ?? 0n) - (midnightOf("-0001-02-28") ?? 0n)).toBe(day);
  });

  it("is undefined for what is no date-time", () => {
    for (const text of ["", "2022-08-24", "2022-08-24T18:27:43", "2022-13-01T00:00:00Z", "now"])
      expect(instantOf(text)).toBeUndefined();
    expect(midnightOf("2022-02-29")).toBeUndefined();
  });
});

describe("durationOf", () => {
  it("adds days, hours, minutes, seconds and fractions", () => {
    expect(durationOf("P1DT2H3M4.5S")).toBe(93_784n * second + second / 2n);
    expect(durationOf("-PT1S")).toBe(-second);
    expect(durationOf("pt1m")).toBe(60n * second);
  });

  it("is undefined for what is no duration of OData", () => {
    for (const text of ["", "P", "PT", "P1DT", "P1Y", "P1W", "1D", "duration'P1D'"])
      expect(durationOf(text)).toBeUndefined();
  });
});

describe("timeOfDayOf", () => {
  it("counts from midnight", () => {
    expect(timeOfDayOf("00:01:00.5")).toBe(60n * second + second / 2n);
    expect(timeOfDayOf("23:59")).toBe(86_340n * second);
  });

  it("is undefined for what is no time of day", () => {
    for (const text of ["24:00:00", "1:00", "12:60", "12:00Z"]) expect(timeOfDayOf(text)).toBeUndefined();
  });
});
