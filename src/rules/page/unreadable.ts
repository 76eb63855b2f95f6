import { flawsWithoutPointer } from "../flaws-of.ts";
import { definePageRule } from "../rule.ts";

/** Files and folders that stand where pages are and do not open. */
export const unreadablePage = definePageRule("page/unreadable", {
  promise: "Every page among those to be judged can be read.",
  weighs: { documented: "error" },
  judge: ({ page }) => flawsWithoutPointer(page, "page/unreadable"),
});

/** Whether nothing could be read of what was judged; whoever accepts that sees no more of it. */
export function isUnread(assertions: readonly { readonly rule: string; readonly status: string }[]): boolean {
  return assertions.some(
    ({ rule, status }) => rule === unreadablePage.id && (status === "fail" || status === "waived"),
  );
}
