import { isDate, isDateTimeOffset, isGuid, isInt64 } from "../../odata/edm-format.ts";
import { edmType } from "../../odata/edm-type.ts";
import type { JsonSchema } from "./schema.ts";

/**
 * The JSON Schema of a primitive type's value, never null, with the type's name as `x-edm-type`. Types whose
 * JSON form is open (`Edm.Stream`, `Edm.Untyped`, names that Edm does not have) allow everything.
 */
export function edmSchema(name: string): JsonSchema {
  const { json, format, range, pattern } = edmType(name) ?? {};
  const [first, ...others] = json ?? [];
  return {
    ...(first === undefined
      ? {}
      : { type: others.length === 0 ? first : [first, ...others.flatMap((one) => one ?? [])] }),
    ...(format === undefined ? {} : { format }),
    ...range,
    ...(pattern === undefined ? {} : { pattern }),
    "x-edm-type": name,
  };
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
