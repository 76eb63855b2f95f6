import type { Location } from "../../base/location.ts";
import { spanBetween } from "../../base/span.ts";
import type { DocumentedMessage, Page, PageExample } from "../../docs/page.ts";
import type { HttpRequest } from "../../http/http-message.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Outcome } from "../rule.ts";

/** Requests without a response and responses without a request. */
export const unpairedExample = definePageRule("page/unpaired-example", {
  promise: "Every documented request has a documented response, and the reverse.",
  weighs: { documented: "warning" },
  judge({ page }) {
    if (page.kind !== "api" || page.examples.length === 0) return "not-applicable";
    return page.examples.flatMap((example, index) => failures(example, index, page));
  },
});

function failures(example: PageExample, index: number, page: Page): Outcome[] {
  const { request, response, title } = example;
  const pointer = pagePointer("examples", example.name || title);
  if (request && !response && isExpectedToAnswer(request, index, page)) {
    const { method, url } = request.message;
    const message = `no response is shown to "${method} ${url}", the request of "${title}"`;
    return [
      {
        status: "fail",
        message,
        span: spanBetween(request.message.location, request.message.target.end),
        pointer,
      },
    ];
  }
  // A bare body outside of the examples shows the form of the response, not a response.
  const isShown = response && (response.message.status !== undefined || response.annotation !== undefined);
  if (isShown && !request && !answersUnreadable(response.location, index, page)) {
    const message = `no request is shown that the response of "${title}" answers`;
    return [{ status: "fail", message, span: response.message.startLine, pointer }];
  }
  return [];
}

/** There is a request; that it cannot be read is request/malformed. */
function answersUnreadable(response: Location, index: number, page: Page): boolean {
  const before = page.examples[index - 1];
  const end = (before?.response ?? before?.request)?.location.line ?? 0;
  return page.flaws.some(
    ({ rule, span }) =>
      rule === "request/malformed" && span.start.line > end && span.start.line < response.line,
  );
}

function isExpectedToAnswer(request: DocumentedMessage<HttpRequest>, index: number, page: Page): boolean {
  // Told not to be an example, a template of the HTTP request section, or what Graph sends to somebody else.
  if (/^(?:ignored|example)$/i.test(request.annotation?.blockType ?? "")) return false;
  const section = sectionAt(request.location, page);
  if (/^http request/i.test(section?.text.trim() ?? "")) return false;
  const { host } = readRequestUrl(request.message.url);
  if (host !== "" && !/(?:^|\.)graph\.microsoft|^microsoftgraph\.|^graph\./i.test(host)) return false;
  const next = page.examples[index + 1];
  const end = (next?.request ?? next?.response)?.location.line ?? Number.POSITIVE_INFINITY;
  const between = page.headings.filter(
    ({ location }) => location.line > request.location.line && location.line < end,
  );
  // The response is told in words, below its own heading.
  if (between.some(({ text }) => /^(?:example )?response\b/i.test(text.trim()))) return false;
  // Several ways to ask for the same are shown in a row, the response after the last.
  return next?.request === undefined || sectionAt(next.request.location, page) !== section;
}

function sectionAt(location: Location, page: Page) {
  return page.headings.findLast((heading) => heading.location.line < location.line);
}
