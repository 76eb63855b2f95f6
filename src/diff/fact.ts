import type { Location } from "../base/location.ts";
import { nearestNames } from "../base/nearest-name.ts";
import type { RemovalNotice } from "../docs/declarations/deprecation.ts";

/**
 * One thing that a contract promises, with what is promised of it in turn: a property of a type, its type, that it
 * comes only with `$select`. Facts are told apart, at their place, by kind and name alone, so that a row that moved or
 * a sentence that was reworded is no change.
 */
export interface Fact {
  readonly kind: FactKind;
  /** Empty where there is only one of its kind at its place. */
  readonly name: string;
  /** What may be another one in the contract that comes after. */
  readonly value?: FactValue;
  /** Sorted by kind and name. */
  readonly parts: readonly Fact[];
  /** The qualified base type that has it, where that is not the type under which it stands. */
  readonly inheritedFrom?: string;
  /** The day of the notice, of what is deprecated. */
  readonly announced?: string;
  /** What it lists is not all: what it leaves out is not denied. */
  readonly listsSome?: true;
  /** Absent where nothing that a person can open says so. */
  readonly location?: Location;
  /** What its parts are outlined from: two that were outlined from the same have the same parts. */
  readonly source?: unknown;
}

export type FactValue = string | number | boolean;

export type FactKind = (typeof factKinds)[number];

/** Every kind of fact. Where each one stands is told by what outlines a contract: `outline/`. */
export const factKinds = [
  "contract",
  // below the contract
  "path",
  "type",
  "enum",
  "action",
  "function",
  "root",
  // of a path
  "spelling",
  "operation",
  // of an operation
  "parameter",
  "query-options",
  "query-option",
  "header",
  "scheme",
  "permission",
  "least-privileged",
  "cloud",
  "status",
  "body",
  "request-body",
  "media-type",
  "error-code",
  // of an action or a function
  "overload",
  "returns",
  // of a header
  "header-value",
  "required-with",
  // of a type
  "base",
  "abstract",
  "open",
  "key",
  "property",
  // of a property or a parameter
  "value-type",
  "collection",
  "relationship",
  "contained",
  "nullable",
  "read-only",
  "required",
  "range",
  "max-length",
  "filter",
  "operator",
  "orderby",
  "expand",
  "search",
  "on-select",
  "not-by-default",
  // of all of these but a path
  "deprecation",
  // of a deprecation
  "removal",
  // of an enumeration, or of a String with listed values
  "members",
  "member",
  "sentinel",
  "flags",
] as const;

/**
 * A fact whose parts are outlined when somebody looks: most of what a contract promises stays as it was, which its
 * source alone shows.
 */
export function factFrom(
  kind: FactKind,
  name: string,
  {
    source,
    location,
    outline,
  }: {
    readonly source: unknown;
    readonly location: Location;
    readonly outline: () => readonly Fact[];
  },
): Fact {
  let parts: readonly Fact[] | undefined;
  return {
    kind,
    name,
    get parts() {
      parts ??= inOrder(outline());
      return parts;
    },
    location,
    source,
  };
}

/** Makes a fact; its parts are put in order, and of two of the same kind and name the first stays. */
export function fact(
  kind: FactKind,
  name: string,
  details: Partial<
    Pick<Fact, "value" | "parts" | "location" | "inheritedFrom" | "announced" | "listsSome">
  > = {},
): Fact {
  const { value, parts = noParts, location, inheritedFrom, announced, listsSome } = details;
  // A year of Graph has half a million of them: a member at a time is set faster than spread.
  const made: { -readonly [Name in keyof Fact]: Fact[Name] } = { kind, name, parts: inOrder(parts) };
  if (value !== undefined) made.value = value;
  if (inheritedFrom !== undefined) made.inheritedFrom = inheritedFrom;
  if (announced !== undefined) made.announced = announced;
  if (listsSome) made.listsSome = true;
  if (location !== undefined) made.location = location;
  return made;
}

const noParts: readonly Fact[] = Object.freeze([]);

function inOrder(parts: readonly Fact[]): readonly Fact[] {
  return parts.length < 2 ? parts : parts.toSorted(compareFacts).filter(isFirst);
}

/** That something is deprecated, with the day from which it is gone, where somebody says. */
export function deprecationFacts(
  notice: RemovalNotice | undefined,
  location: Location | undefined,
): readonly Fact[] {
  if (!notice) return [];
  const { removal, announced } = notice;
  const at = {
    ...(location === undefined ? {} : { location }),
    ...(announced === undefined ? {} : { announced }),
  };
  const parts = removal === undefined ? [] : [fact("removal", "", { ...at, value: removal })];
  return [fact("deprecation", "", { ...at, parts })];
}

/** By kind, then by name; both by their characters, whatever language the machine speaks. */
export function compareFacts(one: Pick<Fact, "kind" | "name">, other: Pick<Fact, "kind" | "name">): number {
  return compare(one.kind, other.kind) || compare(one.name, other.name);
}

function isFirst(part: Fact, index: number, sorted: readonly Fact[]): boolean {
  const before = sorted[index - 1];
  return before === undefined || compareFacts(before, part) !== 0;
}

/** The only part of a kind, or the one of that name. */
export function partOf(whole: Fact | undefined, kind: FactKind, name = ""): Fact | undefined {
  return whole?.parts.find((part) => part.kind === kind && part.name === name);
}

/** The only one of several facts whose name is near another's. */
export function nearName({ name }: Fact, candidates: readonly Fact[]): Fact | undefined {
  const [near, ...others] = nearestNames(
    name,
    candidates.map((next) => next.name),
  );
  return others.length === 0 ? candidates.find((next) => next.name === near) : undefined;
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
