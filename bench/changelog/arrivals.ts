import type { Change } from "../../src/diff/change.ts";
import type { Fact, FactKind } from "../../src/diff/fact.ts";
import { aboutOf } from "./announced-change.ts";
import { requestKey } from "./page-texts.ts";
import type { Claim, Kind } from "./read-changelog.ts";
import type { Shown } from "./showable.ts";

/** A fact that a change brought, alone or within what came as a whole, as a property of a new type is; or took away. */
export interface Arrival {
  readonly rule: string;
  readonly path: readonly Pick<Fact, "kind" | "name">[];
  readonly fact: Fact;
  /** It is within what the change tells. */
  readonly within: boolean;
  readonly gone?: true;
}

/** All that the changes brought, and what each of them took away. */
export function arrivalsOf(changes: readonly Change[]): Arrival[] {
  return changes.flatMap(({ rule, action, places }) =>
    places.flatMap(({ pointer: path, before, after }): Arrival[] => {
      if (after) return brought(rule, path, action === "renamed" ? undefined : before, after, false);
      return before ? [{ rule, path, fact: before, within: false, gone: true }] : [];
    }),
  );
}

function brought(
  rule: string,
  path: Arrival["path"],
  before: Fact | undefined,
  after: Fact,
  within: boolean,
): Arrival[] {
  const known = new Map(before?.parts.map((part) => [`${part.kind} ${part.name}`, part]));
  return [
    { rule, path, fact: after, within },
    ...after.parts.flatMap((part) => {
      const old = known.get(`${part.kind} ${part.name}`);
      return old === part ? [] : brought(rule, [...path, part], old, part, true);
    }),
  ];
}

/** What of a claim that the pages can show the changes tell, and where they do not. */
export interface LookedUp {
  readonly found: readonly Arrival[];
  readonly missed: readonly string[];
}

/** Looks up what the pages show in what the changes brought. */
export function lookUp({ description }: Claim, { kind, at }: Shown, arrivals: readonly Arrival[]): LookedUp {
  const about = kind === "announced change" ? aboutOf(description) : undefined;
  const found: Arrival[] = [];
  const missed: string[] = [];
  for (const { place, name } of at) {
    const fits = arrivals.filter(
      (arrival) => isThat(name, kind, place, arrival) && (!about || isAbout(arrival, about)),
    );
    const [first] = fits.toSorted((one, other) => Number(one.within) - Number(other.within));
    if (first) found.push(first);
    else missed.push(place);
  }
  return { found, missed };
}

function isThat(name: string, kind: Kind, place: string, { path, fact, gone }: Arrival): boolean {
  if (gone && kind !== "announced change") return false;
  switch (kind) {
    case "property":
    case "relationship":
      return fact.kind === "property" && isSame(fact.name, name) && shortName(named(path, "type")) === place;
    case "method":
      return fact.kind === "operation" && requestKey(fact.name, named(path, "path")) === place;
    case "permission":
      return fact.kind === "permission" && fact.name === name && isIn(fact, place);
    case "enum member":
      return (
        fact.kind === "member" &&
        isSame(fact.name, name) &&
        path.some((outer) => place.split("|").includes(shortName(outer.name)))
      );
    case "enum type":
      return (
        (fact.kind === "enum" && shortName(fact.name) === place) ||
        (fact.kind === "value-type" && shortName(String(fact.value)) === place)
      );
    case "type":
      return (fact.kind === "type" || fact.kind === "enum") && shortName(fact.name) === place;
    case "parameter":
      return (
        (fact.kind === "parameter" || fact.kind === "query-option") &&
        isSame(fact.name, name) &&
        isIn(fact, place)
      );
    case "announced change":
      return place.startsWith("api/")
        ? isIn(fact, place) && path.some((outer) => outer.kind === "operation")
        : shortName(named(path, "type")) === place && isSame(named(path, "property"), name);
    default:
      return false;
  }
}

function isAbout({ fact }: Arrival, about: RegExp): boolean {
  return about.test(`${fact.kind} ${fact.name} ${fact.value ?? ""}`);
}

function named(path: Arrival["path"], kind: FactKind): string {
  return path.find((outer) => outer.kind === kind)?.name ?? "";
}

function isIn({ location }: Fact, file: string): boolean {
  return location?.file.toLowerCase().endsWith(`/${file.toLowerCase()}`) ?? false;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function shortName(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf(".") + 1).toLowerCase();
}
