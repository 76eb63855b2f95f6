import { flawsOf } from "../flaws-of.ts";
import { definePageRule } from "../rule.ts";

/** Annotations that are not JSON. */
export const invalidJson = definePageRule("annotation/invalid-json", {
  promise: "Every annotation of the page is JSON.",
  weighs: { documented: "warning" },
  judge({ page }) {
    const flaws = flawsOf(page, "annotation/invalid-json");
    return page.annotations.length + flaws.length === 0 ? "not-applicable" : flaws;
  },
});
