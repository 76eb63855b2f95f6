import { type Span, spanAt, spanOfText } from "../base/span.ts";
import type { Include, Link } from "../docs/page.ts";
import { stepInto } from "../http/json-pointer.ts";

/** A JSON pointer into what a page declares: `/properties/status/type`. It tells a page's findings apart. */
export function pagePointer(...steps: readonly string[]): string {
  return steps.reduce(stepInto, "");
}

/** A link from bracket to bracket; of one whose text goes over several lines, its text. */
export function linkSpan({ text, location, length }: Link | Include): Span {
  return text.includes("\n") ? spanOfText(location, `[${text}]`) : spanAt(location, length);
}

/** The destination of a link that is written `[text](target)`; undefined for every other form. */
export function targetSpan({ text, target, location, length }: Link): Span | undefined {
  const before = text.length + "[](".length;
  if (text.includes("\n") || length !== before + target.length + ")".length) return undefined;
  return spanAt({ ...location, column: location.column + before }, target.length);
}
