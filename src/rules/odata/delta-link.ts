import { isCollection } from "../../contract/promise/body-fit.ts";
import { headerValue } from "../../http/http-message.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { isBroken } from "../body/readable-body.ts";
import { isDelta } from "../query/items-of.ts";
import { errorExpected } from "../request/error-expected.ts";
import { defineRule, type ExchangeContext, type Verdicts } from "../rule.ts";

/** The one link of a page of changes, and where such a link has no place. */
export const deltaLink = defineRule("odata/delta-link", {
  promise:
    "A page of a delta answer has either an `@odata.nextLink` or an `@odata.deltaLink`, and no other answer has a deltaLink.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  idle: "no delta function was asked",
  judge(context) {
    const { exchange, response, locate } = context;
    const value = response.body?.json?.value;
    if (exchange.request.method !== "GET" || (response.status ?? 200) >= 300) return "not-applicable";
    // What follows a place where it stops being JSON, nobody has read.
    if (!isCollection(value) || isBroken(context) || errorExpected(context)) return "not-applicable";
    const has = (name: string) =>
      [`@odata.${name}`, `@${name}`].find((written) => Object.hasOwn(value, written));
    const [next, delta] = [has("nextLink"), has("deltaLink")];
    if (!asksForChanges(context)) return delta === undefined ? "not-applicable" : misplaced(context, delta);
    if (next !== undefined && delta !== undefined) {
      const pointer = `/${delta}`;
      const message = `the page has both "${next}" and "${delta}"; the deltaLink comes on the last page alone`;
      return [{ status: "fail", message, span: locate(pointer), pointer }];
    }
    // An author may leave the end of a long answer out.
    if (next !== undefined || delta !== undefined || exchange.declared?.truncated === true) return [];
    const message =
      'the page has neither "@odata.nextLink" nor "@odata.deltaLink"; nothing leads to later changes';
    return [{ status: "fail", message, span: locate(""), pointer: "" }];
  },
});

function misplaced({ exchange, locate }: ExchangeContext, name: string): Verdicts {
  // Any list may be tracked for one who prefers it (OData Protocol 4.01, section 8.2.8.9).
  if (/\btrack-changes\b/i.test(headerValue(exchange.request, "Prefer") ?? "")) return [];
  const pointer = `/${name}`;
  const message = `"${name}" comes with a list that was not asked for its changes; only delta answers have one`;
  return [{ status: "fail", message, span: locate(pointer), pointer }];
}

/** By its own path or that of the request that began the walk, or by a link that an earlier answer gave. */
function asksForChanges({ exchange, past, url }: ExchangeContext): boolean {
  const began = past.walk ? readRequestUrl(past.walk.began) : url;
  return isDelta(url) || isDelta(began) || /[?&](?:\$|%24)?deltatoken=/i.test(exchange.request.url);
}
