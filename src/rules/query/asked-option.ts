import type { ExchangeContext, Outcome, RequestContext } from "../rule.ts";
import { undocumented } from "../unjudged.ts";

/**
 * The value of a query option that the service has promised to heed; empty when the request does not use it. One
 * that the page does not support promises nothing: that is request/option-not-supported.
 */
export function askedOption({ url, promising }: RequestContext, name: string): string {
  const value = url.options.get(name) ?? "";
  const supported = promising?.queryOptions;
  if (supported?.kind === "none") return "";
  return supported?.kind === "listed" && !supported.options.includes(name) ? "" : value;
}

/**
 * What is not as it was asked for, where nobody documents the request: nobody promised to heed its query options, so
 * that it is not verified. What is as it was asked for is so whoever promised it.
 */
export function heldTo(
  context: ExchangeContext,
  option: string,
  verdicts: readonly Outcome[],
): readonly Outcome[] {
  const [first] = verdicts.filter(({ status }) => status === "fail");
  if (context.promising || !first) return verdicts;
  return [undocumented(context, `whether "${option}" is heeded is`, first.span)];
}
