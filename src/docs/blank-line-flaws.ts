import { spanAt } from "../base/span.ts";
import type { HttpRequest, HttpResponse } from "../http/http-message.ts";
import type { Flaw } from "./page.ts";
import type { PageExample } from "./page-example.ts";

/**
 * Messages whose body follows the head without the empty line that ends it. Where a body is shown without a head there
 * is nothing to end, and what is no JSON may as well be a header.
 *
 *     POST https://graph.microsoft.com/v1.0/teams/{id}/channels
 *     { "displayName": "Trips" }
 */
export function blankLineFlaws(examples: readonly PageExample[]): Flaw[] {
  const messages = new Map<number, HttpRequest | HttpResponse>();
  for (const { request, response } of examples)
    for (const one of [request, response]) if (one) messages.set(one.message.location.line, one.message);
  return [...messages.values()].flatMap(flawIn);
}

function flawIn(message: HttpRequest | HttpResponse): Flaw[] {
  const { headers, body } = message;
  const isBodyAlone = !("target" in message) && message.status === undefined && headers.length === 0;
  const first = "target" in message ? message.target : message.startLine;
  const last = headers.at(-1)?.span ?? first;
  if (!body?.json || isBodyAlone || body.location.line !== last.end.line + 1) return [];
  const [line = ""] = body.text.split("\n", 1);
  // The marks of a quotation, or of a list, would have to be written, too.
  const isMendable = message.location.column === 1;
  return [
    {
      rule: "http/blank-line-missing",
      message: `no empty line stands between the ${headers.length === 0 ? "first line" : "headers"} and the body`,
      span: spanAt(body.location, line.length),
      advice: "put an empty line before the body",
      ...(isMendable ? { edits: [{ span: spanAt({ ...body.location, column: 1 }), text: "\n" }] } : {}),
    },
  ];
}
