import type { SnippetPath, SnippetStep } from "../../docs/snippets/snippet-call.ts";
import { isPathParameter, readSegment } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { isSameName, plain } from "./names-of-path.ts";
import { isSameWord } from "./word-of-path.ts";

/** What tells names from keys: the literal segments of documented requests, without marks and in lower case. */
export interface Names {
  /** Of the page's own requests. */
  readonly own: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

/** Whether a snippet's path is that of the documented request; undefined where that cannot be told. */
export function isSamePath(
  path: SnippetPath,
  documented: readonly string[],
  names: Names,
): boolean | undefined {
  const shown = partsOf(documented);
  // `/drive/root:/folder/file:/content` has a path of its own inside.
  if (path.form !== "url" && documented.some((segment) => segment.endsWith(":"))) return undefined;
  if (path.form === "url") return sameUrl(partsOf(readRequestUrl(path.url).segments), shown, names);
  if (path.form === "chain") return sameChain(path.steps, shown, functionsOf(documented));
  if (path.form === "names") {
    // Commands of references name a type between the keys.
    return sameNames(path.steps, shown, names) || (path.steps.at(-1)?.text === "ref" ? undefined : false);
  }
  return isSameWord(path.word, withoutAlias(shown));
}

/** `users('x')` is a name and a key; a function keeps its arguments, an empty pair of parentheses goes. */
function partsOf(segments: readonly string[]): string[] {
  return segments.flatMap((segment) => {
    const { name, key } = readSegment(segment);
    return key === undefined ? [name] : [name, key === "" ? "''" : key];
  });
}

function sameUrl(called: readonly string[], shown: readonly string[], names: Names): boolean {
  const [one, other] = [withoutAlias(called), withoutAlias(shown)];
  if (one.length !== other.length) return false;
  return one.every((part, index) => {
    const there = other[index] ?? "";
    if (isSameName(there, part)) return true;
    const bothNames = [part, there].every((text) => /^[a-z]+$/i.test(text) && names.all.has(plain(text)));
    return index > 0 && isKey(part, names) && isKey(there, names) && !bothNames;
  });
}

/** A text is a key unless the page's requests know it as a name, or it can be nothing else. */
function isKey(part: string, names: Names): boolean {
  if (isPathParameter(part) || !/^[$A-Za-z][\w.]*$/.test(part)) return true;
  return !names.own.has(plain(part)) && !/^\$|^microsoft\.graph\./.test(part);
}

function sameChain(
  steps: readonly SnippetStep[],
  shown: readonly string[],
  functions: ReadonlySet<string>,
): boolean {
  const called = withCasts(steps.map(({ text, key }) => (key ? "{key}" : text)));
  const [one, other] = [withoutDrive(called), withoutDrive(shown)];
  if (one.length !== other.length) return false;
  return one.every((part, index) => {
    const there = other[index] ?? "";
    // Code marks its keys, and some have names for them: `inbox`.
    if (part === "{key}") return index > 0 && !isNeverKey(there) && !functions.has(there);
    return isSameName(there, part);
  });
}

/** OData's own segments, casts and `delta` are no keys; nor is a function that has its arguments behind it. */
function isNeverKey(segment: string): boolean {
  return /^\$|^microsoft\.graph\.|^delta$/.test(segment);
}

function functionsOf(documented: readonly string[]): ReadonlySet<string> {
  const read = documented.map(readSegment);
  return new Set(read.flatMap(({ name, arguments: given }) => (given === undefined ? [] : [name])));
}

/** Between the names stand keys that the snippet gives elsewhere. */
function sameNames(steps: readonly SnippetStep[], shown: readonly string[], names: Names): boolean {
  const called = steps.map(({ text }) => text);
  return [shown, withoutAlias(shown), withoutDrive(shown)].some((parts) => {
    let at = 0;
    for (const [index, part] of parts.entries()) {
      if (at < called.length && isSameName(part, called[at] ?? "")) at++;
      else if (index === 0 || !isKey(part, names)) return false;
    }
    return at === called.length;
  });
}

/** `places().microsoft.graph.room()`, as one generator writes a cast. */
function withCasts(parts: readonly string[]): string[] {
  const at = parts.findIndex((part, index) => part === "microsoft" && parts[index + 1] === "graph");
  if (at < 0) return [...parts];
  return [...parts.slice(0, at), parts.slice(at, at + 3).join("."), ...parts.slice(at + 3)];
}

/** SDKs have the items of a drive below `/drives` alone, and know its root by its id: `/me/drive/root/children`. */
function withoutDrive(parts: readonly string[]): readonly string[] {
  const own = withoutAlias(parts).map((part) => (part === "Root" ? "root" : part));
  const drive = own.findIndex((part) => /^drives?$/i.test(part));
  if (drive < 0) return own;
  const below = own.slice(drive + (/s$/i.test(own[drive] ?? "") ? 2 : 1));
  const items = below[0] === "root" ? ["items", "{key}", ...below.slice(1)] : below;
  return ["drives", "{key}", ...items];
}

/** `/me` is somebody of `/users`, and SDKs take the one for the other. */
function withoutAlias(parts: readonly string[]): readonly string[] {
  return /^me$/i.test(parts[0] ?? "") ? ["users", "{key}", ...parts.slice(1)] : parts;
}
