import { flawsWithoutPointer } from "../flaws-of.ts";
import { definePageRule } from "../rule.ts";

/** Tab groups that the page's build takes apart in another way than they were meant. */
export const pageTabs = definePageRule("page/tabs", {
  promise: "A group of tabs has each tab once, the HTTP request in one of them, and a line that ends it.",
  weighs: { documented: "warning" },
  // Where a fence is not closed, nobody knows what stands in which tab.
  judge: ({ page }) =>
    page.flaws.some(({ rule }) => rule === "page/unclosed-fence")
      ? "not-applicable"
      : flawsWithoutPointer(page, "page/tabs"),
});
