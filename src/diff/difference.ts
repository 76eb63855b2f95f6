import { compareFacts, type Fact } from "./fact.ts";
import { isSamePromise } from "./same-promise.ts";

/** One fact that two outlines do not share: it came, it went, or it says something else. */
export interface Difference {
  /** The facts under which it stands, the outermost first, without the contract itself; as they are after. */
  readonly within: readonly Fact[];
  /** The same facts as they were before. */
  readonly withinBefore: readonly Fact[];
  /** Absent: nothing said so before. */
  readonly before?: Fact;
  /** Absent: nothing says so any more. */
  readonly after?: Fact;
}

/**
 * Every difference of two facts of one kind, each once: of what came or went as a whole its parts are not told, nor of
 * what says something else.
 */
export function differences(
  before: Fact,
  after: Fact,
  within: readonly Fact[] = [],
  withinBefore: readonly Fact[] = [],
): Difference[] {
  const found: Difference[] = [];
  const place = { within, withinBefore };
  let at = 0;
  for (const old of before.parts) {
    let next = after.parts[at];
    let order = next ? compareFacts(next, old) : 1;
    while (next && order < 0) {
      found.push({ ...place, after: next });
      next = after.parts[++at];
      order = next ? compareFacts(next, old) : 1;
    }
    if (!next || order > 0) {
      found.push({ ...place, before: old });
      continue;
    }
    at++;
    if (old.value !== next.value) found.push({ ...place, before: old, after: next });
    else if (!haveSameSource(old, next) && (old.parts.length > 0 || next.parts.length > 0))
      for (const one of differences(old, next, [...within, next], [...withinBefore, old])) found.push(one);
  }
  for (const next of after.parts.slice(at)) found.push({ ...place, after: next });
  return found;
}

function haveSameSource(old: Fact, next: Fact): boolean {
  return old === next || (old.source !== undefined && isSamePromise(old.source, next.source));
}
