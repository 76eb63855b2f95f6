import { type ChangeRule, defineChangeRule } from "../change-rule.ts";
import type { FactKind } from "../fact.ts";
import { breaking, compatible, risky, type Weights, weigh } from "../policy/weights.ts";
import { factOf, placeOf } from "../words.ts";
import { collectionRules } from "./collection.ts";
import { typeRules } from "./value-type.ts";

/** What became of what only metadata declares: actions, functions and their overloads, and where paths begin. */
export const declaredRules = [
  ...presence("action", "Every client that calls it."),
  respelt("action"),
  ...presence("function", "Every client that calls it."),
  respelt("function"),
  ...presence("overload", "Every client that calls it with these parameters."),
  ...presence("root", "Every client whose paths begin with it."),
  respelt("root"),
  defineChangeRule({
    id: "root/changed",
    kinds: ["root"],
    action: "changed",
    direction: "other",
    mirror: ["root/changed"],
    weighs: weigh(breaking("versioning")),
    says: ({ before, after }) => `/${after?.name} held ${before?.value} and holds ${after?.value}`,
    breaks: "Every client whose paths begin with it.",
  }),
  ...comeAndGo(
    "returns",
    (difference) => `${placeOf(difference.within)} returns ${factOf(difference).value}`,
    weigh(breaking("versioning"), { write: risky("ours") }),
    "Every client that reads what it returns.",
  ),
  // Metadata blurs and sharpens nothing: what it says of a type is the type.
  ...typeRules({ area: "returns", kind: "returns", written: "by-service", mends: false }).filter(
    ({ id }) => !/-(?:sharpened|blurred)$/.test(id),
  ),
  ...collectionRules({ area: "returns", inside: ["returns"], mends: false }),
];

function presence(kind: FactKind, breaks: string): ChangeRule[] {
  const named: ChangeRule["says"] = (difference) => {
    const { name } = factOf(difference);
    if (kind === "root") return `/${name} is declared`;
    return kind === "overload"
      ? `${placeOf(difference.within)} can be called with ${name}`
      : `${kind} ${name} is declared`;
  };
  return comeAndGo(kind, named, weigh(breaking("versioning")), breaks);
}

/** Graph reads paths in any letters. */
function respelt(kind: FactKind): ChangeRule {
  return defineChangeRule({
    id: `${kind}/respelt`,
    kinds: [kind],
    action: "renamed",
    direction: "other",
    mirror: [`${kind}/respelt`],
    weighs: weigh(compatible("ours"), { sdk: risky("ours") }),
    says: ({ before, after }) => `${kind} ${before?.name} is written ${after?.name}`,
    breaks: "Generated clients, whose names are taken from it.",
  });
}

/** A rule for what came and one for what went. */
function comeAndGo(kind: FactKind, says: ChangeRule["says"], weighs: Weights, breaks: string): ChangeRule[] {
  return [
    defineChangeRule({
      id: `${kind}/added`,
      kinds: [kind],
      action: "added",
      direction: "widened",
      mirror: [`${kind}/removed`],
      weighs: weigh(compatible("versioning")),
      says,
      breaks: "Nobody.",
    }),
    defineChangeRule({
      id: `${kind}/removed`,
      kinds: [kind],
      action: "removed",
      direction: "narrowed",
      mirror: [`${kind}/added`],
      weighs,
      says: (difference, between) => `${says(difference, between)} no more`,
      breaks,
    }),
  ];
}
