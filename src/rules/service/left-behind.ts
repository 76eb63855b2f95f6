import { STATUS_CODES } from "node:http";
import type { Exchange } from "../exchange.ts";
import { defineRequestRule } from "../rule.ts";

/** What a run has created is gone at its end. */
export const leftBehind = defineRequestRule("service/left-behind", {
  promise: "What a run has created is removed again at its end.",
  weighs: { tenant: "error" },
  idle: "nothing was written",
  judge({ exchange }) {
    if (exchange.probe !== "cleanup") return "not-applicable";
    const why = whyLeft(exchange);
    if (why === undefined) return [];
    const message = `something that this run created is left behind: ${why}`;
    return [{ status: "fail", message, span: exchange.request.target, advice: "Remove it by hand." }];
  },
});

/** Why a removal has removed nothing; undefined where what was to be removed is gone. */
export function whyLeft({ response, unanswered, listed }: Exchange): string | undefined {
  const { status } = response ?? {};
  if (status === undefined) return unanswered?.message ?? "no answer came";
  if (status < 300 || status === 410) return undefined;
  // What nobody has removed is somewhere.
  if (status === 404 && !listed) return undefined;
  return `its removal was answered with ${status} ${STATUS_CODES[status] ?? ""}`.trimEnd();
}
