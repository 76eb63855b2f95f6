import { differing } from "../differing.ts";
import { countIn, nextLinkIn } from "../memory.ts";
import { answerOf } from "../query/items-of.ts";
import { defineRule } from "../rule.ts";

/** The links of a list, from its first page to its last. */
export const brokenWalk = defineRule("service/broken-walk", {
  promise: "The links of a list lead to every item of it, and to an end.",
  weighs: { mock: "error", tenant: "error" },
  idle: "no list had a second page",
  judge(context) {
    const { exchange, past, response, url } = context;
    const answer = answerOf(context);
    if (!answer?.collection || (response.status ?? 200) >= 300) return "not-applicable";
    const link = nextLinkIn(answer.envelope);
    if (link !== undefined) {
      // A link back to the request itself is odata/next-link.
      if (!past.walk || link === exchange.request.url) return "not-applicable";
      if (!past.walk.urls.has(link)) return [];
      const pointer = "@odata.nextLink" in answer.envelope ? "/@odata.nextLink" : "/@nextLink";
      const message = "the links run in a circle: this one leads back to an earlier page of the list";
      return [{ status: "fail", message, span: context.locate(pointer), pointer }];
    }
    // Of the pages before nothing is known, or there are none, which query/count judges.
    const isFirst = !past.walk && !/skiptoken/i.test(exchange.request.url);
    if (!past.walk && !(isFirst && exchange.request.headers.some(prefersPages))) return "not-applicable";
    const asks = (...names: readonly string[]) => names.some((name) => url.options.has(name));
    // In OData at large $top ends the list.
    if (asks("$top", "$skip", "$apply")) return "not-applicable";
    const came = (past.walk?.items ?? 0) + answer.items.length;
    const listed = asks("$filter", "$search") ? undefined : past.list?.size;
    const count = past.walk && (countIn(answer.envelope) ?? past.walk.count);
    // Where the list is known, a count of more than it has is query/count.
    const wanted = listed ?? count;
    if (wanted === undefined) return "not-applicable";
    if (came >= wanted) return [];
    const said = listed === undefined ? `"@odata.count" says ${count}` : `the plain list has ${listed}`;
    const message = `the links end behind ${came} items; ${said}`;
    const pointer = "/value";
    const failure = { status: "fail", message, span: context.locate(pointer), pointer } as const;
    return [listed === undefined ? failure : differing(past, failure)];
  },
});

function prefersPages({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return name.toLowerCase() === "prefer" && /maxpagesize/i.test(value);
}
