import { decoded } from "../base/decoded.ts";
import { splitPath } from "./path-segments.ts";

/** A request's URL, taken apart. */
export interface RequestUrl {
  /** Lower case; empty for a relative URL. */
  readonly host: string;
  /** `v1.0` or `beta`, as written; empty when the URL has none. */
  readonly version: string;
  /** The path below the version, decoded, without empty segments. */
  readonly segments: readonly string[];
  /** Query options by lower-case name, decoded; OData's own always with their `$`. */
  readonly options: ReadonlyMap<string, string>;
  /** Names of options that are there more than once, of which `options` has the first; absent when none is. */
  readonly repeated?: readonly string[];
}

/** The system query options of OData 4.01 (URL Conventions, section 5.1) and Graph's two tokens. */
const systemOptions: ReadonlySet<string> = new Set(
  "apply compute count deltatoken expand filter format id index levels orderby schemaversion search select skip skiptoken top".split(
    " ",
  ),
);

const absolute = /^(?:https?:)?\/\/([^/?#]*)/i;
// Written without its scheme: `graph.microsoft.com/v1.0/me`.
const bareHost = /^((?:[\w-]+\.)+[a-z]{2,})(?=\/(?:v\d|beta\b))/i;

/**
 * Takes a URL apart as Graph would: names in any letter case, `$` left out or not, either spelling of a space.
 * Never throws: an escape that is none stays as it is written. Keys and arguments stay in their segment.
 */
export function readRequestUrl(url: string): RequestUrl {
  // Whatever looks at an exchange asks for its URL, before anything looks at the next.
  if (last?.url !== url) last = { url, read: taken(url) };
  return last.read;
}

let last: { readonly url: string; readonly read: RequestUrl } | undefined;

function taken(url: string): RequestUrl {
  // `~/me` is relative to wherever the service is.
  const trimmed = url.trim().replace(/^~(?=\/)/, "");
  const host = absolute.exec(trimmed) ?? bareHost.exec(trimmed);
  const rest = cutFragment(trimmed.slice(host?.[0].length ?? 0));
  const mark = rest.indexOf("?");
  const segments = splitPath(mark < 0 ? rest : rest.slice(0, mark)).map(decoded);
  const { options, repeated } = readOptions(mark < 0 ? "" : rest.slice(mark + 1));
  const versioned = /^(?:v\d+(?:\.\d+)*|beta)$/i.test(segments[0] ?? "");
  return {
    host: (host?.[1] ?? "").toLowerCase(),
    version: versioned ? (segments[0] ?? "") : "",
    segments: versioned ? segments.slice(1) : segments,
    options,
    ...(repeated.length > 0 ? { repeated } : {}),
  };
}

function readOptions(query: string): { options: Map<string, string>; repeated: string[] } {
  const options = new Map<string, string>();
  const repeated = new Set<string>();
  for (const part of query.split("&")) {
    const equals = part.indexOf("=");
    const written = decoded(equals < 0 ? part : part.slice(0, equals)).trim();
    if (written === "") continue;
    const bare = written.toLowerCase();
    const name = systemOptions.has(bare) ? `$${bare}` : bare;
    const value = equals < 0 ? "" : decoded(part.slice(equals + 1).replaceAll("+", " "));
    if (options.has(name)) repeated.add(name);
    else options.set(name, value.trim());
  }
  return { options, repeated: [...repeated] };
}

/** A `#` in quotes belongs to a key or a literal. */
function cutFragment(text: string): string {
  if (!text.includes("#")) return text;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    if (text.charAt(index) === "'") quoted = !quoted;
    if (text.charAt(index) === "#" && !quoted) return text.slice(0, index);
  }
  return text;
}
