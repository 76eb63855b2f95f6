import { looksLikeKey, requestTokens, templateTokens } from "./path-tokens.ts";

/** A name of a path, and whether a key stands behind it. */
export interface PathStep {
  readonly name: string;
  readonly keyed: boolean;
}

/** The names of a path, without its casts; which segments are keys is told by the template that documents it. */
export function pathSteps(segments: readonly string[], template?: string): PathStep[] {
  const tokens = requestTokens(segments);
  const documented = template === undefined ? [] : templateTokens(template);
  const isKey = (index: number, text: string) =>
    documented.length === tokens.length ? documented[index]?.kind === "key" : looksLikeKey(text);
  const steps: PathStep[] = [];
  for (const [index, { kind, text, written = text }] of tokens.entries()) {
    const last = steps.at(-1);
    if (kind === "name" && /^(?:microsoft\.)?graph\.\w/i.test(written)) continue;
    if (kind === "name" && !isKey(index, text)) steps.push({ name: written, keyed: false });
    else if (last && kind !== "path") steps[steps.length - 1] = { ...last, keyed: true };
  }
  return steps;
}

/** The segments of a path with such names, its keys in braces. */
export function segmentsOf(steps: readonly PathStep[]): string[] {
  return steps.flatMap(({ name, keyed }) => (keyed ? [name, "{id}"] : [name]));
}

/** Two paths to what the names at their ends say, as far as they differ. */
export interface TwoWays {
  /** One of them has all names of the other in their order, and both have the same end. */
  readonly isOne: boolean;
  /** What each has before the names that both end in. */
  readonly heads: readonly [one: readonly PathStep[], other: readonly PathStep[]];
  /** The first of those names; undefined where they end differently. */
  readonly joint: PathStep | undefined;
}

/** Compares two paths by their names; `me` and one of the `users` are the same. */
export function compareWays(one: readonly PathStep[], other: readonly PathStep[]): TwoWays {
  let common = 0;
  const fromEnd = (steps: readonly PathStep[], index: number) => steps[steps.length - 1 - index];
  while (isSame(fromEnd(one, common), fromEnd(other, common))) common++;
  return {
    isOne: common > 0 && (isWithin(one, other) || isWithin(other, one)),
    heads: [one.slice(0, one.length - common), other.slice(0, other.length - common)],
    joint: common === 0 ? undefined : fromEnd(other, common - 1),
  };
}

function isWithin(few: readonly PathStep[], many: readonly PathStep[]): boolean {
  let at = -1;
  return few.every((step) => {
    at = many.findIndex((other, index) => index > at && isSame(step, other));
    return at >= 0;
  });
}

/** True for the same name in any letter case. */
export function isSame(one: PathStep | undefined, other: PathStep | undefined): boolean {
  if (!one || !other) return false;
  const [name, otherName] = [one.name.toLowerCase(), other.name.toLowerCase()];
  return name === otherName || isOwnUser(one, other) || isOwnUser(other, one);
}

function isOwnUser(me: PathStep, { name, keyed }: PathStep): boolean {
  return me.name.toLowerCase() === "me" && keyed && name.toLowerCase() === "users";
}
