import { flawsWithoutPointer } from "../flaws-of.ts";
import { definePageRule } from "../rule.ts";

/** The note on a page of v1.0 that its API is of beta. */
export const betaDisclaimer = definePageRule("page/beta-disclaimer", {
  promise: "A page of v1.0 does not say that it is of beta.",
  weighs: { documented: "warning" },
  judge({ page }) {
    if (page.version !== "v1.0") return "not-applicable";
    return flawsWithoutPointer(page, "page/beta-disclaimer");
  },
});
