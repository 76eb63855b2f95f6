import { looseText } from "./compare-text.ts";
import { isDateTimeOffset } from "./edm-format.ts";
import { edmTypeInAnyCase } from "./edm-type.ts";
import { type FilterValue, unknownValue } from "./filter-expression.ts";

type Arguments = readonly FilterValue[];
type TextFunction = (texts: readonly string[], certain: boolean) => unknown;

/** The functions whose arguments have to be texts. */
const ofTexts: ReadonlyMap<string, TextFunction> = new Map<string, TextFunction>([
  ["startswith", found((text, part) => text.startsWith(part))],
  ["endswith", found((text, part) => text.endsWith(part))],
  ["contains", found((text, part) => text.includes(part))],
  ["tolower", ([text = ""]) => text.toLowerCase()],
  ["toupper", ([text = ""]) => text.toUpperCase()],
  ["trim", ([text = ""]) => text.trim()],
  ["concat", ([text = "", other = ""]) => text + other],
  ["length", ([text = ""]) => text.length],
  [
    "indexof",
    ([text = "", part = ""], certain) =>
      certain ? undefined : text.toLowerCase().indexOf(part.toLowerCase()),
  ],
  ["year", ([text = ""]) => partOf(text, 0, 4)],
  ["month", ([text = ""]) => partOf(text, 5, 7)],
  ["day", ([text = ""]) => partOf(text, 8, 10)],
  ["hour", ([text = ""]) => partOf(text, 11, 13)],
  ["minute", ([text = ""]) => partOf(text, 14, 16)],
  ["second", ([text = ""]) => partOf(text, 17, 19)],
]);

const ofNumbers: ReadonlyMap<string, (number: number) => number> = new Map([
  ["round", (number: number) => Math.sign(number) * Math.round(Math.abs(number))],
  ["floor", Math.floor],
  ["ceiling", Math.ceil],
]);

/**
 * The result of a function of `$filter` but `cast` and `isof`; of null it is null, and not known of a value that the function
 * does not take, or where the time now or a pattern would be needed.
 */
export function callFunction(
  name: string,
  args: Arguments,
  { certain }: { readonly certain: boolean },
): FilterValue {
  const values = args.map(({ value }) => value);
  if (values.includes(undefined)) return unknownValue;
  if (values.includes(null)) return { value: null };
  if (name === "date" || name === "time") return clockPart(name, values[0]);
  if (name === "substring") return { value: substring(values) };
  const [first] = values;
  const numeric = ofNumbers.get(name);
  if (numeric) return { value: typeof first === "number" ? numeric(first) : undefined };
  const textual = ofTexts.get(name);
  const texts = values.flatMap((value) => (typeof value === "string" ? [value] : []));
  return { value: textual && texts.length === values.length ? textual(texts, certain) : undefined };
}

/** Graph looks for a part of a text without letter case; where case or an accent decides, nothing is certain. */
function found(test: (text: string, part: string) => boolean): TextFunction {
  return ([text = "", part = ""], certain) => {
    if (!certain) return test(text.toLowerCase(), part.toLowerCase());
    const strictly = test(text, part);
    return strictly === test(looseText(text), looseText(part)) ? strictly : undefined;
  };
}

/** In the time zone of UTC alone: whether a service counts in another one is its own business. */
function partOf(text: string, from: number, to: number): number | undefined {
  const plain = isDateTimeOffset(text) && /^\d{4}-.*z$/i.test(text);
  return plain ? Number(text.slice(from, to)) : undefined;
}

function clockPart(name: "date" | "time", value: unknown): FilterValue {
  if (typeof value !== "string" || partOf(value, 0, 4) === undefined) return unknownValue;
  return name === "date"
    ? { value: value.slice(0, 10), type: "date" }
    : { value: value.slice(11, -1), type: "timeOfDay" };
}

/** By UTF-16 units from zero (section 5.1.1.5.7); a beginning before the text is its beginning. */
function substring([text, from, length]: readonly unknown[]): unknown {
  if (typeof text !== "string" || typeof from !== "number") return undefined;
  const start = Math.max(0, from);
  if (length === undefined) return text.slice(start);
  return typeof length === "number" ? text.slice(start, start + Math.max(0, length)) : undefined;
}

/** A value as one of the primitive type of that name; null stays null, and what does not convert is not known. */
export function castTo(name: string | undefined, subject: FilterValue | undefined): FilterValue {
  if (name === undefined || !subject || subject.value === undefined) return unknownValue;
  const { value } = subject;
  if (value === null) return subject;
  const type = edmTypeInAnyCase(name)?.literal;
  if (type === "string") return typeof value === "object" ? unknownValue : { value: String(value) };
  if (type === "number") return { value: numberOf(value) };
  const isText = type !== undefined && type !== "boolean" && type !== "binary";
  return isText && typeof value === "string" ? { value, type } : unknownValue;
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^[+-]?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
}
