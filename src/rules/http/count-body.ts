import { type Span, spanOfText } from "../../base/span.ts";
import { mediaType } from "../../http/header.ts";
import { type HttpResponse, headerValue } from "../../http/http-message.ts";
import { errorExpected } from "../request/error-expected.ts";
import { defineRule, type RequestContext } from "../rule.ts";

/** The number that `/$count` answers. */
export const countBody = defineRule("http/count-body", {
  promise: "`/$count` is answered with one whole number, as `text/plain`.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  idle: "nothing was asked for at a path that ends in $count",
  judge(context) {
    const { response } = context;
    const { status, body, headers } = response;
    if (!isCounted(context) || !body || (status ?? 200) >= 300 || errorExpected(context))
      return "not-applicable";
    // Some writers begin a text with the mark of its encoding.
    const text = body.text.replace(/^\uFEFF/, "").trim();
    if (!/^\d+$/.test(text)) {
      const what = body.json ? "JSON" : "no whole number";
      const message = `"/$count" is answered with ${/^-?[\d.]+$/.test(text) ? `"${text}"` : what}; it is one whole number, as text`;
      return [{ status: "fail", message, span: bodySpan(body) }];
    }
    const media = mediaType(headerValue(response, "Content-Type") ?? "");
    // Whether there is one is http/content-type.
    if (media === "" || media === "text/plain") return [];
    const header = headers.find(({ name }) => name.toLowerCase() === "content-type");
    const message = `the Content-Type is "${headerValue(response, "Content-Type")}"; the number that "/$count" answers is text/plain`;
    return [{ status: "fail", message, span: header?.span ?? response.startLine }];
  },
});

/** A number is no JSON that could be pointed into. */
export function bodySpan({ location, text }: NonNullable<HttpResponse["body"]>): Span {
  return spanOfText(location, text, location.column);
}

/** True for a GET of `/$count`. */
export function isCounted({ exchange, url }: Pick<RequestContext, "exchange" | "url">): boolean {
  return exchange.request.method === "GET" && url.segments.at(-1)?.toLowerCase() === "$count";
}
