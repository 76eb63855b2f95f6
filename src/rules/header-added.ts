import { spanAt } from "../base/span.ts";
import type { HttpRequest, HttpResponse } from "../http/http-message.ts";
import type { Fix } from "./assertion.ts";

/**
 * One more header below those of a message, and the blank line before the body where it lacks that, too: by the same
 * edit as that of `http/blank-line-missing`, so that one is written where both are mended. None where its lines do not
 * begin in the first column: what stands before them (the marks of a quotation) would have to be written, too.
 */
export function headerAdded(message: HttpRequest | HttpResponse, header: string): Fix | undefined {
  const { location, headers } = message;
  const first = "target" in message ? message.target : message.startLine;
  const last = headers.at(-1)?.span ?? first;
  if (location.column !== 1) return undefined;
  const below = { file: location.file, line: last.end.line + 1, column: 1 };
  if (message.body?.location.line !== below.line)
    return { edits: [{ span: spanAt(below), text: `${header}\n` }] };
  return {
    edits: [
      { span: spanAt({ ...below, ...last.end }), text: `\n${header}` },
      { span: spanAt(below), text: "\n" },
    ],
  };
}
