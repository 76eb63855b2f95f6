import { citedResponse } from "../cited.ts";
import { errorExpected } from "../request/error-expected.ts";
import { defineRule } from "../rule.ts";
import { undocumented } from "../unjudged.ts";
import { isCounted } from "./count-body.ts";

/** Said of a list that no page documents, and that was asked for its keys. */
const noList = "the response has no body; documented paths take a key of this list";

/** A body that the page promises. */
export const bodyMissing = defineRule("http/body-missing", {
  promise: "A response has the body that the page promises for its status.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  judge(context) {
    const { response, promising: operation, promised, exchange } = context;
    const { status, body, startLine: span } = response;
    // What the prose names with 202 is mostly what a header leads to.
    const bodiless = status === 202 || status === 204 || exchange.request.method === "HEAD";
    if (status === undefined || status >= 300 || bodiless || exchange.declared?.empty)
      return "not-applicable";
    if (exchange.probe === "listing") return body ? [] : [{ status: "fail", message: noList, span }];
    if (isCounted(context)) {
      if (body) return [];
      const message = 'the response has no body; "/$count" is answered with a number';
      return errorExpected(context) ? "not-applicable" : [{ status: "fail", message, span }];
    }
    if (!operation)
      return errorExpected(context) ? "not-applicable" : [undocumented(context, "the body is", span)];
    const documented = operation.responses.find((other) => other.status === status);
    const promise = documented?.body;
    // Without a promised type the path ends in `$value` or `$ref`.
    if (!promise || !promised.type) return "not-applicable";
    if (body) return [];
    const what = promise.collection ? `a collection of ${promise.name}` : promise.name;
    return [
      {
        status: "fail",
        message: `the response has no body; the page promises ${what} with ${status}`,
        span,
        promise: citedResponse(documented),
      },
    ];
  },
});
