import { groupBy } from "../base/group-by.ts";
import { onceFor } from "../base/once-for.ts";
import { pageName } from "../docs/page-name.ts";
import { type Fact, nearName, partOf } from "./fact.ts";

/**
 * The path that a page documents now in the place of another one: the same page, the same methods, and the same end.
 * Else the only path that is near in its letters.
 */
export function movedPath(candidates: readonly Fact[]): (old: Fact) => Fact | undefined {
  const onPage = (path: Fact) => `${pageOf(path)} ${methodsOf(path)}`;
  const inLength = (path: Fact) => `${segmentsOf(path.name).length} ${methodsOf(path)}`;
  const [byPage, byLength] = [groupBy(candidates, onPage), groupBy(candidates, inLength)];
  const bySegments = groupBy(candidates, ({ name }) => keysAsSegments(name));
  return (old) =>
    bySegments.get(keysAsSegments(old.name))?.[0] ??
    withLongestEnd(old, byPage.get(onPage(old)) ?? []) ??
    nearName(old, byLength.get(inLength(old)) ?? []);
}

/**
 * `/users('{}')/manager` as `/users/{}/manager`: a key in brackets and one behind a slash are the same one (OData URL
 * Conventions 4.01, section 4.3.6, key-as-segment; Graph takes both).
 */
function keysAsSegments(path: string): string {
  return path.replace(/(?<=\/\w+)\((?:'\{\}'|"\{\}"|\{\})\)(?=\/|$)/g, "/{}");
}

/** What tells that two paths differ in nothing but where their keys stand. */
export function withKeysElsewhere(old: string, next: string): string | undefined {
  if (keysAsSegments(old) !== keysAsSegments(next)) return undefined;
  return "a key in brackets and one behind a slash are the same";
}

/** Of paths of one page the one that shares most with another, and more than one segment. */
function withLongestEnd(old: Fact, candidates: readonly Fact[]): Fact | undefined {
  let best: Fact | undefined;
  let most = 1;
  for (const next of candidates) {
    const shared = sharedSegments(old.name, next.name);
    if (shared > most) [best, most] = [next, shared];
  }
  return best;
}

/** What two paths do not share at their ends: the piece that moved, and the name that follows it. */
export function movedPiece(
  old: string,
  next: string,
): { readonly from: string; readonly to: string; readonly behind: string } {
  const before = segmentsOf(old);
  const after = segmentsOf(next);
  const tail = sharedEnd(before, after);
  const from = before.slice(0, before.length - tail);
  const to = after.slice(0, after.length - tail);
  return { from: `/${from.join("/")}`, to: `/${to.join("/")}`, behind: before.at(-tail) ?? "" };
}

/**
 * Whether two paths lead to the same thing of the same owner: one has a name more in its middle, and no key, as
 * `/me/calendarGroup/calendars/{}` and `/me/calendars/{}` have.
 */
export function isAlias(old: string, next: string): boolean {
  if (keysAsSegments(old) === keysAsSegments(next)) return true;
  const [short, long] = [segmentsOf(old), segmentsOf(next)].sort((one, other) => one.length - other.length);
  if (!short || !long || short.length === long.length) return false;
  const tail = sharedEnd(short, long);
  const head = sharedEnd(short.toReversed(), long.toReversed());
  const more = long.slice(head, long.length - (short.length - head));
  return head > 0 && head + tail >= short.length && more.every((segment) => !segment.includes("{"));
}

function sharedSegments(old: string, next: string): number {
  const before = segmentsOf(old);
  const after = segmentsOf(next);
  const tail = sharedEnd(before, after);
  const head = sharedEnd(before.toReversed(), after.toReversed());
  // A longer end is likelier the same thing than a longer beginning.
  return Math.min(tail * 2 + head, 2 * Math.min(before.length, after.length));
}

function sharedEnd(before: readonly string[], after: readonly string[]): number {
  let shared = 0;
  while (shared < Math.min(before.length, after.length) && before.at(-1 - shared) === after.at(-1 - shared))
    shared++;
  return shared;
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

// Each of hundreds of paths that went is held beside each that came.
const methodsOf = onceFor(({ parts }: Fact): string =>
  parts
    .filter(({ kind }) => kind === "operation")
    .map(({ name }) => name)
    .join(" "),
);

const pageOf = onceFor((path: Fact): string => {
  const { location } = partOf(path, "spelling") ?? path;
  return location === undefined ? "" : pageName(location.file);
});
