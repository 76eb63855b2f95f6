import type { RuleEntry } from "./report.ts";

type WaiverRule = Pick<RuleEntry, "id" | "promise">;

export const expiredRule: WaiverRule = {
  id: "waiver/expired",
  promise: "A waiver is used no longer than the day until which it was granted.",
};

export const unusedRule: WaiverRule = {
  id: "waiver/unused",
  promise: "Every waiver accepts at least one finding.",
};

/**
 * The rules that are judged on the list of waivers. They have rule pages like every rule, but no page
 * and no exchange to be judged on, so the report applies them itself.
 */
export const waiverRules: readonly WaiverRule[] = [expiredRule, unusedRule];
