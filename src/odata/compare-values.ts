import { withoutTail } from "../base/trim-characters.ts";
import { compareText, looseText } from "./compare-text.ts";
import { durationOf, instantOf, midnightOf, timeOfDayOf } from "./exact-time.ts";
import type { FilterValue, Literal } from "./filter-expression.ts";
import { unquoted } from "./filter-literal.ts";

/** `different`: not equal, and neither comes first. Undefined: not certain, or not comparable. */
export type Order = "less" | "equal" | "greater" | "different" | undefined;

type Typed = Exclude<Literal["type"], "null" | "boolean" | "number" | "string">;

/**
 * How two values that are not null relate. Numbers compare numerically, date-times as instants to the last digit,
 * GUIDs without letter case, enum members as sets, texts without letter case, as Graph does. With `certain`, an
 * answer that hangs on letter case, on collation, or on a member that may stand for another is none.
 */
export function compareValues(left: FilterValue, right: FilterValue, certain: boolean): Order {
  const [a, b] = [left.value, right.value];
  const type = jointType(left, right);
  if (type === "mixed") return undefined;
  if (type !== undefined) {
    return typeof a === "string" && typeof b === "string" ? compareTyped(type, a, b, certain) : undefined;
  }
  if (typeof a === "number" || typeof b === "number")
    return compareNumbers(numberOf(left), numberOf(right), certain);
  if (typeof a === "boolean" && typeof b === "boolean") return a === b ? "equal" : "different";
  return typeof a === "string" && typeof b === "string" ? compareStrings(a, b, certain) : undefined;
}

function jointType(left: FilterValue, right: FilterValue): Typed | "mixed" | undefined {
  const [one, other] = [typedOnly(left), typedOnly(right)];
  if (one === undefined || other === undefined || one === other) return one ?? other;
  // A date stands for the instant at which it begins.
  const times: readonly string[] = ["date", "dateTimeOffset"];
  return times.includes(one) && times.includes(other) ? "dateTimeOffset" : "mixed";
}

function typedOnly({ type }: FilterValue): Typed | undefined {
  return type === "null" || type === "boolean" || type === "number" || type === "string" ? undefined : type;
}

function compareTyped(type: Typed, a: string, b: string, certain: boolean): Order {
  if (type === "date" || type === "dateTimeOffset") return orderOf(timeOf(a), timeOf(b));
  if (type === "timeOfDay") return orderOf(timeOfDayOf(a), timeOfDayOf(b));
  if (type === "duration") return orderOf(durationOf(unquoted(a)), durationOf(unquoted(b)));
  if (type === "guid") return a.toLowerCase() === b.toLowerCase() ? "equal" : "different";
  if (type === "binary") return plainBase64(a) === plainBase64(b) ? "equal" : "different";
  return compareMembers(unquoted(a), unquoted(b), certain);
}

function timeOf(text: string): bigint | undefined {
  return instantOf(text) ?? midnightOf(text);
}

function plainBase64(text: string): string {
  return withoutTail(unquoted(text).replaceAll("+", "-").replaceAll("/", "_"), "=");
}

/** Members of a flags enum come in any order. */
function compareMembers(a: string, b: string, certain: boolean): Order {
  const [one, other] = [a, b].map((text) => membersOf(text).sort().join());
  if (one === other) return "equal";
  if (one?.toLowerCase() === other?.toLowerCase()) return certain ? undefined : "equal";
  const numbered = [a, b].some((text) => membersOf(text).some((member) => /^-?\d+$/.test(member)));
  return certain && (numbered || mayMeanAnother(a) || mayMeanAnother(b)) ? undefined : "different";
}

/** The members that a value of an enum has. */
export function membersOf(text: string): string[] {
  return text.split(",").map((member) => member.trim());
}

/** The sentinel of an evolvable enum stands for every member that the client has not asked for. */
export function mayMeanAnother(text: string): boolean {
  return membersOf(text).includes("unknownFutureValue");
}

function compareNumbers(a: number | undefined, b: number | undefined, certain: boolean): Order {
  if (a === undefined || b === undefined) return undefined;
  if (Number.isNaN(a) || Number.isNaN(b)) return "different";
  // Beyond 2^53 a JSON number has lost digits.
  if (certain && a === b && Number.isInteger(a) && !Number.isSafeInteger(a)) return undefined;
  return orderOf(a, b);
}

/** 64-bit numbers may come as strings (OData JSON 4.01, section 3.2); a literal in quotes is none. */
function numberOf({ value, type }: FilterValue): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || type === "string") return undefined;
  if (/^-?INF$/.test(value)) return value === "INF" ? Infinity : -Infinity;
  return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value) ? Number(value) : undefined;
}

function compareStrings(a: string, b: string, certain: boolean): Order {
  // Graph takes a date-time in quotes where the property is one.
  const times = orderOf(timeOf(a), timeOf(b));
  if (!certain) return times ?? orderOf(a.toLowerCase(), b.toLowerCase());
  const texts = compareCertainly(a, b);
  return times === undefined || times === texts ? texts : undefined;
}

function compareCertainly(a: string, b: string): Order {
  if (a === b) return "equal";
  if (looseText(a) === looseText(b)) return undefined;
  if (mayMeanAnother(a) || mayMeanAnother(b)) return undefined;
  if (sameMembers(a, b)) return undefined;
  const order = orderOf(compareText(a, b), 0);
  return order === orderOf(a, b) ? order : "different";
}

function sameMembers(a: string, b: string): boolean {
  return a.includes(",") && compareMembers(a, b, false) === "equal";
}

function orderOf<Value extends bigint | number | string>(a: Value | undefined, b: Value | undefined): Order {
  if (a === undefined || b === undefined) return undefined;
  return a < b ? "less" : a > b ? "greater" : "equal";
}
