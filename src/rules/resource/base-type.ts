import { shortName } from "../../contract/json-schema/schema.ts";
import { headingSpan } from "../page-place.ts";
import { definePageRule, type Outcome } from "../rule.ts";
import { missingBases } from "./missing-bases.ts";

/** Types whose base type no page names, though the examples show what they inherit. */
export const baseType = definePageRule("resource/base-type", {
  promise: "A resource page names the base type that its type inherits names from.",
  weighs: { documented: "warning" },
  judge({ page, contract }) {
    const heading = page.headings.find(({ level }) => level === 1);
    if (page.types.length === 0 || !heading) return "not-applicable";
    return page.types.flatMap(({ name }): Outcome[] => {
      const missing = missingBases(contract).get(name);
      if (!missing || contract.types[name]?.location.file !== page.file) return [];
      const base = shortName(missing.base);
      const names = [...missing.names].map((each) => `"${each}"`).join(", ");
      return [
        {
          status: "fail",
          message: `the examples of ${shortName(name)} have ${names}, which its page does not declare and ${base} does; is that its base type?`,
          span: headingSpan(heading),
          advice: `say that it inherits from ${base}, or add the rows`,
          cause: { id: `base-type ${name}` },
        },
      ];
    });
  },
});
