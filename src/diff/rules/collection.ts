import { type ChangeRule, defineChangeRule } from "../change-rule.ts";
import type { Difference } from "../difference.ts";
import type { FactKind } from "../fact.ts";
import { breaking, sharpened, weigh } from "../policy/weights.ts";
import { placeOf } from "../words.ts";
import type { TypedPlace } from "./value-type.ts";

/** The rules for one that becomes many, and many that become one. */
export function collectionRules({
  area,
  inside,
  mends,
}: Pick<TypedPlace, "area" | "mends"> & { readonly inside: readonly FactKind[] }): ChangeRule[] {
  const at = ({ within }: Difference) => inside.includes(within.at(-1)?.kind ?? "contract");
  const says =
    (text: string): ChangeRule["says"] =>
    ({ within, evidence }) =>
      `${placeOf(within)} ${text}${evidence ? `; ${evidence}` : ""}`;
  const mirror = (...names: readonly string[]) =>
    names.flatMap((name) => (mends || !name.endsWith("-mended") ? `${area}/${name}` : []));
  const rules = [
    defineChangeRule({
      id: `${area}/collection-mended`,
      kinds: ["collection"],
      action: "added",
      direction: "other",
      mirror: mirror("single"),
      fits: (difference) => at(difference) && difference.evidence !== undefined,
      weighs: sharpened,
      says: says("was one value and is a collection"),
      breaks: "Nobody: the service answered so already.",
    }),
    defineChangeRule({
      id: `${area}/collection`,
      kinds: ["collection"],
      action: "added",
      direction: "other",
      mirror: mirror("single", "single-mended"),
      fits: at,
      weighs: weigh(breaking("versioning")),
      says: says("was one value and is a collection"),
      breaks: "Every client that reads or writes it.",
    }),
    defineChangeRule({
      id: `${area}/single-mended`,
      kinds: ["collection"],
      action: "removed",
      direction: "other",
      mirror: mirror("collection"),
      fits: (difference) => at(difference) && difference.evidence !== undefined,
      weighs: sharpened,
      says: says("was a collection and is one value"),
      breaks: "Nobody: the service answered so already.",
    }),
    defineChangeRule({
      id: `${area}/single`,
      kinds: ["collection"],
      action: "removed",
      direction: "other",
      mirror: mirror("collection", "collection-mended"),
      fits: at,
      weighs: weigh(breaking("versioning")),
      says: says("was a collection and is one value"),
      breaks: "Every client that reads or writes it.",
    }),
  ];
  return mends ? rules : rules.filter(({ id }) => !id.endsWith("-mended"));
}
