import { defineChangeRule } from "../change-rule.ts";
import type { Difference } from "../difference.ts";
import { breaking, compatible, risky, sharpened, weigh } from "../policy/weights.ts";
import { factOf, placeOf } from "../words.ts";
import { collectionRules } from "./collection.ts";
import { statedRules, typeRules } from "./value-type.ts";

const isSuccess = (difference: Difference) => factOf(difference).name.startsWith("2");

/** The statuses that an operation answers. */
export const statusRules = [
  defineChangeRule({
    id: "status/mended",
    kinds: ["status"],
    action: "renamed",
    direction: "other",
    mirror: ["status/changed", "status/mended"],
    fits: ({ evidence }) => evidence !== undefined,
    weighs: sharpened,
    says: ({ within, before, after, evidence }) =>
      `${placeOf(within)} is said to answer ${after?.name}, not ${before?.name}; ${evidence}`,
    breaks: "Nobody: the service answered so already.",
  }),
  defineChangeRule({
    id: "status/changed",
    kinds: ["status"],
    action: "renamed",
    direction: "other",
    mirror: ["status/changed", "status/mended"],
    weighs: weigh(breaking("versioning")),
    says: ({ within, before, after }) =>
      `${placeOf(within)} answered ${before?.name} and answers ${after?.name}`,
    breaks: "Clients that wait for the status of before.",
  }),
  defineChangeRule({
    id: "status/success-added",
    kinds: ["status"],
    action: "added",
    direction: "widened",
    mirror: ["status/success-removed"],
    fits: isSuccess,
    weighs: weigh(compatible("ours"), { read: risky("ours"), write: risky("ours") }),
    says: (difference) => `${placeOf(difference.within)} answers ${factOf(difference).name}, too`,
    breaks: "Clients that know the other statuses only.",
  }),
  defineChangeRule({
    id: "status/added",
    kinds: ["status"],
    action: "added",
    direction: "widened",
    mirror: ["status/removed"],
    weighs: weigh(compatible("versioning")),
    says: (difference) => `${placeOf(difference.within)} is said to answer ${factOf(difference).name}`,
    breaks: "Nobody: any call can fail.",
  }),
  defineChangeRule({
    id: "status/success-removed",
    kinds: ["status"],
    action: "removed",
    direction: "narrowed",
    mirror: ["status/success-added"],
    fits: isSuccess,
    weighs: weigh(compatible("ours"), { gate: risky("ours") }),
    says: (difference) =>
      `${placeOf(difference.within)} is said to answer ${factOf(difference).name} no more`,
    breaks: "Clients that wait for this status.",
  }),
  defineChangeRule({
    id: "status/removed",
    kinds: ["status"],
    action: "removed",
    direction: "narrowed",
    mirror: ["status/added"],
    weighs: weigh(compatible("ours")),
    says: (difference) =>
      `${placeOf(difference.within)} is said to answer ${factOf(difference).name} no more`,
    breaks: "Nobody.",
  }),
];

/** What comes back. */
export const bodyRules = [
  ...statedRules("body", "body"),
  ...typeRules({ area: "body", kind: "body", written: "by-service", mends: false }),
  ...collectionRules({ area: "body", inside: ["body"], mends: false }),
];
