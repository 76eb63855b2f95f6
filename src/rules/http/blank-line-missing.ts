import { flawsWithoutPointer } from "../flaws-of.ts";
import { definePageRule } from "../rule.ts";

/** The empty line that ends the head of a message. */
export const blankLineMissing = definePageRule("http/blank-line-missing", {
  promise: "An empty line stands between the head of a message and its body.",
  weighs: { documented: "warning" },
  judge({ page }) {
    const isShown = page.examples.some(
      ({ request, response }) => request?.message.body ?? response?.message.body,
    );
    return isShown ? flawsWithoutPointer(page, "http/blank-line-missing") : "not-applicable";
  },
});
