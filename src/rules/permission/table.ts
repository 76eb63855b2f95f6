import { flawsWithoutPointer } from "../flaws-of.ts";
import { definePageRule } from "../rule.ts";

/** Permission tables that lack a row or a cell, or hold one that cannot be read. */
export const permissionTable = definePageRule("permission/table", {
  promise: "A permission table has a readable row for each kind of account and for applications.",
  weighs: { documented: "warning" },
  judge({ page }) {
    const found = flawsWithoutPointer(page, "permission/table");
    return page.permissions.length === 0 && found.length === 0 ? "not-applicable" : found;
  },
});
