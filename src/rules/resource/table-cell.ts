import { definePageRule } from "../rule.ts";

/** Cells of the tables of a resource page that cannot be right. */
export const tableCell = definePageRule("resource/table-cell", {
  promise:
    "Every row of a table of properties has all its cells, the name of a property, and a type that there is.",
  weighs: { documented: "error" },
  judge({ page }) {
    const rows = page.types.flatMap(({ properties, relationships }) => [...properties, ...relationships]);
    const flaws = page.flaws.filter(({ rule }) => rule === "resource/table-cell");
    if (rows.length + flaws.length === 0) return "not-applicable";
    return flaws.map(({ message, span, advice, edits }) => ({
      status: "fail",
      message,
      span,
      advice,
      fix: edits && { edits },
      cause: { id: `table-cell ${message}` },
    }));
  },
});
