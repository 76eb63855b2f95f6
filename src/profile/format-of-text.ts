import { isDate, isDateTimeOffset, isGuid } from "../odata/edm-format.ts";
import { edmType } from "../odata/edm-type.ts";

/** What a text looks like; `text` where it is like nothing else. */
export type TextFormat =
  | "address"
  | "date"
  | "date-time"
  | "digits"
  | "duration"
  | "empty"
  | "guid"
  | "text"
  | "time"
  | "uri";

/** Says of a text what it is like, and nothing of what it says. */
export function formatOfText(text: string): TextFormat {
  if (text === "") return "empty";
  // A long text is none of the short ones, and not every pattern is quick.
  if (text.length > 2_000) return isUri(text) ? "uri" : "text";
  if (isGuid(text)) return "guid";
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return "digits";
  if (isDateTimeOffset(text)) return "date-time";
  if (isDate(text)) return "date";
  if (timeOfDay.test(text)) return "time";
  if (duration.test(text)) return "duration";
  if (isUri(text)) return "uri";
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? "address" : "text";
}

const timeOfDay = patternOf("Edm.TimeOfDay");
const duration = patternOf("Edm.Duration");

function patternOf(type: string): RegExp {
  return new RegExp(edmType(type)?.pattern ?? "^$");
}

function isUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/\S/i.test(text);
}

/** The formats that texts of a primitive type have; undefined where the type does not say one. */
export function formatsOfType(name: string): readonly TextFormat[] | undefined {
  return formats[name];
}

const formats: Readonly<Partial<Record<string, readonly TextFormat[]>>> = {
  "Edm.Date": ["date"],
  "Edm.DateTimeOffset": ["date-time"],
  "Edm.Duration": ["duration"],
  "Edm.Guid": ["guid"],
  "Edm.TimeOfDay": ["time"],
};
