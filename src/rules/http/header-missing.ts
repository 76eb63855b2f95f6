import { promisedHeaders } from "../../contract/promise/promised-headers.ts";
import { headerValue } from "../../http/http-message.ts";
import { citedResponse } from "../cited.ts";
import { errorExpected } from "../request/error-expected.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";

/** The headers that a page promises with a status, and where a service says that what it made is. */
export const headerMissing = defineRule("http/header-missing", {
  promise: "A response has the headers that the page promises with its status, and 201 has a Location.",
  weighs: { documented: "warning", mock: "error", tenant: "warning" },
  idle: "no page promises a header",
  judge(context) {
    const { response, promising: operation } = context;
    const { status } = response;
    // Without a status line only the body is shown.
    if (status === undefined || status >= 400 || errorExpected(context)) return "not-applicable";
    const promise = operation?.responses.find((other) => other.status === status);
    const promised = promisedHeaders(promise);
    const missing = promised.filter((name) => headerValue(response, name) === undefined);
    const cited = citedResponse(promise);
    const outcomes = missing.map((name): Outcome => {
      const message = `the response has no header "${name}"; the page promises it with ${status}`;
      return { ...at(context), message, promise: cited, cause: { id: `header-missing ${name}` } };
    });
    const created = status === 201 && !promised.some((name) => name.toLowerCase() === "location");
    if (created && headerValue(response, "Location") === undefined) {
      const message = 'the response has no header "Location", which says where what was created is';
      const cause = { id: "header-missing Location" };
      outcomes.push({ ...at(context), message, cause, weighs: onService });
    }
    return promised.length === 0 && !created ? "not-applicable" : outcomes;
  },
});

/** Examples mostly leave out what no page says. */
const onService = { mock: "error", tenant: "warning" } as const;

function at({ response }: ExchangeContext): { status: "fail"; span: Outcome["span"] } {
  return { status: "fail", span: response.startLine };
}
