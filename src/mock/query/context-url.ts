import type { Query } from "./query.ts";

export interface ContextUrlParts extends ContextParts {
  /** Scheme, host and port that the client used, without a slash at the end. */
  readonly origin: string;
  /** `v1.0` */
  readonly version: string;
}

export interface ContextParts {
  /** The names of the path, each with the key behind it. */
  readonly segments: readonly ContextSegment[];
  /** The qualified name of the body's type, when no path names it: the result of a function, a complex value. */
  readonly type?: string;
  readonly query?: Listed;
  /** The body is a collection; only a context that names its type says so. */
  readonly collection: boolean;
  /** The body is one resource of the collection that the path names. */
  readonly entity: boolean;
}

export interface ContextSegment {
  readonly name: string;
  readonly key?: string;
}

/**
 * Writes an `@odata.context` (OData 4.01 Protocol, section 10): the path with its keys in parentheses, then the select
 * list with what is expanded, then `/$entity`. One resource goes by the collection that holds it, without its own key.
 */
export function contextUrl({ origin, version, ...parts }: ContextUrlParts): string {
  return contextAt(origin, version, contextFragment(parts));
}

/** The context with a fragment in the metadata of a service. */
export function contextAt(origin: string, version: string, fragment: string): string {
  return `${origin}/${version}/$metadata#${fragment}`;
}

/** A context without the service that gives it. */
export function contextFragment({ segments, type, query, collection, entity }: ContextParts): string {
  const list = query ? selectList(query) : "";
  if (type) return `${collection ? `Collection(${escapeIn(type)})` : escapeIn(type)}${list}`;
  const path = segments.map(({ name, key }, index) => {
    const written = escapeIn(name).replaceAll("/", "%2F");
    const own = entity && index === segments.length - 1;
    return key === undefined || own ? written : `${written}('${escapeIn(key.replaceAll("'", "''"))}')`;
  });
  return `${path.join("/")}${list}${entity ? "/$entity" : ""}`;
}

/** `(id,manager(mail))`; empty when the request neither selects nor expands. */
function selectList(query: Listed): string {
  const items = itemsOf(query);
  return items.length === 0 ? "" : `(${items.join(",")})`;
}

type Listed = Pick<Query, "select" | "expand">;

/** An expanded relationship has parentheses even when nothing is selected in it, and `+` with `$levels` (10.9, 10.10). */
function itemsOf({ select = [], expand }: Listed): string[] {
  const selected = select.map(({ text }) => escapeIn(text));
  const expanded = expand.map(({ name, recursive, query }) => {
    const below = recursive ? query.expand.filter((inner) => inner.name !== name) : query.expand;
    return `${escapeIn(name)}${recursive ? "+" : ""}(${itemsOf({ ...query, expand: below }).join(",")})`;
  });
  return [...selected, ...expanded];
}

/** Escapes what a fragment must not hold (RFC 3986, section 3.5), and what would look like a part of the context. */
function escapeIn(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[^\w\-.~!$&'*;=:@/]+/gu, (characters) => encodeURIComponent(characters));
}
