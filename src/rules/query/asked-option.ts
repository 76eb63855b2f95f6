import type { RequestContext } from "../rule.ts";

/**
 * The value of a query option that the service has promised to heed; empty when the request does not use it. One
 * that the page does not support promises nothing: that is request/option-not-supported.
 */
export function askedOption({ url, operation }: RequestContext, name: string): string {
  const value = url.options.get(name) ?? "";
  const supported = operation?.queryOptions;
  if (supported?.kind === "none") return "";
  return supported?.kind === "listed" && !supported.options.includes(name) ? "" : value;
}
