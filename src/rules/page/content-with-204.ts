import { spanOfText } from "../../base/span.ts";
import type { ResponsePromise } from "../../docs/page.ts";
import { definePageRule, type Failure } from "../rule.ts";

/** Response sections that promise 204 No Content together with a content. */
export const contentWith204 = definePageRule("page/content-with-204", {
  promise: "A page that promises 204 No Content promises no response body with it.",
  weighs: { documented: "error" },
  judge({ page }) {
    const promises = page.operation?.responses.filter(({ status }) => status === 204) ?? [];
    if (promises.length === 0) return "not-applicable";
    return promises.filter(promisesContent).map(
      ({ sentence = "", location }): Failure => ({
        status: "fail",
        message:
          "the page promises 204 No Content and a response body; a 204 response has none, so that one of both is wrong",
        span: spanOfText(location, sentence, location.column),
      }),
    );
  },
});

/** "204 No Content and an updated group object in the response body", but not "and no response body". */
function promisesContent({ sentence = "" }: ResponsePromise): boolean {
  const behind = sentence.replaceAll("\n", " ").replace(/^\W*(?:HTTP\S*\s+)?204\W*(?:no\s+content)?/i, "");
  return (
    /\b(?:and|with)\s+(?:an?|the|updated|one)\b[^.;]*\bresponse body\b/i.test(behind.replace(links, "$1")) &&
    !/\b(?:no|not|nothing|never|empty|without|doesn't|don't|won't)\b/i.test(behind)
  );
}

const links = /\[([^\]]*)\]\([^)]*\)/g;
