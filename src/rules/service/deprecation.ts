import { spanAt } from "../../base/span.ts";
import { headerValue } from "../../http/http-message.ts";
import { errorExpected } from "../request/error-expected.ts";
import { defineRule } from "../rule.ts";

/** What a service says of an operation being deprecated, against what its page says. */
export const deprecation = defineRule("service/deprecation", {
  promise: "Page and service agree on whether an operation is deprecated.",
  weighs: { tenant: "warning" },
  idle: "nothing is deprecated by the word of a page or of the service",
  judge(context) {
    const { response, promising: operation } = context;
    const { status = 200, startLine: span } = response;
    if (!operation || status >= 400 || errorExpected(context)) return "not-applicable";
    const sent = ["Deprecation", "Sunset"].filter((name) => {
      const value = headerValue(response, name)?.trim();
      return value !== undefined && !/^(?:false)?$/i.test(value);
    });
    const { deprecated } = operation;
    const cause = { id: `deprecation ${operation.id}` };
    if (sent.length > 0 && !deprecated) {
      const headers = sent.map((name) => `"${name}"`).join(" and ");
      const message = `the response has ${headers}; the page does not say that anything is deprecated`;
      return [{ status: "fail", message, span, cause }];
    }
    // Where a page speaks of something that is deprecated, nobody knows whether it is this.
    if (!deprecated?.certain) return "not-applicable";
    if (sent.length > 0) return [];
    const message =
      'the page says that this is deprecated; the response has neither "Deprecation" nor "Sunset"';
    const promise = { span: spanAt(deprecated.location), text: "deprecated" };
    return [{ status: "fail", message, span, promise, cause }];
  },
});
