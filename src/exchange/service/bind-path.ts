import type { Operation, Property } from "../../contract/contract.ts";
import { splitPath } from "../../odata/path-segments.ts";
import type { Creations } from "./creations.ts";
import { type Bindings, givenArgument, givenValue } from "./given-values.ts";
import type { Hindrance } from "./listing.ts";
import { sampleLiteral } from "./literal.ts";
import { callWith, hasPlaceholder, placeholderIn, recentTime, withKey } from "./path-placeholders.ts";
import type { Answer, Lookup, Purpose } from "./planned-request.ts";

/** A path to be bound, and what is known of it. */
export interface OpenPath extends Omit<Purpose, "name"> {
  /** Decoded. */
  readonly segments: readonly string[];
  /** Of the function that the path calls. */
  readonly parameters: readonly Property[];
  /** What the path ends in, when several types share a collection. */
  readonly type?: string;
  /** Whether it is a GET that is asked, so that its own answer says how much can fail there. */
  readonly isRead: boolean;
  /** Another run asks for it, and judges what is asked to bind it. */
  readonly elsewhere?: true;
}

/** A path whose placeholders have values. */
export interface BoundPath {
  /** Decoded. */
  readonly segments: readonly string[];
  /** The placeholders for which no value is known. */
  readonly unknown: readonly string[];
  /** Why not, where that is known. */
  readonly hindrance?: Hindrance;
}

/** Gives the placeholders of a path values; what it has to know for that the service is asked for. */
export type Bind = (path: OpenPath) => Generator<Lookup, BoundPath, Answer>;

/** The path of an operation, to be bound. */
export function openPathOf({
  path,
  file,
  title,
  location,
  parameters,
  responses,
  method,
  query,
}: Operation): OpenPath {
  const type = responses.find(({ status }) => status === 200)?.body?.name ?? "";
  const isRead = method === "GET" && query === undefined;
  return { segments: splitPath(path), file, title, location, parameters, type, isRead };
}

/** What is known without asking: the values that were given, and times of the last month where a time is wanted. */
export interface KnownValues {
  readonly given: Bindings;
  readonly now: Date;
}

/** A call of a function with the values that were given, recent times, and samples of the other types. */
export function callWithin(segment: string, { parameters }: OpenPath, { given, now }: KnownValues): string {
  return callWith(
    segment,
    parameters,
    (name, type) => givenArgument(given, name) ?? recentTime(now, name, type) ?? sampleLiteral(type),
  );
}

/** Binds to what the run has created, else with given values alone: nothing else is changed that nobody named. */
export function bindGiven(path: OpenPath, known: KnownValues, created: Pick<Creations, "keyIn">): BoundPath {
  const segments: string[] = [];
  const unknown: string[] = [];
  for (const [index, segment] of path.segments.entries()) {
    const open = placeholderIn(segment);
    if (!open) {
      const called = callWithin(segment, path, known);
      segments.push(called);
      if (hasPlaceholder([called])) unknown.push(called);
      continue;
    }
    const before = path.segments.slice(0, index);
    const collection = open.name === undefined ? before : [...before, open.name];
    const bound = open.name === undefined ? segments : [...segments, open.name];
    const value = created.keyIn(bound) ?? givenValue(known.given, open.placeholder, collection)?.value;
    segments.push(value === undefined ? segment : withKey(open, value));
    if (value === undefined) unknown.push(open.placeholder);
  }
  return { segments, unknown };
}

/** `no value is known for {runId}: /…/runs was answered with 403`. */
export function unboundMessage({ unknown, hindrance }: BoundPath): string {
  const why = hindrance ? `: ${hindrance.message}` : "";
  return `no value is known for ${unknown.join(", ")}${why}`;
}
