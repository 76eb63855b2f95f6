import { flawsWithoutPointer } from "../flaws-of.ts";
import { definePageRule } from "../rule.ts";

/** Text that the template of the page brought along, and notes of writers to themselves. */
export const pageTemplateText = definePageRule("page/template-text", {
  promise: "Nothing on the page is text of its template, or a note to its writer.",
  weighs: { documented: "warning" },
  judge: ({ page }) => flawsWithoutPointer(page, "page/template-text"),
});
