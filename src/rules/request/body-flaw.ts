import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import { isPathParameter } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { RequestContext } from "../rule.ts";
import { body } from "./body.ts";

/**
 * Why a service need not take the body of a request: it breaks the contract (`broken`), or its author left parts of it
 * to the reader (`placeholder`).
 */
export const bodyFlaw = onceFor((context: RequestContext): "broken" | "placeholder" | undefined => {
  const verdicts = body.judge(context);
  const outcomes = verdicts === "not-applicable" ? [] : verdicts;
  if (outcomes.some(({ status }) => status === "fail")) return "broken";
  const isLeftOut = outcomes.some(
    (outcome) => outcome.status === "not-verified" && outcome.reason === "placeholder",
  );
  return isLeftOut || bindsPlaceholder(context) ? "placeholder" : undefined;
});

/** A reference to another resource may be left to the reader as well (OData JSON 4.01, section 8.5). */
function bindsPlaceholder({ exchange }: RequestContext): boolean {
  const sent = exchange.request.body?.json?.value;
  if (!isObject(sent)) return false;
  return Object.entries(sent)
    .filter(([name]) => name === "@odata.id" || name.endsWith("@odata.bind"))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .some((url) => typeof url === "string" && readRequestUrl(url).segments.some(isPathParameter));
}
