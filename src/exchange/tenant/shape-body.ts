import type { TextEdit } from "../../base/text-edit.ts";
import { guid, isTypeName, looksLikeMember } from "../../contract/names/plain-word.ts";
import { partsOfUrl, shapeUrl } from "./shape-url.ts";
import type { Shaper } from "./shape-value.ts";

/** Takes in a value that is not to be told, and what is said in its place. */
export type Tell = (value: string, shape?: string) => void;

/** How a message is shaped: by whom, where the service is, and who wants to know its values. */
export interface Shaping {
  readonly shaper: Shaper;
  readonly origin: string;
  readonly tell?: Tell | undefined;
}

/** Where a value stands: the name that has it, be it in an array, and the name that has the object of that name. */
interface Place {
  readonly property: string;
  readonly holder: string;
}

/** What of a JSON text without a flaw is replaced, in the order of the text: names and values that tell of somebody. */
export function shapeBody(text: string, shaping: Shaping): readonly TextEdit[] {
  const { shaper, tell } = shaping;
  const found: TextEdit[] = [];
  let at = 0;
  const replace = (offset: number, by: string) =>
    found.push({ offset, length: at - offset, text: JSON.stringify(by) });
  const string = (): string => {
    const start = at;
    at = endOfString(text, start);
    const inside = text.slice(start + 1, at - 1);
    return inside.includes("\\") ? String(JSON.parse(text.slice(start, at))) : inside;
  };
  const name = (): string => {
    const start = at;
    const written = string();
    const shaped = shapeName(shaper, written);
    if (shaped !== written) {
      tell?.(written);
      replace(start, shaped);
    }
    return written;
  };
  const value = (property: string, holder: string): void => {
    const start = at;
    const first = text[at];
    if (first === '"') {
      const written = string();
      const shaped = shapeText({ property, holder }, written, shaping);
      if (shaped !== written) replace(start, shaped);
    } else if (first === "{" || first === "[") {
      at++;
      inside(first, property, holder);
    } else {
      at = endOfWord(text, start);
      if (!/[-\d]/.test(first ?? "") || /^@(?:odata\.)?count$/i.test(property)) return;
      const written = text.slice(start, at);
      // A number of few digits may be anywhere in a message, as a line of a page.
      if (written.length > 4) tell?.(written);
      replace(start, `a number of ${written.length} digit${written.length === 1 ? "" : "s"}`);
    }
  };
  const inside = (bracket: "{" | "[", property: string, holder: string): void => {
    for (let own = ""; at < text.length; ) {
      const next = text[at];
      if (next === "}" || next === "]") {
        at++;
        return;
      }
      if (next === "," || next === ":" || isBlank(next)) at++;
      else if (bracket === "[") value(property, holder);
      else if (own === "" && next === '"') own = `:${name()}`;
      else {
        value(own.slice(1), property);
        own = "";
      }
    }
  };
  while (at < text.length) {
    if (isBlank(text[at])) at++;
    else value("", "");
  }
  return found;
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\n" || character === "\r" || character === "\t";
}

/** Behind the closing mark of the string that begins there. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === "\\") escapes++;
    if (escapes % 2 === 0) return end + 1;
  }
  return text.length;
}

const word = /[\w.+-]*/y;

/** Behind a number, `true`, `false` or `null`. */
function endOfWord(text: string, start: number): number {
  word.lastIndex = start + 1;
  word.test(text);
  return word.lastIndex;
}

/** What is shown of a string of a body; its value is remembered when it is not to be told. */
function shapeText({ property, holder }: Place, value: string, { shaper, origin, tell }: Shaping): string {
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
  tell?.(value, shape);
  if (tell && (isControl || /^(?:https?:\/\/|\/)/i.test(value))) {
    for (const part of partsOfUrl(value)) tell(part, shaper.shapeId(part));
  }
  return shape;
}

/** What every answer has anew, when it was given and what it is called, looks the same in all of them. */
export function shapeOfAnswer(name: string, value: string): string | undefined {
  if (name.toLowerCase() === "date" && !Number.isNaN(Date.parse(value))) return "a date-time";
  return /^(?:client-)?request-id$/i.test(name) && guid.test(value) ? "a GUID" : undefined;
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
