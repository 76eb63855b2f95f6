import { type ChangeRule, defineChangeRule } from "../change-rule.ts";
import type { FactKind } from "../fact.ts";
import { breaking, compatible, risky, sharpened, weigh } from "../policy/weights.ts";
import { factOf, placeOf } from "../words.ts";

/** What comes unasked, and what only to who asks for it. */
export const defaultRules = [
  ...askedRules({
    kind: "on-select",
    asked: "on-select",
    unasked: "by-default",
    says: "comes only with `$select`",
    saysBack: "comes without `$select`, too",
  }),
  ...askedRules({
    kind: "not-by-default",
    asked: "withheld",
    unasked: "given",
    says: "does not come unasked",
    saysBack: "comes unasked",
  }),
];

interface AskedRules {
  readonly kind: FactKind;
  /** The rule for one that comes no more unasked, and the one for the way back. */
  readonly asked: string;
  readonly unasked: string;
  readonly says: string;
  readonly saysBack: string;
}

/**
 * That a page begins to say so is a change of the service only where something came unasked before. Its examples of
 * before tell: they showed it to who had not selected it; or they showed nearly all that comes unasked, and not it:
 * then the page says what was so already; or they tell nothing, and nobody can say.
 */
function askedRules({ kind, asked, unasked, says, saysBack }: AskedRules): ChangeRule[] {
  const mirror = [`default/${unasked}`];
  return [
    defineChangeRule({
      id: `default/${asked}`,
      kinds: [kind],
      action: "added",
      direction: "narrowed",
      mirror,
      fits: (difference) => difference.unasked === "shown",
      weighs: weigh(breaking("versioning"), { write: compatible("ours"), sdk: breaking("ours") }),
      says: (difference) => `${named(difference)} ${says}; an example before showed it unasked`,
      breaks: "Clients that read it and do not ask for it.",
    }),
    defineChangeRule({
      id: `default/${asked}-stated`,
      kinds: [kind],
      action: "added",
      direction: "other",
      mirror,
      fits: (difference) => difference.unasked === "left out",
      weighs: sharpened,
      says: (difference) =>
        `${named(difference)} is said to be one that ${says}; the examples before left it out`,
      breaks: "Nobody: it did not come unasked before.",
    }),
    defineChangeRule({
      id: `default/${asked}-unproven`,
      kinds: [kind],
      action: "added",
      direction: "narrowed",
      mirror,
      weighs: weigh(risky("versioning"), { write: compatible("ours"), sdk: risky("ours") }),
      says: (difference) => `${named(difference)} is said to be one that ${says}`,
      breaks: "Clients that read it and do not ask for it, if it came unasked before: no example shows.",
    }),
    defineChangeRule({
      id: `default/${unasked}`,
      kinds: [kind],
      action: "removed",
      direction: "widened",
      mirror: ["", "-stated", "-unproven"].map((end) => `default/${asked}${end}`),
      weighs: weigh(compatible("versioning")),
      says: (difference) => `${named(difference)} ${saysBack}`,
      breaks: "Nobody.",
    }),
  ];
}

function named(difference: Parameters<ChangeRule["says"]>[0]): string {
  const { name } = factOf(difference);
  return name === "" ? placeOf(difference.within) : `"${name}" of ${placeOf(difference.within)}`;
}
