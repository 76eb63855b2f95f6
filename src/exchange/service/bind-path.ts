import { groupBy } from "../../base/group-by.ts";
import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Contract, Property } from "../../contract/contract.ts";
import { keyPropertyOf, typeNamed } from "../../contract/names/type-named.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { documentedResource } from "../../contract/path/resolve-path.ts";
import { isCollection } from "../../contract/promise/body-fit.ts";
import { namedType } from "../../contract/validation/named-type.ts";
import { isPathParameter, readSegment, splitPath } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { sampleLiteral } from "./literal.ts";
import { type Answer, type Lookup, writePath } from "./planned-request.ts";

/** A path to be bound, and what is known of it. */
export interface OpenPath {
  /** Decoded. */
  readonly segments: readonly string[];
  /** The page that has it: its own examples come first. */
  readonly file: string;
  /** Of the function that the path calls. */
  readonly parameters: readonly Property[];
  /** What the path ends in, when several types share a collection. */
  readonly type?: string;
}

/** A path whose placeholders have values. */
export interface BoundPath {
  /** Decoded. */
  readonly segments: readonly string[];
  /** The placeholders for which no value is known: a stand-in is in their place. */
  readonly unknown: readonly string[];
}

/** What stands for a key that nobody knows; no service has it. */
export const standIn = "5c0f6c1e-98a5-4f0d-8b5e-0d1a5e9b7c42";

/**
 * Gives the placeholders of a path values: from the documented example that shares most of the path with it, else the
 * key of the first item of the collection before it, which the service is asked for.
 */
export function* bindPath(
  contract: Contract,
  { segments, file, parameters, type }: OpenPath,
): Generator<Lookup, BoundPath, Answer> {
  const shown = longestShown(contract, segments, file);
  const bound: string[] = [...shown];
  const unknown: string[] = [];
  for (const [index, segment] of segments.entries()) {
    if (index < shown.length) continue;
    const open = placeholderIn(segment);
    if (!open) {
      const called = callWith(segment, parameters);
      bound.push(called);
      if (hasPlaceholder([called])) unknown.push(called);
      continue;
    }
    const collection = open.name === undefined ? bound : [...bound, open.name];
    const key =
      unknown.length > 0 || collection.length === 0
        ? undefined
        : yield* firstKey(contract, collection, index === segments.length - 1 ? type : undefined);
    if (key === undefined) unknown.push(open.placeholder);
    const value = key ?? standIn;
    bound.push(open.name === undefined ? value : `${open.name}('${value.replaceAll("'", "''")}')`);
  }
  return { segments: bound, unknown };
}

/** True when some part of a path is left to the reader. */
export function hasPlaceholder(segments: readonly string[]): boolean {
  return segments.some((segment) => /[{}<>]/.test(segment) || isPathParameter(segment));
}

function* firstKey(
  contract: Contract,
  collection: readonly string[],
  wanted: string | undefined,
): Generator<Lookup, string | undefined, Answer> {
  const { json, status = 400 } = yield { kind: "lookup", target: writePath(collection) };
  if (status >= 300 || !isObject(json)) return undefined;
  const type = documentedResource(contract, collection)?.name ?? "";
  const property = keyPropertyOf(typeNamed(contract, type));
  const items = isCollection(json) ? json.value.filter(isObject) : [];
  const item = items.find((one) => wanted !== undefined && namedType(one) === wanted) ?? items[0];
  const key = item?.[property];
  return typeof key === "string" || typeof key === "number" ? String(key) : undefined;
}

interface OpenSegment {
  readonly placeholder: string;
  /** Of a key in parentheses: `users` of `users('{id}')`. */
  readonly name?: string;
}

function placeholderIn(segment: string): OpenSegment | undefined {
  if (isPathParameter(segment)) return { placeholder: segment };
  const { name, key } = readSegment(segment);
  return key !== undefined && isPathParameter(key) ? { placeholder: key, name } : undefined;
}

/** `summary(start={time})` with a value of each parameter's type; `type='{name}'` has its quotes already. */
function callWith(segment: string, parameters: readonly Property[]): string {
  return segment.replace(
    /(\w+)=('?)\{[^{}]*\}('?)/g,
    (written: string, name: string, open: string, close: string) => {
      const parameter = parameters.find((other) => other.name.toLowerCase() === name.toLowerCase());
      const literal = sampleLiteral(parameter?.type.name ?? (open === "" ? "" : "Edm.String"));
      if (literal === undefined) return written;
      return `${name}=${open !== "" && !literal.startsWith("'") ? `${open}${literal}${close}` : literal}`;
    },
  );
}

/** The values that an example has for the first segments of a path: as many as any example has. */
function longestShown(contract: Contract, segments: readonly string[], file: string): readonly string[] {
  let best: readonly string[] = [];
  let own = false;
  for (const example of shownByRoot(contract).get(rootOf(segments[0])) ?? []) {
    const shown = shownBy(example, segments);
    if (shown.length > best.length || (shown.length === best.length && !own && example.file === file)) {
      best = shown;
      own = example.file === file;
    }
  }
  return best;
}

function shownBy(example: ShownPath, segments: readonly string[]): readonly string[] {
  const shown: string[] = [];
  for (const [index, segment] of segments.entries()) {
    const value = example.segments[index];
    if (value === undefined || !shows(value, segment)) break;
    if (example.words[index] && isPathParameter(segment)) break;
    shown.push(value);
  }
  return shown;
}

function shows(value: string, segment: string): boolean {
  if (hasPlaceholder([value])) return false;
  const concrete = readSegment(value);
  if (isPathParameter(segment)) return !value.startsWith("$") && concrete.arguments === undefined;
  const asked = readSegment(segment);
  if (asked.name.toLowerCase() !== concrete.name.toLowerCase()) return false;
  if (asked.key !== undefined)
    return concrete.key !== undefined && (isPathParameter(asked.key) || asked.key === concrete.key);
  return (asked.arguments === undefined) === (concrete.arguments === undefined) && concrete.key === undefined;
}

interface ShownPath {
  readonly file: string;
  readonly segments: readonly string[];
  /** By its place, whether the template of the path has just this word: a function's name is no key. */
  readonly words: readonly boolean[];
}

function wordsOf(contract: Contract, method: string, segments: readonly string[]): readonly boolean[] {
  const template = splitPath(matchOperation(contract, method, { segments })?.path ?? "");
  return segments.map((segment, index) => template[index]?.toLowerCase() === segment.toLowerCase());
}

/** The paths of the examples, by the name that they begin with. */
const shownByRoot = onceFor((contract: Contract) =>
  groupBy(shownPaths(contract), ({ segments }) => rootOf(segments[0])),
);

function shownPaths(contract: Contract): ShownPath[] {
  return contract.examples.map(({ file, request }) => {
    const { segments } = readRequestUrl(request.url);
    return { file, segments, words: wordsOf(contract, request.method, segments) };
  });
}

function rootOf(segment = ""): string {
  return readSegment(segment).name.toLowerCase();
}
