import type { Probe } from "../exchange.ts";
import type { RequestContext } from "../rule.ts";
import { bodyFlaw } from "./body-flaw.ts";

/** Why a service may not serve a request. */
export type ErrorExpected = Exclude<Probe, "listing" | "cleanup"> | "broken-body";

/**
 * Why the one who is asked has to refuse a request; undefined when it has to be served. What documentation shows is
 * nobody's to refuse.
 */
export function errorExpected(context: RequestContext): ErrorExpected | undefined {
  if (context.page) return undefined;
  const { probe } = context.exchange;
  if (probe !== undefined && probe !== "listing" && probe !== "cleanup") return probe;
  return bodyFlaw(context) === "broken" ? "broken-body" : undefined;
}
