import { type ChangeRule, defineChangeRule } from "../change-rule.ts";
import type { FactKind } from "../fact.ts";
import { compatible, disputed, risky, weigh } from "../policy/weights.ts";
import { factOf, placeOf } from "../words.ts";

const areas = ["operation", "parameter", "type", "property", "enum", "member"] as const satisfies FactKind[];
const ofArea = (end: string) => areas.map((area) => `${area}/${end}`);

/** What the versioning page promises at least between a notice and a removal, and what the guidelines do. */
const leastMonths = { versioning: 24, guidelines: 36 } as const;

/** What is announced to go, and when. */
export const deprecationRules = [
  notice({
    id: "deprecation/short-notice",
    mirror: ofArea("deprecation-withdrawn"),
    fits: (difference) => monthsOf(difference) < leastMonths.versioning,
    weighs: weigh(risky("versioning")),
    breaks:
      "Nobody today; and everybody who uses it sooner than the 24 months that the versioning page promises.",
  }),
  notice({
    id: "deprecation/full-notice",
    mirror: ofArea("deprecation-withdrawn"),
    fits: (difference) => monthsOf(difference) >= leastMonths.guidelines,
    weighs: weigh(compatible("guidelines")),
    breaks: "Nobody today: there are the 36 months that the guidelines want, or more.",
  }),
  ...areas.flatMap((area): ChangeRule[] => [
    notice({
      id: `${area}/deprecated`,
      mirror: [`${area}/deprecation-withdrawn`],
      fits: ({ within }) => within.at(-1)?.kind === area,
      weighs: weigh(disputed(compatible("versioning"), risky("guidelines"))),
      breaks:
        "Nobody today. It may go 24 months after the notice by the versioning page, 36 by the guidelines.",
    }),
    defineChangeRule({
      id: `${area}/deprecation-withdrawn`,
      kinds: ["deprecation"],
      action: "removed",
      direction: "widened",
      mirror: [`${area}/deprecated`, "deprecation/short-notice", "deprecation/full-notice"],
      fits: ({ within }) => within.at(-1)?.kind === area,
      weighs: weigh(compatible("ours")),
      says: ({ within }) => `nothing is said any more of ${placeOf(within)} being deprecated`,
      breaks: "Nobody.",
    }),
  ]),
  defineChangeRule({
    id: "removal/earlier",
    kinds: ["removal"],
    action: "changed",
    direction: "narrowed",
    mirror: ["removal/later"],
    fits: ({ before, after }) => String(after?.value) < String(before?.value),
    weighs: weigh(risky("versioning")),
    says: ({ within, before, after }) =>
      `the removal of ${placeOf(within)} was announced for ${before?.value} and is for ${after?.value}`,
    breaks: "Clients that planned by the date of before.",
  }),
  defineChangeRule({
    id: "removal/later",
    kinds: ["removal"],
    action: "changed",
    direction: "widened",
    mirror: ["removal/earlier"],
    weighs: weigh(compatible("versioning")),
    says: ({ within, before, after }) =>
      `the removal of ${placeOf(within)} was announced for ${before?.value} and is for ${after?.value}`,
    breaks: "Nobody: there is more time.",
  }),
  defineChangeRule({
    id: "removal/stated",
    kinds: ["removal"],
    action: "added",
    direction: "narrowed",
    mirror: ["removal/unstated"],
    weighs: weigh(disputed(compatible("versioning"), risky("guidelines"))),
    says: ({ within, after }) => `the removal of ${placeOf(within)} is announced for ${after?.value}`,
    breaks:
      "Nobody before that day, which the versioning page wants 24 months after the notice, the guidelines 36.",
  }),
  defineChangeRule({
    id: "removal/unstated",
    kinds: ["removal"],
    action: "removed",
    direction: "widened",
    mirror: ["removal/stated"],
    weighs: weigh(compatible("ours")),
    says: ({ within, before }) =>
      `the removal of ${placeOf(within)} is announced no more for ${before?.value}`,
    breaks: "Nobody: it is deprecated as before.",
  }),
];

function notice(
  rule: Pick<ChangeRule, "id" | "mirror" | "weighs" | "breaks"> & {
    readonly fits: NonNullable<ChangeRule["fits"]>;
  },
): ChangeRule {
  return defineChangeRule({
    ...rule,
    kinds: ["deprecation"],
    action: "added",
    direction: "narrowed",
    says: (difference) => {
      const removal = removalOf(difference);
      return `${placeOf(difference.within)} is announced as deprecated${removal === undefined ? "" : `, and to be gone from ${removal}`}`;
    },
  });
}

function removalOf(difference: Parameters<ChangeRule["says"]>[0]): string | undefined {
  const removal = factOf(difference).parts.find(({ kind }) => kind === "removal")?.value;
  return removal === undefined ? undefined : String(removal);
}

/** Whole months between notice and removal; none of both comparisons holds where nobody says one of them. */
function monthsOf(difference: Parameters<ChangeRule["says"]>[0]): number {
  const [year = NaN, month = 1, day = 1] = (removalOf(difference) ?? "").split("-").map(Number);
  const [fromYear = NaN, fromMonth = 1, fromDay = 1] = (factOf(difference).announced ?? "")
    .split("-")
    .map(Number);
  if (!year || !fromYear) return NaN;
  return (year - fromYear) * 12 + (month - fromMonth) - (day < fromDay ? 1 : 0);
}
