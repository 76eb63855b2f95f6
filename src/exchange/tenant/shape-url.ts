import { decoded } from "../../base/decoded.ts";
import { isTypeName } from "../../contract/names/plain-word.ts";
import type { Shaper } from "./shape-value.ts";

/**
 * A URL with what it says of somebody left out: `…/workflows/{a GUID 3f2a9c1b}/runs?$filter=displayName eq 'a text of 5
 * characters'`. The host stays where it is the service's; another one may be anybody's.
 */
export function shapeUrl(shaper: Shaper, url: string, origin: string): string {
  const [, scheme = "", host = "", rest = ""] = /^(https?:\/\/)([^/?#]*)(.*)$/is.exec(url) ?? [
    "",
    "",
    "",
    url,
  ];
  if (host !== "" && !isOwn(host, origin)) return shaper.shape(url);
  if (host === "" && !/^[/?#$]/.test(url) && /[:@\s]/.test(url)) return shaper.shape(url);
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(rest) ?? [];
  const shaped = `${shapePath(shaper, path)}${query === "" ? "" : shapeQuery(shaper, query.slice(1))}`;
  return `${scheme}${host}${shaped}${fragment === "" ? "" : `#${shapePath(shaper, fragment.slice(1))}`}`;
}

/** What of a URL a message may have on its own: a host, a key, a literal. */
export function partsOfUrl(url: string): readonly string[] {
  const plain = decoded(url.replaceAll("+", " "));
  const [, host = ""] = /^https?:\/\/([^/?#]*)/i.exec(url) ?? [];
  const quoted = [...plain.matchAll(/'((?:[^']|'')*)'|"([^"]*)"/g)].map(
    ([, one, other]) => one ?? other ?? "",
  );
  const [path = "", query = ""] = url.replace(/^https?:\/\/[^/?#]*/i, "").split("?");
  const values = query
    .split("&")
    .map((part) => decoded(part.slice(part.indexOf("=") + 1).replaceAll("+", " ")));
  return [host, ...path.split(/[/#]/).map(decoded), ...quoted, ...values].filter((part) => part !== "");
}

function isOwn(host: string, origin: string): boolean {
  if (origin !== last.origin)
    last = { origin, host: URL.canParse(origin) ? new URL(origin).host : undefined };
  return host.toLowerCase() === last.host;
}

/** The origin that was asked about last: one run has one. */
let last: { readonly origin: string; readonly host: string | undefined } = { origin: "", host: undefined };

function shapePath(shaper: Shaper, path: string): string {
  return path
    .split("/")
    .map((segment) => shapeSegment(shaper, decoded(segment)))
    .join("/");
}

/** A name, a key, a name with a key or arguments in parentheses, or the select list of a context. */
function shapeSegment(shaper: Shaper, segment: string): string {
  if (segment === "" || shaper.isKnown(segment) || isTypeName(segment)) return segment;
  const [, name, inside] = /^([$\w.#]+)\((.*)\)$/s.exec(segment) ?? [];
  if (
    name !== undefined &&
    inside !== undefined &&
    (shaper.isKnown(name) || name.includes("microsoft.graph"))
  ) {
    return `${name}(${shapeExpression(shaper, inside, true)})`;
  }
  if (/^(?:Collection)\([\w.]+\)$/.test(segment) || segment === "$entity" || segment === "$delta")
    return segment;
  return `{${shaper.shapeId(segment)}}`;
}

function shapeQuery(shaper: Shaper, query: string): string {
  const parts = query.split("&").map((part) => {
    const equals = part.indexOf("=");
    const name = decoded(equals < 0 ? part : part.slice(0, equals));
    const value = equals < 0 ? "" : decoded(part.slice(equals + 1).replaceAll("+", " "));
    if (!/^\$?[A-Za-z]\w{0,40}$/.test(name)) return shaper.shape(part);
    if (equals < 0) return name;
    return `${name}=${/^\$?(?:select|expand|orderby|filter|top|skip|count|format)$/i.test(name) ? shapeExpression(shaper, value) : shaper.shape(value)}`;
  });
  return `?${parts.join("&")}`;
}

const operators = new Set(
  "eq ne gt ge lt le and or not has in any all asc desc true false null contains startswith endswith add sub mul div mod year month day hour minute second date time now length tolower toupper".split(
    " ",
  ),
);

/** An expression of OData: its literals are shaped, its names and operators stay. */
function shapeExpression(shaper: Shaper, expression: string, isKey = false): string {
  const shape = isKey ? shaper.shapeId : shaper.shape;
  return expression.replace(
    /'((?:[^']|'')*)'|"([^"]*)"|\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:\d\d)?|[^\s()/,=:;'"]+/g,
    (word, one?: string, other?: string) => {
      const quoted = one ?? other;
      if (quoted !== undefined) {
        const mark = word.charAt(0);
        return shaper.isKnown(quoted) || quoted === "" ? word : `${mark}${shape(quoted)}${mark}`;
      }
      if (shaper.isKnown(word) || operators.has(word.toLowerCase()) || /^\$\w+$/.test(word)) return word;
      // A count, or the variable of a lambda.
      if (/^(?:\d{1,4}|[a-z]|\*)$/.test(word) || isTypeName(word)) return word;
      return `{${shape(word)}}`;
    },
  );
}
