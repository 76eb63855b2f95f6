import { STATUS_CODES } from "node:http";
import { groupBy } from "../../base/group-by.ts";
import { placesIn } from "../../base/places-in.ts";
import type { Position, Span } from "../../base/span.ts";
import { edited, type TextEdit } from "../../base/text-edit.ts";
import { guid } from "../../contract/names/plain-word.ts";
import type { Body } from "../../http/body.ts";
import type { HttpHeader, HttpRequest, HttpResponse } from "../../http/http-message.ts";
import type { ShownMessage } from "../../http/show-message.ts";
import { type Shaping, shapeBody, shapeOfAnswer, type Tell } from "./shape-body.ts";
import { partsOfUrl, shapeUrl } from "./shape-url.ts";
import type { Shaper } from "./shape-value.ts";

/** A message of which shapes are shown, and what of it must not be told elsewhere. */
export interface ShapedMessage {
  readonly message: ShownMessage;
  /** Values that are told as their shape, with it. */
  values(): ReadonlyMap<string, string>;
  /** Where a place of the message is now. */
  place(span: Span): Span;
}

/** What is replaced in one line. */
interface LineReplacement {
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
  const { body } = original;
  const first = shown.location.line;
  const lines = shown.text.split("\n");
  if (body) lines.length = body.location.line - first;
  const head = shapeHead(original, { shaper, origin });
  for (const [line, own] of byLine(head)) lines[line - first] = replaced(lines[line - first] ?? "", own);
  const inBody = body && isWhole(body) ? shapeBody(body.text, { shaper, origin }) : [];
  // What cannot be read in full is not shown in part.
  if (body) lines.push(isWhole(body) ? edited(body.text, inBody) : `(${shaper.shape(body.text)})`);
  const text = lines.join("\n");
  const movesOf = () => ({
    moving: byLine([...head, ...(body ? linesOf(body, inBody) : [])]),
    now: text.split("\n"),
  });
  // Few messages have findings; one that has may have many.
  let moves: ReturnType<typeof movesOf> | undefined;
  return {
    message: { text, location: shown.location },
    values: () => valuesOf(original, { shaper, origin }),
    place(span) {
      moves ??= movesOf();
      const { moving, now } = moves;
      return {
        file: span.file,
        start: moved(span.start, moving, "start", now, first),
        end: moved(span.end, moving, "end", now, first),
      };
    },
  };
}

/** What is replaced in the first line and the headers. */
function shapeHead(
  original: HttpRequest | HttpResponse,
  { shaper, origin, tell }: Shaping,
): readonly LineReplacement[] {
  const { location } = original;
  const replacements: LineReplacement[] = [];
  if ("url" in original) {
    if (tell) for (const part of partsOfUrl(original.url)) tell(part, shaper.shapeId(part));
    const { line, column } = original.target.start;
    const text = shapeUrl(shaper, original.url, origin);
    tell?.(original.url, text);
    replacements.push({ line, column, length: original.url.length, text });
  } else if (original.reason !== "" && original.reason !== STATUS_CODES[original.status ?? 0]) {
    tell?.(original.reason);
    const column = location.column + `HTTP/1.1 ${original.status} `.length;
    const text = shaper.shape(original.reason);
    replacements.push({ line: location.line, column, length: original.reason.length, text });
  }
  for (const header of original.headers) {
    const text = shapeHeader(header, { shaper, origin, tell });
    const { line, column } = header.span.start;
    const at = column + header.name.length + 2;
    if (text !== header.value) replacements.push({ line, column: at, length: header.value.length, text });
  }
  return replacements;
}

function valuesOf(original: HttpRequest | HttpResponse, shaping: Shaping): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const tell: Tell = (value, shape = shaping.shaper.shape(value)) => {
    if (!values.has(value)) values.set(value, shape);
  };
  shapeHead(original, { ...shaping, tell });
  const { body } = original;
  if (body && isWhole(body)) shapeBody(body.text, { ...shaping, tell });
  else if (body) {
    tell(body.text);
    // Markup names nobody, and "html" stands in sentences of our own.
    const text = body.text.replace(/<\/?[a-z][\w-]*/gi, " ");
    for (const word of text.match(/[^\s"',:;{}[\]<>()]+/g)?.slice(0, 2_000) ?? []) tell(word);
  }
  return values;
}

/** The lines and columns of what is replaced in a body. */
function linesOf({ location, text }: Body, replacements: readonly TextEdit[]): readonly LineReplacement[] {
  const place = placesIn(location, text, location.column);
  return replacements.map(({ offset, ...replacement }) => {
    const { line, column } = place(offset);
    return { ...replacement, line, column };
  });
}

function isWhole({ json }: Body): boolean {
  return json !== undefined && json.value !== undefined && json.problems.length === 0;
}

function byLine(replacements: readonly LineReplacement[]): ReadonlyMap<number, readonly LineReplacement[]> {
  return groupBy(replacements, ({ line }) => line);
}

function replaced(line: string, replacements: readonly LineReplacement[]): string {
  const inOrder = replacements.toSorted((one, other) => one.column - other.column);
  return edited(
    line,
    inOrder.map(({ column, length, text }) => ({ offset: column - 1, length, text })),
  );
}

function moved(
  { line, column }: Position,
  moving: ReadonlyMap<number, readonly LineReplacement[]>,
  end: "start" | "end",
  lines: readonly string[],
  first: number,
): Position {
  let by = 0;
  for (const each of moving.get(line) ?? []) {
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

function shapeHeader({ name, value }: HttpHeader, { shaper, origin, tell }: Shaping): string {
  const plain = plainHeaders.test(name) && !/[@%]/.test(value) && !guid.test(value) && value.length < 120;
  if (plain || value === "" || /^(?:bearer )?…$/i.test(value)) return value;
  tell?.(value);
  const own = shapeOfAnswer(name, value);
  if (own !== undefined) return own;
  if (tell) {
    for (const part of /:\/\//.test(value) ? partsOfUrl(value) : value.split(/[\s,;="]+/)) tell(part);
  }
  if (/^(?:location|content-location|operation-location)$/i.test(name))
    return shapeUrl(shaper, value, origin);
  return shaper.shape(value);
}
