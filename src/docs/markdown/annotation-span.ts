import { placesIn } from "../../base/places-in.ts";
import { type Span, spanBetween, spanOfText } from "../../base/span.ts";
import { spanInJson } from "../../http/read-json.ts";
import type { Annotation } from "../block.ts";

const open = "<!--";

/** The comment of an annotation up to the mark that ends it, which may have been forgotten. */
export function annotationSpan({ location, text }: Annotation): Span {
  return spanOfText(location, `${open}${text.trimEnd()}`);
}

/** The value of one of its members; undefined when it has none of this name, or is no JSON as written. */
export function memberSpan({ location, text, members }: Annotation, name: string): Span | undefined {
  if (!Object.hasOwn(members, name)) return undefined;
  const found = spanInJson(text, [name]);
  if (!found) return undefined;
  const place = placesIn({ ...location, column: location.column + open.length }, text);
  return spanBetween(place(found.offset), place(found.offset + found.length));
}
