import { flawsOf } from "../flaws-of.ts";
import { definePageRule } from "../rule.ts";

/** Annotations that describe nothing. */
export const unbound = definePageRule("annotation/unbound", {
  promise: "Every annotation has a block type of the dialect and stands before the block that it describes.",
  weighs: { documented: "warning" },
  judge({ page }) {
    return page.annotations.length === 0 ? "not-applicable" : flawsOf(page, "annotation/unbound");
  },
});
