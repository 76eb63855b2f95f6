import { spanOfText } from "../../base/span.ts";
import { definePageRule } from "../rule.ts";

/** Properties that a page says nothing of: one finding for all of them. */
export const description = definePageRule("resource/description", {
  promise: "Every property and relationship has a description.",
  weighs: { documented: "info" },
  judge({ page }) {
    const rows = page.types.flatMap(({ properties, relationships }) => [...properties, ...relationships]);
    if (rows.length === 0) return "not-applicable";
    const torn = new Set(
      page.flaws.filter(({ rule }) => rule === "resource/table-cell").map(({ span }) => span.start.line),
    );
    const silent = rows.filter(
      ({ undescribed, location }) => undescribed === true && !torn.has(location.line),
    );
    const [first, ...others] = silent;
    if (!first) return [];
    const more =
      others.length === 0 ? "" : `, nor ${others.length === 1 ? "has" : "have"} ${others.length} more`;
    return [
      {
        status: "fail",
        message: `"${first.name}" has no description${more}`,
        span: spanOfText(first.location, first.row ?? first.name),
        cause: { id: "description" },
      },
    ];
  },
});
