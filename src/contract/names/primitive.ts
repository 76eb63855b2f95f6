const names: Readonly<Record<string, string>> = {
  binary: "Binary",
  bool: "Boolean",
  boolean: "Boolean",
  byte: "Byte",
  bytes: "Binary",
  date: "Date",
  datetime: "DateTimeOffset",
  datetimeoffset: "DateTimeOffset",
  decimal: "Decimal",
  double: "Double",
  duration: "Duration",
  float: "Single",
  guid: "Guid",
  int: "Int32",
  int16: "Int16",
  int32: "Int32",
  int64: "Int64",
  integer: "Int32",
  long: "Int64",
  number: "Double",
  sbyte: "SByte",
  single: "Single",
  stream: "Stream",
  string: "String",
  timeofday: "TimeOfDay",
  timestamp: "DateTimeOffset",
};

/** The `Edm.` name of a primitive type as pages write it: `string`, `Edm.Int32`, `DateTimeOffset`, `Integer`. */
export function primitiveName(name: string): string | undefined {
  const known = names[name.toLowerCase().replace(/^edm\./, "")];
  return known === undefined ? undefined : `Edm.${known}`;
}
