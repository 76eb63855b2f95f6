import { examplesOfOperation } from "../../contract/page-content.ts";
import { type HttpHeader, headerValue } from "../../http/http-message.ts";
import { defineRule, type ExchangeContext } from "../rule.ts";
import { answerOf } from "./items-of.ts";

/** The length of a page against the preferred one. */
export const pageSize = defineRule("query/page-size", {
  promise: "A page holds at most as many items as `Prefer: odata.maxpagesize` asks for.",
  weighs: { documented: "warning", mock: "error", tenant: "warning" },
  idle: "no page of a list came that was asked for by its size",
  judge(context) {
    const answer = answerOf(context);
    const most = preferredSize(context);
    if (most === undefined || !answer?.collection) return "not-applicable";
    const length = answer.items.length;
    if (length <= most) return [];
    const message = `the page holds ${length} items; "Prefer: odata.maxpagesize" asks for ${most}`;
    return [{ status: "fail", message, span: context.locate("/value"), pointer: "/value" }];
  },
});

/** A service may overlook a preference: it is held to one that it says it has applied, or that its page shows. */
function preferredSize({ contract, exchange, operation, response }: ExchangeContext): number | undefined {
  const asked = sizeIn(exchange.request);
  if (asked === undefined || asked === 0) return undefined;
  const applied = sizeIn(response, "Preference-Applied");
  if (applied !== undefined) return Math.max(asked, applied);
  const shown = operation ? examplesOfOperation(contract, operation) : [];
  return shown.some(({ request }) => sizeIn(request) !== undefined) ? asked : undefined;
}

function sizeIn(message: { readonly headers: readonly HttpHeader[] }, name = "Prefer"): number | undefined {
  const [, size] =
    /(?:^|[\s,;])(?:odata\.)?maxpagesize\s*=\s*"?(\d+)/i.exec(headerValue(message, name) ?? "") ?? [];
  return size === undefined ? undefined : Number(size);
}
