import { spanAt } from "../../base/span.ts";
import { headingSpan } from "../../docs/section.ts";
import { flawsOf } from "../flaws-of.ts";
import { definePageRule } from "../rule.ts";

/** API pages that do not say what to call, and request lines that say nothing. */
export const operationMissing = definePageRule("page/operation-missing", {
  promise: "An API page shows at least one HTTP request with a method and a path.",
  weighs: { documented: "error" },
  judge({ page }) {
    if (page.kind !== "api") return "not-applicable";
    const flaws = flawsOf(page, "page/operation-missing");
    if (flaws.length > 0 || (page.operation?.requests.length ?? 0) > 0) return flaws;
    const heading = page.headings.find(({ text }) => /^http request/i.test(text.trim()));
    return [
      {
        status: "fail",
        message: heading
          ? `no request line can be read below "${heading.text}"; a method and a path are expected`
          : `the page has no section "HTTP request"; an API page says which method and path it documents`,
        span: heading
          ? headingSpan(heading)
          : spanAt(page.operation?.location ?? { file: page.file, line: 1, column: 1 }),
      },
    ];
  },
});
