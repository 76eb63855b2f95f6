import { isObject } from "../../base/is-object.ts";
import type { Contract } from "../../contract/contract.ts";
import { looksLikeKey } from "../../contract/path/path-tokens.ts";
import { type HttpRequest, isSafe } from "../../http/http-message.ts";
import { readRequestUrl } from "../../odata/request-url.ts";

/** An id in a documented body, by the names that a value for it could have. */
export interface BodyId {
  readonly placeholder: string;
  /** What it is a key of: `subjects` of `{ "subjects": [{ "id": … }] }`. */
  readonly collection: readonly string[];
}

/** A value for an id; undefined where none is known. */
export type IdFor = (id: BodyId) => string | undefined;

/**
 * A body with other values for the ids of what is there before the request: keys of nested resources, properties such as
 * `groupId`, and references. What comes twice in a list then comes once. A key at the top is that of the resource itself.
 */
export function withIds(body: unknown, idFor: IdFor): unknown {
  return withIdsBelow(body, [], idFor);
}

/** The ids of all documented bodies that change something. */
export function bodyIds({ examples }: Pick<Contract, "examples">): readonly BodyId[] {
  return examples.filter(({ request }) => !isSafe(request)).flatMap(({ request }) => idsIn(request));
}

/** The ids of a documented body. */
export function idsIn({ body }: Pick<HttpRequest, "body">): readonly BodyId[] {
  const found: BodyId[] = [];
  withIds(body?.json?.value, (id) => {
    found.push(id);
    return undefined;
  });
  return found;
}

function withIdsBelow(value: unknown, names: readonly string[], idFor: IdFor): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => withIdsBelow(item, names, idFor));
    const texts = items.map((item) => JSON.stringify(item));
    return items.filter((_, index) => texts.indexOf(texts[index] ?? "") === index);
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]): [string, unknown] => {
    if (/@odata\.(?:id|bind)$/.test(name)) return [name, withReferences(member, idFor)];
    const isKey = name === "id" ? names.length > 0 : /[a-z]Id$/.test(name);
    if (!isKey || typeof member !== "string" || !looksLikeKey(member))
      return [name, withIdsBelow(member, [...names, name], idFor)];
    return [
      name,
      idFor({ placeholder: `{${name}}`, collection: name === "id" ? names.slice(-1) : [] }) ?? member,
    ];
  });
  return Object.fromEntries(members);
}

/** `https://graph.microsoft.com/v1.0/groups/{id}`: each of its keys. */
function withReferences(value: unknown, idFor: IdFor): unknown {
  if (Array.isArray(value)) return value.map((item) => withReferences(item, idFor));
  if (typeof value !== "string") return value;
  const { segments } = readRequestUrl(value);
  return segments.reduce((url, segment, index) => {
    if (index === 0 || !looksLikeKey(segment)) return url;
    const id = idFor({ placeholder: "{id}", collection: segments.slice(0, index) });
    return id === undefined ? url : url.replace(`/${segment}`, () => `/${encodeURIComponent(id)}`);
  }, value);
}
