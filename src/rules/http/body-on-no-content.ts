import { spanOfText } from "../../base/span.ts";
import { defineRule } from "../rule.ts";

/** What must not come with 204. */
export const bodyOnNoContent = defineRule("http/body-on-no-content", {
  promise: "A 204 response has neither a body nor a Content-Type.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  idle: "no answer was one without content",
  judge({ response: { status, headers, body }, operation }) {
    if (status !== 204) return "not-applicable";
    // Where the page promises another success, it is the status that is wrong: http/status.
    const successes = (operation?.responses ?? []).filter((promise) => promise.status < 400);
    if (successes.length > 0 && !successes.some((promise) => promise.status === 204)) return "not-applicable";
    if (body) {
      const message = "204 No Content comes with a body; it has none by definition";
      return [{ status: "fail", message, span: spanOfText(body.location, body.text, body.location.column) }];
    }
    const header = headers.find(({ name }) => name.toLowerCase() === "content-type");
    if (!header || header.value === "") return [];
    const message = `204 No Content comes with the Content-Type "${header.value}", but without a body to which it applies`;
    return [{ status: "fail", message, span: header.span }];
  },
});
