import { type ChangeRule, defineChangeRule } from "../change-rule.ts";
import type { Difference } from "../difference.ts";
import type { FactKind } from "../fact.ts";
import { breaking, sharpened, weigh } from "../policy/weights.ts";
import { placeOf } from "../words.ts";
import type { TypedPlace } from "./value-type.ts";

/** The rules for one that becomes many, and many that become one: where examples show it, a slip that was mended. */
export function collectionRules({
  area,
  inside,
  mends,
}: Pick<TypedPlace, "area" | "mends"> & { readonly inside: readonly FactKind[] }): ChangeRule[] {
  const at = ({ within }: Difference) => inside.includes(within.at(-1)?.kind ?? "contract");
  const turned = (
    name: "collection" | "single",
    back: "collection" | "single",
    action: "added" | "removed",
    text: string,
  ): ChangeRule[] => {
    const common = {
      kinds: ["collection"],
      action,
      direction: "other",
      says: ({ within, evidence }) => `${placeOf(within)} ${text}${evidence ? `; ${evidence}` : ""}`,
    } as const satisfies Partial<ChangeRule>;
    const mended = defineChangeRule({
      ...common,
      id: `${area}/${name}-mended`,
      mirror: [`${area}/${back}`],
      fits: (difference) => at(difference) && difference.evidence !== undefined,
      weighs: sharpened,
      breaks: "Nobody: the service answered so already.",
    });
    const broken = defineChangeRule({
      ...common,
      id: `${area}/${name}`,
      mirror: [`${area}/${back}`, ...(mends ? [`${area}/${back}-mended`] : [])],
      fits: at,
      weighs: weigh(breaking("versioning")),
      breaks: "Every client that reads or writes it.",
    });
    return mends ? [mended, broken] : [broken];
  };
  return [
    ...turned("collection", "single", "added", "was one value and is a collection"),
    ...turned("single", "collection", "removed", "was a collection and is one value"),
  ];
}
