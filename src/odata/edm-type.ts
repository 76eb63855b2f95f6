import type { Literal } from "./filter-expression.ts";

/** What is true of a primitive type (OData CSDL 4.0, section 4.4; JSON Format 4.01, section 7.1; ABNF 4.01). */
export interface EdmType {
  /** How a filter writes a value; absent where it cannot. */
  readonly literal?: Exclude<Literal["type"], "null" | "enum">;
  /** Some value as a literal, for a parameter of which no example is known. */
  readonly sample?: string;
  /** What a value is in JSON, first its usual form; absent where it may be anything, or has no JSON of its own. */
  readonly json?: readonly ["boolean" | "integer" | "number" | "object" | "string", "string"?];
  /** The name that JSON Schema and OpenAPI have for its form. */
  readonly format?: string;
  /** What its text is like, where no format says it as OData does. */
  readonly pattern?: string;
  readonly range?: { readonly minimum: number; readonly maximum: number };
  /** Its text may be INF, -INF or NaN. */
  readonly infinite?: true;
  /** Stands for any type of its kind: nothing is declared of it in metadata. */
  readonly abstract?: true;
}

// A TimeOfDay has no offset, and a Duration has fractional seconds but no years, months or weeks.
const TIME_OF_DAY = "^(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,12})?)?$";
const DURATION = "^[+-]?P(?=\\d|T\\d)(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?$";
const BASE64 = "^(?:[\\w+/-]{4})*(?:[\\w+/-]{2}(?:==)?|[\\w+/-]{3}=?)?$";
const DECIMAL = "^(?:-?INF|NaN|[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)$";
const NOT_FINITE = "^(?:-?INF|NaN)$";

const text = { json: ["string"] } as const;
const whole = { literal: "number", sample: "1", json: ["integer"] } as const;
// 64-bit numbers may be strings when IEEE754Compatible=true (OData JSON 4.01, section 3.2).
const wide = { literal: "number", sample: "1", json: ["number", "string"] } as const;
const shapes = [
  "",
  "Point",
  "LineString",
  "Polygon",
  "MultiPoint",
  "MultiLineString",
  "MultiPolygon",
  "Collection",
];

const types: Readonly<Record<string, EdmType>> = {
  "Edm.Binary": { ...text, literal: "binary", pattern: BASE64 },
  "Edm.Boolean": { literal: "boolean", sample: "true", json: ["boolean"] },
  "Edm.Byte": { ...whole, range: { minimum: 0, maximum: 255 } },
  "Edm.Date": { ...text, literal: "date", sample: "2024-01-01", format: "date" },
  "Edm.DateTimeOffset": {
    ...text,
    literal: "dateTimeOffset",
    sample: "2024-01-01T00:00:00Z",
    format: "date-time",
  },
  "Edm.Decimal": { ...wide, pattern: DECIMAL },
  "Edm.Double": { ...wide, format: "double", pattern: NOT_FINITE, infinite: true },
  "Edm.Duration": { ...text, literal: "duration", sample: "duration'P1D'", pattern: DURATION },
  "Edm.Guid": {
    ...text,
    literal: "guid",
    sample: "5c0f6c1e-98a5-4f0d-8b5e-0d1a5e9b7c42",
    format: "uuid",
  },
  "Edm.Int16": { ...whole, range: { minimum: -32768, maximum: 32767 } },
  "Edm.Int32": { ...whole, format: "int32", range: { minimum: -2147483648, maximum: 2147483647 } },
  "Edm.Int64": {
    ...whole,
    json: ["integer", "string"],
    format: "int64",
    pattern: "^[+-]?\\d+$",
    range: { minimum: -(2 ** 63), maximum: 2 ** 63 },
  },
  "Edm.SByte": { ...whole, range: { minimum: -128, maximum: 127 } },
  "Edm.Single": { ...wide, format: "float", pattern: NOT_FINITE, infinite: true },
  "Edm.Stream": {},
  "Edm.String": { ...text, literal: "string", sample: "'a'" },
  "Edm.TimeOfDay": { ...text, literal: "timeOfDay", sample: "12:00:00", pattern: TIME_OF_DAY },
  // RFC 7946 GeoJSON.
  ...Object.fromEntries(
    ["Geography", "Geometry"].flatMap((kind) =>
      shapes.map((shape): [string, EdmType] => [`Edm.${kind}${shape}`, { json: ["object"] }]),
    ),
  ),
  "Edm.ComplexType": { json: ["object"], abstract: true },
  "Edm.EntityType": { json: ["object"], abstract: true },
  "Edm.PrimitiveType": { abstract: true },
  "Edm.Untyped": { abstract: true },
};

/** What is true of the primitive type of that name; undefined for a name that Edm does not have. */
export function edmType(name: string): EdmType | undefined {
  return Object.hasOwn(types, name) ? types[name] : undefined;
}

const inLowerCase = new Map(Object.entries(types).map(([name, type]) => [name.toLowerCase(), type]));

/** The same for a name as a request writes it, in any letter case. */
export function edmTypeInAnyCase(name: string): EdmType | undefined {
  return inLowerCase.get(name.toLowerCase());
}

/** True for types whose value is a JSON number, though some of them may also be written as a string. */
export function isNumeric(name: string): boolean {
  return edmType(name)?.literal === "number";
}

/** True for a type that says nothing of its values, or gives them a structure: `Edm.Untyped`, `Edm.GeographyPoint`. */
export function isOpenPrimitive(name: string): boolean {
  const type = edmType(name);
  return type?.abstract === true || type?.json?.[0] === "object";
}
