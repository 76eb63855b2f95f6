import { spanAt } from "../../base/span.ts";
import type { HttpRequest } from "../../http/http-message.ts";
import { defineRequestRule, type Outcome } from "../rule.ts";
import { urlSpan } from "./url-span.ts";

/** A request as it would go over the wire. Requests that cannot be read at all are flaws of the page. */
export const malformed = defineRequestRule("request/malformed", {
  promise: "The request line and the headers of an example can be sent as they are written.",
  weighs: { documented: "error" },
  judge({ exchange: { request } }) {
    const found: Outcome[] = [];
    const { url } = request;
    // What stands in braces is still to be replaced, spaces and all.
    const spaced = url.replace(/\{[^{}]*\}|<[^<>]*>/g, (part) => "x".repeat(part.length));
    const space = spaced.search(/\s/);
    if (space >= 0) {
      const message = "the URL has a raw space, which ends a request line; it is written %20";
      const span = urlSpan(request, space, /^\s*/.exec(url.slice(space))?.[0].length);
      // One of many that nobody mends once it is published: in an audit they are one group.
      const cause = { id: "raw-space", sentence: message };
      found.push({ status: "fail", severity: "warning", message, span, cause });
    }
    for (const { name, value, span } of request.headers) {
      if (!/[\r\n\0]/.test(value) && /^[!#$%&'*+.^_`|~\w-]+$/.test(name)) continue;
      found.push({ status: "fail", message: `"${name}" is no header that can be sent`, span });
    }
    return [...found, ...headerWithoutColon(request)];
  },
});

const headerLine =
  /^(content-[\w-]+|accept[\w-]*|if-[\w-]+|prefer|authorization|consistencylevel|host)[ \t]+\S.*/i;

/** `Prefer return=minimal`: without its colon, and right below the other headers, it reads as the body. */
function headerWithoutColon({ body, headers, location }: HttpRequest): Outcome[] {
  const above = headers.at(-1)?.span.end ?? location;
  const [, name] = (body && !body.json && headerLine.exec(body.text)) || [];
  if (!body || name === undefined || body.location.line !== above.line + 1) return [];
  const message = `"${name}" stands below the headers without a colon behind it, and so is no header`;
  const [line = ""] = body.text.split("\n", 1);
  return [{ status: "fail", message, span: spanAt(body.location, line.length) }];
}
