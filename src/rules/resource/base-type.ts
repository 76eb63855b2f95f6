import { shortName } from "../../contract/names/short-name.ts";
import { headingSpan } from "../../docs/section.ts";
import { definePageRule, type Outcome } from "../rule.ts";
import { type MissingBase, missingBases } from "./missing-bases.ts";

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
      const names = [...missing.names].map((each) => `"${each}"`).join(", ");
      const { says, advice } = guess(missing);
      return [
        {
          status: "fail",
          message: `the examples of ${shortName(name)} have ${names}, which its page does not declare${says}`,
          span: headingSpan(heading),
          advice,
          cause: { id: `base-type ${name}` },
        },
      ];
    });
  },
});

function guess({ base, like = [] }: MissingBase): { readonly says: string; readonly advice: string } {
  if (base !== undefined) {
    const name = shortName(base);
    return {
      says: ` and ${name} does; is that its base type?`,
      advice: `say that it inherits from ${name}, or add the rows`,
    };
  }
  const others = like.map(shortName).join(", ");
  return {
    says: `, and those of ${others} have them, too; do they inherit from a type without a page?`,
    advice: "add the page of the base type, and say that they inherit from it, or add the rows",
  };
}
