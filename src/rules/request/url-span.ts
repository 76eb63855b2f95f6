import { type Span, spanAt } from "../../base/span.ts";
import type { HttpRequest } from "../../http/http-message.ts";

/** A part of the request's URL; of a URL that goes on in further lines, or where there is no such part, all of it. */
export function urlSpan({ url, target }: HttpRequest, offset = 0, length = url.length): Span {
  const { file, start, end } = target;
  const isOneLine = start.line === end.line && end.column - start.column === url.length;
  return isOneLine && offset >= 0
    ? spanAt({ file, line: start.line, column: start.column + offset }, length)
    : target;
}
