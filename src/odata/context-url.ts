import { decoded } from "../base/decoded.ts";
import { withoutEnds } from "../base/trim-characters.ts";
import { splitPath } from "./path-segments.ts";
import { splitList } from "./split-list.ts";

/** An `@odata.context`, taken apart (OData 4.01 Protocol, section 10). */
export interface ContextUrl {
  /** Lower case; empty for a relative URL. */
  readonly host: string;
  /** What stands between the host and `$metadata`, without slashes: `v1.0`. */
  readonly root: string;
  /** The path as resources write it, decoded, without select list: `["users('a')", "messages"]`. */
  readonly segments: readonly string[];
  /** The type that is named instead of a path: `Collection(microsoft.graph.user)`. */
  readonly type?: string;
  /** The items of the select list, as written. */
  readonly select?: readonly string[];
  /** The body is one entity of the collection that the path names. */
  readonly entity: boolean;
}

/** Takes a context URL apart; undefined when it has no `$metadata#`, or nothing behind it. */
export function readContextUrl(text: string): ContextUrl | undefined {
  const mark = text.indexOf("$metadata#");
  const fragment = mark < 0 ? "" : text.slice(mark + "$metadata#".length).trim();
  if (fragment === "") return undefined;
  const base = /^(?:https?:\/\/([^/]*))?(.*)$/i.exec(text.slice(0, mark).trim());
  const service = {
    host: (base?.[1] ?? "").toLowerCase(),
    root: withoutEnds(base?.[2] ?? "", "/"),
  };
  const parts = splitPath(fragment).map(decoded);
  const suffix = parts.at(-1) ?? "";
  const entity = suffix === "$entity";
  if (suffix.startsWith("$")) parts.pop();
  const { rest, select } = cutSelect(parts.pop() ?? "");
  const segments = rest === "" ? parts : [...parts, rest];
  const form = { ...service, ...(select ? { select } : {}), entity };
  const isType = segments.length === 1 && /^Collection\(|^[\w]+(?:\.\w+)+$/i.test(rest);
  return isType ? { ...form, segments: [], type: rest } : { ...form, segments };
}

/** `users('a')(id,mail)` ends in a select list, `users('a')` in a key, `Collection(Edm.String)` in neither. */
function cutSelect(segment: string): { rest: string; select?: string[] } {
  const open = lastGroup(segment);
  const rest = segment.slice(0, open);
  const list = segment.slice(open + 1, -1);
  if (open < 0 || isKey(list) || rest.toLowerCase() === "collection") return { rest: segment };
  return { rest, select: splitList(list).map(({ text }) => text) };
}

/** Where the parentheses that end the segment open; -1 when it does not end in any. A key may hold others. */
function lastGroup(segment: string): number {
  let depth = 0;
  let quoted = false;
  for (let index = segment.length - 1; index > 0 && segment.endsWith(")"); index--) {
    if (segment.charAt(index) === "'") quoted = !quoted;
    if (quoted) continue;
    if (segment.charAt(index) === ")") depth++;
    if (segment.charAt(index) === "(" && --depth === 0) return index;
  }
  return -1;
}

/** In quotes, a GUID, a number, a placeholder, or the named parts of a compound key. */
function isKey(text: string): boolean {
  return /^'.*'$|^[\da-f]{8}-[\da-f-]{27}$|^-?\d+$|^\{.*\}$|^[\w.-]+=/i.test(text.trim());
}
