import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edmSchema } from "../../../src/contract/json-schema/edm.ts";
import { isDate, isDateTimeOffset, isGuid } from "../../../src/odata/edm-format.ts";

const fitsPattern = (type: string) => (text: string) =>
  new RegExp(edmSchema(type).pattern ?? "^$", "u").test(text);
const isDuration = fitsPattern("Edm.Duration");
const isTimeOfDay = fitsPattern("Edm.TimeOfDay");
const isBinary = fitsPattern("Edm.Binary");

describe("an Edm.DateTimeOffset", () => {
  it.each([
    "2022-08-24T18:27:43.1283747Z",
    "2022-08-24T18:27:43+02:00",
    "2022-08-24T18:27:43.123456789012Z",
    "2022-08-24T18:27Z",
    "0001-01-01T00:00:00Z",
    "2024-02-29T00:00:00-08:00",
    "2016-12-31T23:59:60Z",
    "2017-01-01T01:59:60+02:00",
    "12022-01-01T00:00:00Z",
  ])("may be %s", (text) => {
    expect(isDateTimeOffset(text)).toBe(true);
  });

  it.each([
    "2022-08-24 18:27:43Z",
    "2022-08-24T18:27:43",
    "2022-08-24",
    "2022-08-24T18:27:43.1234567890123Z",
    "2022-08-24T18:27:43.Z",
    "2022-08-24T24:00:00Z",
    "2022-08-24T12:60:00Z",
    "2023-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2022-13-01T00:00:00Z",
    "2022-8-24T18:27:43Z",
    "2016-12-31T22:59:60Z",
    "2022-08-24T18:27:43+2:00",
    "8/24/2022 6:27:43 PM",
    "",
  ])("may not be %j", (text) => {
    expect(isDateTimeOffset(text)).toBe(false);
  });

  it("is what every date of JavaScript prints", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date(253402300799999), noInvalidDate: true }),
        (date) => {
          expect(isDateTimeOffset(date.toISOString())).toBe(true);
          expect(isDateTimeOffset(date.toISOString().replace("Z", ""))).toBe(false);
          expect(isDate(date.toISOString().slice(0, 10))).toBe(true);
        },
      ),
    );
  });

  it("has the days that the calendar has", () => {
    const day = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(day, ([year, month, dayOfMonth]) => {
        const text = [
          String(year).padStart(4, "0"),
          String(month).padStart(2, "0"),
          String(dayOfMonth).padStart(2, "0"),
        ].join("-");
        const date = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(isDate(text)).toBe(exists);
      }),
    );
  });
});

describe("an Edm.Duration", () => {
  it.each(["PT0S", "P1D", "-PT3M22.1587532S", "P1DT2H3M4.5S", "PT36H", "P90D", "+P1D"])(
    "may be %s",
    (text) => {
      expect(isDuration(text)).toBe(true);
    },
  );

  it.each(["P", "PT", "P1DT", "P1Y", "P2W", "P1M", "1D", "PT1.5H", "pt1h", "P-1D", "00:30:00"])(
    "may not be %s",
    (text) => {
      expect(isDuration(text)).toBe(false);
    },
  );
});

describe("other primitive texts", () => {
  it("tell a Guid from what only looks like one", () => {
    expect(isGuid("b8ee4f9e-61b6-4d8a-8d0c-8a2a2fd8a8a1")).toBe(true);
    expect(isGuid("B8EE4F9E-61B6-4D8A-8D0C-8A2A2FD8A8A1")).toBe(true);
    expect(isGuid("{b8ee4f9e-61b6-4d8a-8d0c-8a2a2fd8a8a1}")).toBe(false);
    expect(isGuid("b8ee4f9e61b64d8a8d0c8a2a2fd8a8a1")).toBe(false);
    expect(isGuid("g8ee4f9e-61b6-4d8a-8d0c-8a2a2fd8a8a1")).toBe(false);
  });

  it("tell every uuid", () => {
    fc.assert(fc.property(fc.uuid(), (uuid) => isGuid(uuid) && !isGuid(uuid.slice(1))));
  });

  it("give a TimeOfDay no offset", () => {
    expect(isTimeOfDay("12:30:00.0000000")).toBe(true);
    expect(isTimeOfDay("12:30")).toBe(true);
    expect(isTimeOfDay("12:30:00Z")).toBe(false);
    expect(isTimeOfDay("24:00:00")).toBe(false);
    expect(isTimeOfDay("12:30:60")).toBe(false);
  });

  it("take base64 and base64url, padded or not", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const binary = Buffer.from(bytes);
        expect(isBinary(binary.toString("base64"))).toBe(true);
        expect(isBinary(binary.toString("base64url"))).toBe(true);
      }),
    );
  });

  it.each(["dmFsdWU", "dmFsdWU=", ""])("take %j for Binary", (text) => {
    expect(isBinary(text)).toBe(true);
  });

  it.each(["dmFsd", "dmFsdWU==", "dmFs dWU=", "a=b="])("do not take %j for Binary", (text) => {
    expect(isBinary(text)).toBe(false);
  });
});

describe("the schema of a primitive type", () => {
  it("bounds each integer type", () => {
    expect(edmSchema("Edm.Byte")).toEqual({
      type: "integer",
      minimum: 0,
      maximum: 255,
      "x-edm-type": "Edm.Byte",
    });
    expect(edmSchema("Edm.Int16")).toMatchObject({ minimum: -32768, maximum: 32767 });
    expect(edmSchema("Edm.Int32")).toMatchObject({ minimum: -2147483648, maximum: 2147483647 });
  });

  it("allows everything for a type without a form of its own", () => {
    expect(edmSchema("Edm.Stream")).toEqual({ "x-edm-type": "Edm.Stream" });
    expect(edmSchema("Edm.toString")).toEqual({ "x-edm-type": "Edm.toString" });
  });
});
