import { flawsOf } from "../flaws-of.ts";
import { definePageRule } from "../rule.ts";

/** Fences that swallow what follows them. */
export const unclosedFence = definePageRule("page/unclosed-fence", {
  promise: "Every fence of the page is closed before the next heading, annotation or fence.",
  weighs: { documented: "error" },
  judge({ page }) {
    const flaws = flawsOf(page, "page/unclosed-fence");
    const hasFence =
      page.examples.length > 0 ||
      (page.operation?.requests.length ?? 0) > 0 ||
      page.annotations.some(({ fence }) => fence !== undefined) ||
      page.types.some(({ json }) => json !== undefined);
    return hasFence || flaws.length > 0 ? flaws : "not-applicable";
  },
});
