import { flawsWithoutPointer } from "../flaws-of.ts";
import { definePageRule } from "../rule.ts";

/** Rows of a permission table that are the other way round than their heading says. */
export const permissionOrder = definePageRule("page/permission-order", {
  promise: "Permissions stand in the order that the table's heading says, from least to most privileged.",
  weighs: { documented: "warning" },
  judge({ page }) {
    return page.permissions.length === 0
      ? "not-applicable"
      : flawsWithoutPointer(page, "page/permission-order");
  },
});
