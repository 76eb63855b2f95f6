import { STATUS_CODES } from "node:http";
import { type Node, parseTree } from "jsonc-parser";
import { placesIn } from "../../base/places-in.ts";
import type { Position, Span } from "../../base/span.ts";
import type { Body } from "../../http/body.ts";
import type { HttpHeader, HttpRequest, HttpResponse } from "../../http/http-message.ts";
import type { ShownMessage } from "../../http/show-message.ts";
import { partsOfUrl, shapeUrl } from "./shape-url.ts";
import { guid, isTypeName, looksLikeMember, type Shaper } from "./shape-value.ts";

/** A message of which shapes are shown, and what of it must not be told elsewhere. */
export interface ShapedMessage {
  readonly message: ShownMessage;
  /** Values that are told as their shape, with it. */
  readonly values: ReadonlyMap<string, string>;
  /** Where a place of the message is now. */
  place(span: Span): Span;
}

/** Takes in a value that is not to be told, and what is said in its place. */
type Tell = (value: string, shape?: string) => void;

interface Replacement {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
}

/** Shapes a request or a response that is shown as text. */
export function shapeMessage(
  shaper: Shaper,
  original: HttpRequest | HttpResponse,
  shown: ShownMessage,
  origin: string,
): ShapedMessage {
  const values = new Map<string, string>();
  const tell = (value: string, shape = shaper.shape(value)) => values.has(value) || values.set(value, shape);
  const { location, body } = original;
  const replacements: Replacement[] = [];
  if ("url" in original) {
    for (const part of partsOfUrl(original.url)) tell(part, shaper.shapeId(part));
    const { line, column } = original.target.start;
    const text = shapeUrl(shaper, original.url, origin);
    tell(original.url, text);
    replacements.push({ line, column, length: original.url.length, text });
  } else if (original.reason !== "" && original.reason !== STATUS_CODES[original.status ?? 0]) {
    tell(original.reason);
    const column = location.column + `HTTP/1.1 ${original.status} `.length;
    const text = shaper.shape(original.reason);
    replacements.push({ line: location.line, column, length: original.reason.length, text });
  }
  for (const header of original.headers) {
    const text = shapeHeader(shaper, header, origin, tell);
    const { line, column } = header.span.start;
    const at = column + header.name.length + 2;
    if (text !== header.value) replacements.push({ line, column: at, length: header.value.length, text });
  }
  const lines = shown.text.split("\n");
  if (body && !isWhole(body)) {
    // What cannot be read in full is not shown in part.
    tell(body.text);
    for (const word of body.text.match(/[^\s"',:;{}[\]<>()]+/g)?.slice(0, 2_000) ?? []) tell(word);
    const first = body.location.line - shown.location.line;
    lines.splice(first, lines.length, `(${shaper.shape(body.text)})`);
  } else if (body) replacements.push(...shapeBody(shaper, body, origin, tell));
  const byLine = new Map<number, Replacement[]>();
  for (const each of replacements) byLine.set(each.line, [...(byLine.get(each.line) ?? []), each]);
  for (const [line, own] of byLine) {
    const index = line - shown.location.line;
    lines[index] = replaced(lines[index] ?? "", own);
  }
  const text = lines.join("\n");
  const place = (span: Span): Span => ({
    file: span.file,
    start: moved(span.start, byLine, "start", lines, shown.location.line),
    end: moved(span.end, byLine, "end", lines, shown.location.line),
  });
  return { message: { text, location: shown.location }, values, place };
}

function isWhole({ json }: Body): boolean {
  return json !== undefined && json.value !== undefined && json.problems.length === 0;
}

function replaced(line: string, replacements: readonly Replacement[]): string {
  let text = "";
  let from = 0;
  for (const { column, length, text: by } of [...replacements].sort(
    (one, other) => one.column - other.column,
  )) {
    text += line.slice(from, column - 1) + by;
    from = column - 1 + length;
  }
  return text + line.slice(from);
}

function moved(
  { line, column }: Position,
  byLine: ReadonlyMap<number, readonly Replacement[]>,
  end: "start" | "end",
  lines: readonly string[],
  first: number,
): Position {
  let by = 0;
  for (const each of byLine.get(line) ?? []) {
    const behind = each.column + each.length;
    if (behind <= column) by += each.text.length - each.length;
    else if (each.column < column)
      by += (end === "end" ? each.column + each.text.length : each.column) - column;
  }
  const last = Math.min(line, first + lines.length - 1);
  return { line: last, column: Math.min(column + by, (lines[last - first]?.length ?? 0) + 1) };
}

/** Headers whose values are the protocol's own words. */
const plainHeaders =
  /^(?:accept|cache-control|connection|consistencylevel|content-encoding|content-length|content-type|deprecation|odata-maxversion|odata-version|pragma|prefer|preference-applied|ratelimit-.*|retry-after|strict-transport-security|sunset|transfer-encoding|vary|x-ms-throttle-.*)$/i;

function shapeHeader(shaper: Shaper, { name, value }: HttpHeader, origin: string, tell: Tell): string {
  const plain = plainHeaders.test(name) && !/[@%]/.test(value) && !guid.test(value) && value.length < 120;
  if (plain || value === "" || /^(?:bearer )?…$/i.test(value)) return value;
  tell(value);
  const own = shapeOfAnswer(name, value);
  if (own !== undefined) return own;
  for (const part of /:\/\//.test(value) ? partsOfUrl(value) : value.split(/[\s,;="]+/)) tell(part);
  if (/^(?:location|content-location|operation-location)$/i.test(name))
    return shapeUrl(shaper, value, origin);
  return shaper.shape(value);
}

/** What every answer has anew, when it was given and what it is called, looks the same in all of them. */
function shapeOfAnswer(name: string, value: string): string | undefined {
  if (name.toLowerCase() === "date" && !Number.isNaN(Date.parse(value))) return "a date-time";
  return /^(?:client-)?request-id$/i.test(name) && guid.test(value) ? "a GUID" : undefined;
}

function shapeBody(shaper: Shaper, body: Body, origin: string, tell: Tell): Replacement[] {
  const root = parseTree(body.text);
  const place = placesIn(body.location, body.text, body.location.column);
  const found: Replacement[] = [];
  const replace = (node: Node, text: string) => {
    const { line, column } = place(node.offset);
    found.push({ line, column, length: node.length, text: JSON.stringify(text) });
  };
  const visit = (node: Node | undefined, property: string, holder = ""): void => {
    if (!node) return;
    if (node.type === "property") {
      const [key, value] = node.children ?? [];
      const name = String(key?.value ?? "");
      const shaped = shapeName(shaper, name);
      if (key && shaped !== name) {
        tell(name);
        replace(key, shaped);
      }
      visit(value, name, holder);
    } else if (node.type === "object" || node.type === "array") {
      const inside = node.type === "object" ? property : holder;
      for (const child of node.children ?? []) visit(child, property, inside);
    } else if (node.type === "string") {
      const text = shapeText(shaper, { property, holder }, String(node.value), origin, tell);
      if (text !== node.value) replace(node, text);
    } else if (node.type === "number" && !/^@(?:odata\.)?count$/i.test(property)) {
      const written = body.text.slice(node.offset, node.offset + node.length);
      // A number of few digits may be anywhere in a message, as a line of a page.
      if (written.length > 4) tell(written);
      replace(node, `a number of ${written.length} digit${written.length === 1 ? "" : "s"}`);
    }
  };
  visit(root, "");
  return found;
}

/** What is shown of a string of a body; its value is remembered when it is not to be told. */
function shapeText(
  shaper: Shaper,
  { property, holder }: { readonly property: string; readonly holder: string },
  value: string,
  origin: string,
  tell: Tell,
): string {
  if (value === "" || isTypeName(value)) return value;
  const takesMembers =
    shaper.hasMembers(property) || (property === "code" && /^(?:error|innerError|details)$/i.test(holder));
  if (takesMembers && value.split(/,\s*/).every(looksLikeMember)) return value;
  const isControl = property.includes("@");
  const shape =
    shapeOfAnswer(property, value) ??
    (isControl && /^https?:\/\//i.test(value)
      ? shapeUrl(shaper, value, origin)
      : /^id$|Id$/.test(property)
        ? shaper.shapeId(value)
        : shaper.shape(value));
  tell(value, shape);
  if (/^(?:https?:\/\/|\/)/i.test(value) || isControl) {
    for (const part of partsOfUrl(value)) tell(part, shaper.shapeId(part));
  }
  return shape;
}

/** Control information, of OData 4.0 and 4.01, and Graph's own annotations; behind a name or alone. */
const control =
  "@(?:(?:odata|microsoft\\.graph)(?:\\.[A-Za-z]\\w*)+|(?:associationL|deltaL|editL|mediaEditL|mediaReadL|navigationL|nextL|readL)ink|bind|context|count|delta|etag|id|removed|type)";
const nameWithControl = new RegExp(`^(?:[A-Za-z_][\\w…]{0,127})?(?:${control})?$`);

/** A name stays a name, unless it holds the id of an application or is none. */
export function shapeName(shaper: Shaper, name: string): string {
  if (shaper.isKnown(name) || isTypeName(name)) return name;
  const withoutId = name.replace(/(?<=^extension_)[0-9a-f]{32}(?=_)/i, "…");
  const isName = nameWithControl.test(withoutId) && !/[0-9a-f]{32}/i.test(withoutId);
  return isName ? withoutId : `{${shaper.shape(name)}}`;
}
