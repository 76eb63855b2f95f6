import { type ChangeRule, defineChangeRule } from "../change-rule.ts";
import { breaking, compatible, disputed, risky, sharpened, weigh } from "../policy/weights.ts";
import { isOnlySent, placeOf } from "../words.ts";

/** Whether null may come, and what a value may be. */
export const valueRules = [
  defineChangeRule({
    id: "nullability/accepted",
    kinds: ["nullable"],
    action: "changed",
    direction: "widened",
    mirror: ["nullability/never-null"],
    fits: (difference) => isOnlySent(difference) && difference.after?.value === true,
    weighs: weigh(compatible("versioning")),
    says: ({ within }) => `${placeOf(within)} was never null and may be`,
    breaks: "Nobody: null may be sent, too.",
  }),
  defineChangeRule({
    id: "nullability/now-null",
    kinds: ["nullable"],
    action: "changed",
    direction: "widened",
    mirror: ["nullability/never-null"],
    fits: ({ after }) => after?.value === true,
    weighs: weigh(disputed(compatible("versioning"), risky("guidelines")), {
      write: compatible("versioning"),
    }),
    says: ({ within }) => `${placeOf(within)} was never null and may be`,
    breaks: "Clients that read it without a look at null.",
  }),
  defineChangeRule({
    id: "nullability/never-null",
    kinds: ["nullable"],
    action: "changed",
    direction: "narrowed",
    mirror: ["nullability/now-null", "nullability/accepted"],
    weighs: weigh(compatible("versioning"), { write: breaking("versioning"), sdk: risky("ours") }),
    says: ({ within }) => `${placeOf(within)} could be null and is never`,
    breaks: "Clients that send null.",
  }),
  defineChangeRule({
    id: "nullability/stated",
    kinds: ["nullable"],
    action: "added",
    direction: "other",
    mirror: ["nullability/unstated"],
    weighs: sharpened,
    says: ({ within, after }) =>
      `${placeOf(within)} is said ${after?.value === true ? "to be null at times" : "never to be null"}`,
    breaks: "Nobody: the page says what was so already.",
  }),
  defineChangeRule({
    id: "nullability/unstated",
    kinds: ["nullable"],
    action: "removed",
    direction: "other",
    mirror: ["nullability/stated"],
    weighs: weigh(compatible("ours")),
    says: ({ within, before }) =>
      `${placeOf(within)} is no more said ${before?.value === true ? "to be null at times" : "never to be null"}`,
    breaks: "Nobody for certain: null is now left open.",
  }),
  ...limitRules("range", "range", isWithin),
  defineChangeRule({
    id: "range/moved",
    kinds: ["range"],
    action: "changed",
    direction: "other",
    mirror: ["range/moved"],
    weighs: weigh(risky("ours"), { write: breaking("versioning") }),
    says: ({ within, before, after }) =>
      `the range of ${placeOf(within)} was ${before?.value} and is ${after?.value}`,
    breaks: "Clients that send what fits no more, or keep the value where only the one of before fits.",
  }),
  ...limitRules("max-length", "greatest length", (old, next) => Number(old) <= Number(next)),
];

/** Whether every number of one range, `1 to 9`, is in the other; an end that is not said has no limit. */
function isWithin(inner: string, outer: string): boolean {
  const [low, high] = endsOf(inner);
  const [least, most] = endsOf(outer);
  return least <= low && high <= most;
}

function endsOf(range: string): readonly [number, number] {
  const [low = "", high = ""] = range.split(" to ");
  return [
    low === "" ? Number.NEGATIVE_INFINITY : Number(low),
    high === "" ? Number.POSITIVE_INFINITY : Number(high),
  ];
}

function limitRules(
  kind: "range" | "max-length",
  words: string,
  isInside: (inner: string, outer: string) => boolean,
): ChangeRule[] {
  const says: ChangeRule["says"] = ({ within, before, after }) =>
    `the ${words} of ${placeOf(within)} was ${before?.value} and is ${after?.value}`;
  return [
    defineChangeRule({
      id: `${kind}/accepted`,
      kinds: [kind],
      action: "changed",
      direction: "widened",
      mirror: [`${kind}/narrowed`],
      fits: (difference) =>
        isOnlySent(difference) && isInside(String(difference.before?.value), String(difference.after?.value)),
      weighs: weigh(compatible("versioning")),
      says,
      breaks: "Nobody: more may be sent.",
    }),
    defineChangeRule({
      id: `${kind}/widened`,
      kinds: [kind],
      action: "changed",
      direction: "widened",
      mirror: [`${kind}/narrowed`],
      fits: ({ before, after }) => isInside(String(before?.value), String(after?.value)),
      weighs: weigh(compatible("versioning"), { read: risky("ours") }),
      says,
      breaks: "Clients that keep the value where only the narrower one fits.",
    }),
    defineChangeRule({
      id: `${kind}/narrowed`,
      kinds: [kind],
      action: "changed",
      direction: "narrowed",
      mirror: [`${kind}/widened`, `${kind}/accepted`],
      fits: ({ before, after }) => isInside(String(after?.value), String(before?.value)),
      weighs: weigh(compatible("ours"), { write: breaking("versioning") }),
      says,
      breaks: "Clients that send what fits no more.",
    }),
    defineChangeRule({
      id: `${kind}/stated`,
      kinds: [kind],
      action: "added",
      direction: "other",
      mirror: [`${kind}/unstated`],
      weighs: sharpened,
      says: ({ within, after }) => `the ${words} of ${placeOf(within)} is said to be ${after?.value}`,
      breaks: "Nobody: the page says what was so already.",
    }),
    defineChangeRule({
      id: `${kind}/unstated`,
      kinds: [kind],
      action: "removed",
      direction: "other",
      mirror: [`${kind}/stated`],
      weighs: weigh(compatible("ours")),
      says: ({ within, before }) =>
        `the ${words} of ${placeOf(within)} is no more said to be ${before?.value}`,
      breaks: "Nobody for certain: it is now left open.",
    }),
  ];
}
