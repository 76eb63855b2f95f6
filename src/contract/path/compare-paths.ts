import { isGuid } from "../../odata/edm-format.ts";
import { isPathParameter, readSegment } from "../../odata/path-segments.ts";

/** A collection of which two paths name different resources. */
export interface KeyContradiction {
  readonly name: string;
  readonly asked: string;
  readonly given: string;
}

/**
 * The collections of which a service's path names another resource than the request's. Only keys of the same kind
 * contradict each other: `me` and `users('3f2a...')` are one user, as are a mail address and an id.
 */
export function contradictingKeys(request: readonly string[], given: readonly string[]): KeyContradiction[] {
  const found: KeyContradiction[] = [];
  const asked = request.map(readSegment);
  let from = 0;
  for (const [position, segment] of given.entries()) {
    const { name, key: inParentheses } = readSegment(segment);
    // A service writes keys in parentheses in a context, and mostly as segments of their own in a link.
    const key = inParentheses ?? plainSegment(given[position + 1]);
    const at = asked.findIndex(
      (other, index) => index >= from && other.name.toLowerCase() === name.toLowerCase(),
    );
    if (at < 0) continue;
    from = at + 1;
    const inline = asked[at]?.key;
    const next = inline ?? asked[from]?.name;
    if (key === undefined || next === undefined) continue;
    if (inline === undefined && inParentheses !== undefined) from++;
    if (contradict(next, key)) found.push({ name: asked[at]?.name ?? name, asked: next, given: key });
  }
  return found;
}

/** A segment without parentheses: a name, or a key. */
function plainSegment(segment = ""): string | undefined {
  return segment === "" || readSegment(segment).name !== segment ? undefined : segment;
}

function contradict(asked: string, given: string): boolean {
  if (asked.toLowerCase() === given.toLowerCase()) return false;
  const kind = kindOf(asked);
  return kind !== "other" && kind === kindOf(given);
}

/** `other` are placeholders, well-known names (`inbox`), alternate keys and what was cut short. */
function kindOf(key: string): "guid" | "number" | "mail" | "opaque" | "other" {
  if (isPathParameter(key) || /[{}<>]|\.\.|…|^\w+=[^=]/.test(key)) return "other";
  if (isGuid(key)) return "guid";
  if (/^\d+$/.test(key)) return "number";
  if (/^[^@\s]+@[^@\s]+\.[a-z]+$/i.test(key) && !key.includes(":")) return "mail";
  // Ids without a known form: long, of one piece, not a word.
  return key.length >= 12 && /\d/.test(key) && !/\s/.test(key) ? "opaque" : "other";
}

/** True when a service's path has only names of the request's, in their order, and ends where the request does. */
export function samePath(request: readonly string[], given: readonly string[]): boolean {
  const names = request.map((segment) => readSegment(segment).name.toLowerCase());
  let at = -1;
  for (const segment of given) {
    at = names.indexOf(readSegment(segment).name.toLowerCase(), at + 1);
    if (at < 0) return false;
  }
  // Behind the last name only its key may follow.
  return given.length > 0 && names.length - at - 1 <= 1;
}
