import { isObject } from "../base/is-object.ts";
import type { JsonForm } from "../contract/contract.ts";
import type { GraphVersion } from "../docs/page.ts";

/** The form of a profile's file; another number is another form. */
export const profileFormat = 1;

/**
 * What answers looked like: names, forms, formats and members with how often each came, and no value. Counts add up, so
 * that profiles do, too.
 */
export interface ShapeProfile {
  readonly format: typeof profileFormat;
  readonly versions: Partial<Record<GraphVersion, VersionShapes>>;
}

export interface VersionShapes {
  /** By id, `GET /users/{}`; what no page documents goes by its method alone, `GET`. */
  readonly operations: Record<string, OperationShapes>;
}

export interface OperationShapes {
  /** How often each came. */
  readonly statuses: Record<string, number>;
  /** By the properties that lead there from the resource, `createdBy/user`, and there by the type. */
  readonly places: Record<string, Record<string, ObjectShapes>>;
}

/** The objects of one type at one place. */
export interface ObjectShapes {
  /** An object that comes again as it was is counted once. */
  objects: number;
  /** Of them those that were asked for whole: no `$select`, no delta answer, no link of the service's own making. */
  whole: number;
  /** The contract has no such type. */
  undocumented?: true;
  readonly properties: Record<string, PropertyShapes>;
}

export interface PropertyShapes {
  /** The objects that had it. */
  seen: number;
  /** Of them those that were asked for whole, and not for it by name. */
  unasked: number;
  /** Where `$select` or `$expand` named it. */
  asked?: AskedShapes;
  /** The contract has no such property. */
  undocumented?: true;
  /** The forms of its values. */
  readonly forms: Counts<JsonForm | "null">;
  /** The forms of the values in its lists. */
  items?: Counts<JsonForm | "null">;
  /** What its texts, or those in its lists, are: `date-time`, `guid`, `text`. */
  formats?: Counts<string>;
  /** The members that came of those that the contract has. */
  members?: Counts<string>;
  /** Members that the contract does not have. */
  otherMembers?: Counts<string>;
  /** Values in the place of a member that may be anybody's words. */
  unnamed?: number;
}

export interface AskedShapes {
  of: number;
  seen: number;
  /** Of them those objects that were asked for whole beside: it was named by `$expand`. */
  whole: number;
}

export type Counts<Name extends string> = Partial<Record<Name, number>>;

/** Adds one to a count. */
export function count<Name extends string>(counts: Counts<Name>, name: Name): void {
  counts[name] = (Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0) + 1;
}

/** What stands under a name that a service has chosen: `constructor` is one, too. */
export function ownOf<Value>(
  named: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return named && Object.hasOwn(named, name) ? named[name] : undefined;
}

/** The same, made where it is missing. */
export function madeOf<Value>(named: Record<string, Value>, name: string, make: () => Value): Value {
  const known = ownOf(named, name);
  if (known !== undefined) return known;
  const made = make();
  named[name] = made;
  return made;
}

/** The sum of counts. */
export function sumOf(counts: Readonly<Counts<string>> | undefined): number {
  return Object.values(counts ?? {}).reduce<number>((sum, each) => sum + (each ?? 0), 0);
}

/** From here on a profile's text goes on in one line: the facts of a property. */
const lineDepth = 9;

/**
 * The profile's text, a line for each property, names in the order of their letters: the same answers give the same
 * bytes, and two files can be compared by eye and by git.
 */
export function profileText(profile: ShapeProfile): string {
  return `${textOf(profile, 0)}\n`;
}

function textOf(value: unknown, depth: number): string {
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  const members = names.map((name) => `${JSON.stringify(name)}: ${textOf(value[name], depth + 1)}`);
  if (depth >= lineDepth || names.length === 0) return `{${members.join(", ")}}`;
  const indent = " ".repeat(depth + 1);
  return `{\n${members.map((member) => indent + member).join(",\n")}\n${" ".repeat(depth)}}`;
}
