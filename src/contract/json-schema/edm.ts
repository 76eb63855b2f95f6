import { isDate, isDateTimeOffset, isGuid, isInt64 } from "../../odata/edm-format.ts";
import type { JsonSchema } from "./schema.ts";

// Patterns stand where JSON Schema's own formats are not what OData writes: a TimeOfDay has no offset,
// and a Duration has fractional seconds but no years, months or weeks (OData ABNF 4.01, primitive literals).
const TIME_OF_DAY = "^(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,12})?)?$";
const DURATION = "^[+-]?P(?=\\d|T\\d)(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?$";
const BASE64 = "^(?:[\\w+/-]{4})*(?:[\\w+/-]{2}(?:==)?|[\\w+/-]{3}=?)?$";
// 64-bit numbers may be strings when IEEE754Compatible=true (OData JSON 4.01, section 3.2).
const DIGITS = "^[+-]?\\d+$";
const DECIMAL = "^(?:-?INF|NaN|[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)$";
const NOT_FINITE = "^(?:-?INF|NaN)$";

const schemas: Readonly<Record<string, JsonSchema>> = {
  "Edm.Binary": { type: "string", pattern: BASE64 },
  "Edm.Boolean": { type: "boolean" },
  "Edm.Byte": { type: "integer", minimum: 0, maximum: 255 },
  "Edm.Date": { type: "string", format: "date" },
  "Edm.DateTimeOffset": { type: "string", format: "date-time" },
  "Edm.Decimal": { type: ["number", "string"], pattern: DECIMAL },
  "Edm.Double": { type: ["number", "string"], format: "double", pattern: NOT_FINITE },
  "Edm.Duration": { type: "string", pattern: DURATION },
  "Edm.Guid": { type: "string", format: "uuid" },
  "Edm.Int16": { type: "integer", minimum: -32768, maximum: 32767 },
  "Edm.Int32": { type: "integer", format: "int32", minimum: -2147483648, maximum: 2147483647 },
  "Edm.Int64": {
    type: ["integer", "string"],
    format: "int64",
    minimum: -(2 ** 63),
    maximum: 2 ** 63,
    pattern: DIGITS,
  },
  "Edm.SByte": { type: "integer", minimum: -128, maximum: 127 },
  "Edm.Single": { type: ["number", "string"], format: "float", pattern: NOT_FINITE },
  "Edm.String": { type: "string" },
  "Edm.TimeOfDay": { type: "string", pattern: TIME_OF_DAY },
  // Structured values (RFC 7946 GeoJSON), and types that stand for any of their kind.
  "Edm.ComplexType": { type: "object" },
  "Edm.EntityType": { type: "object" },
};

/**
 * The JSON Schema of a primitive type's value, never null, with the type's name as `x-edm-type`. Types whose
 * JSON form is open (`Edm.Stream`, `Edm.Untyped`, names that Edm does not have) allow everything.
 */
export function edmSchema(name: string): JsonSchema {
  const known = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  const geo = name.startsWith("Edm.Geo") ? { type: "object" as const } : undefined;
  return { ...(known ?? geo), "x-edm-type": name };
}

/** True for types whose value is a JSON number, though some of them may also be written as a string. */
export function isNumeric(name: string): boolean {
  return /^Edm\.(?:S?Byte|Int(?:16|32|64)|Single|Double|Decimal)$/.test(name);
}

/**
 * The formats that `edmSchema` uses, as OData writes them. A format for numbers says nothing that type and
 * range do not say already, but for the 64-bit numbers that are written as a string.
 */
export const edmFormats = {
  "date-time": isDateTimeOffset,
  date: isDate,
  uuid: isGuid,
  double: true,
  float: true,
  int32: true,
  int64: { type: "string", validate: isInt64 },
} as const;
