import { placesIn } from "../../base/places-in.ts";
import { type Span, spanBetween, spanOfText } from "../../base/span.ts";
import { spanInJson } from "../../http/read-json.ts";
import type { Annotation } from "../block.ts";

const open = "<!--";

/** The comment of an annotation up to the mark that ends it, which may have been forgotten. */
export function annotationSpan({ location, text }: Annotation): Span {
  return spanOfText(location, `${open}${text.trimEnd()}`);
}

/** The value of one of its members, or an item of it; undefined when there is none, or no JSON as written. */
export function memberSpan(
  { location, text, members }: Annotation,
  name: string,
  ...item: number[]
): Span | undefined {
  if (!Object.hasOwn(members, name)) return undefined;
  const found = spanInJson(text, [name, ...item]);
  if (!found) return undefined;
  const place = placesIn({ ...location, column: location.column + open.length }, text);
  return spanBetween(place(found.offset), place(found.offset + found.length));
}

/** A name of an annotation as it is written, with its quotes; undefined when it does not stand there. */
export function nameSpan({ location, text }: Annotation, name: string): Span | undefined {
  const escaped = name.replace(/[^\w\s]/g, "\\$&");
  const found = new RegExp(`"${escaped}"(?=\\s*:)|(?<![\\w.@"])${escaped}(?=\\s*:)`).exec(text);
  if (!found) return undefined;
  const place = placesIn({ ...location, column: location.column + open.length }, text);
  return spanBetween(place(found.index), place(found.index + found[0].length));
}
