import { defineChangeRule } from "../change-rule.ts";
import type { Difference } from "../difference.ts";
import { partOf } from "../fact.ts";
import { breaking, compatible, risky, sharpened, weigh } from "../policy/weights.ts";
import { isStillOfResource } from "../still-of-resource.ts";
import { factOf, placeOf } from "../words.ts";
import { collectionRules } from "./collection.ts";
import { statedRules, typeRules } from "./value-type.ts";

/** What an action or a function takes. */
export const parameterRules = [
  defineChangeRule({
    id: "parameter/listed-required",
    kinds: ["parameter"],
    action: "added",
    direction: "narrowed",
    mirror: ["parameter/unlisted"],
    fits: (difference, between) =>
      partOf(factOf(difference), "required") !== undefined &&
      difference.within[1]?.name === "PATCH" &&
      isStillOfResource(difference, between),
    weighs: weigh(risky("ours"), { read: compatible("ours"), sdk: compatible("ours") }),
    says: (difference) =>
      `${placeOf(difference.within)} lists "${factOf(difference).name}" as required, which nothing says is new to the resource`,
    breaks:
      "Clients that change the resource without it, if the service wants it now: a PATCH has what changes.",
  }),
  defineChangeRule({
    id: "parameter/required-added",
    kinds: ["parameter"],
    action: "added",
    direction: "narrowed",
    mirror: ["parameter/required-removed", "parameter/unlisted"],
    fits: (difference) => partOf(factOf(difference), "required") !== undefined,
    weighs: weigh(breaking("versioning"), { read: compatible("ours") }),
    says: (difference) =>
      `${placeOf(difference.within)} takes "${factOf(difference).name}", which is required`,
    breaks: "Every client that calls it without the parameter.",
  }),
  defineChangeRule({
    id: "parameter/listed",
    kinds: ["parameter"],
    action: "added",
    direction: "widened",
    mirror: ["parameter/unlisted"],
    fits: isStillOfResource,
    weighs: weigh(compatible("ours")),
    says: (difference) =>
      `${placeOf(difference.within)} lists "${factOf(difference).name}", which nothing says is new to the resource`,
    breaks: "Nobody: it may be left out.",
  }),
  defineChangeRule({
    id: "parameter/added",
    kinds: ["parameter"],
    action: "added",
    direction: "widened",
    mirror: ["parameter/removed"],
    weighs: weigh(compatible("versioning")),
    says: (difference) => `${placeOf(difference.within)} takes "${factOf(difference).name}"`,
    breaks: "Nobody: it may be left out.",
  }),
  defineChangeRule({
    id: "parameter/unlisted",
    kinds: ["parameter"],
    action: "removed",
    direction: "other",
    mirror: ["parameter/listed", "parameter/listed-required", "parameter/required-added"],
    fits: isStillOfResource,
    weighs: weigh(risky("ours"), { read: compatible("ours"), sdk: compatible("ours") }),
    says: (difference) =>
      `${placeOf(difference.within)} lists "${factOf(difference).name}" no more, which nothing says the resource has lost`,
    breaks: "Clients that send it, if the service takes it no more.",
  }),
  defineChangeRule({
    id: "parameter/required-removed",
    kinds: ["parameter"],
    action: "removed",
    direction: "widened",
    mirror: ["parameter/required-added"],
    fits: (difference) => partOf(factOf(difference), "required") !== undefined,
    weighs: weigh(breaking("versioning"), { read: compatible("ours") }),
    says: (difference) =>
      `${placeOf(difference.within)} takes "${factOf(difference).name}" no more, which was required`,
    breaks: "Every client that sends it.",
  }),
  defineChangeRule({
    id: "parameter/removed",
    kinds: ["parameter"],
    action: "removed",
    direction: "narrowed",
    mirror: ["parameter/added"],
    weighs: weigh(breaking("versioning"), { read: compatible("ours") }),
    says: (difference) => `${placeOf(difference.within)} takes "${factOf(difference).name}" no more`,
    breaks: "Clients that send it.",
  }),
  defineChangeRule({
    id: "parameter/respelt",
    kinds: ["parameter"],
    action: "renamed",
    direction: "other",
    mirror: ["parameter/respelt"],
    fits: ({ renamed }) => renamed === "letters",
    weighs: sharpened,
    says: ({ within, before, after }) => `${placeOf(within)} writes "${before?.name}" as "${after?.name}"`,
    breaks: "Nobody: the name differs in its letters only, which a generated client takes from the metadata.",
  }),
  defineChangeRule({
    id: "parameter/renamed",
    kinds: ["parameter"],
    action: "renamed",
    direction: "other",
    mirror: ["parameter/renamed"],
    weighs: weigh(breaking("versioning"), { read: compatible("ours") }),
    says: ({ within, before, after }) => `${placeOf(within)} calls "${before?.name}" "${after?.name}"`,
    breaks: "Every client that sends the name of before.",
  }),
  defineChangeRule({
    id: "parameter/said-required",
    kinds: ["required"],
    action: "added",
    direction: "narrowed",
    mirror: ["parameter/now-optional"],
    fits: (difference, between) =>
      difference.within.at(-1)?.kind === "parameter" &&
      difference.within[1]?.name === "PATCH" &&
      isStillOfResource(rowOf(difference), between),
    weighs: weigh(risky("ours"), { read: compatible("ours"), sdk: compatible("ours") }),
    says: ({ within }) => `${placeOf(within)} is said to be required, on a page that changes the resource`,
    breaks:
      "Clients that change the resource without it, if the service wants it now: a PATCH has what changes.",
  }),
  defineChangeRule({
    id: "parameter/now-required",
    kinds: ["required"],
    action: "added",
    direction: "narrowed",
    mirror: ["parameter/now-optional"],
    fits: ({ within }) => within.at(-1)?.kind === "parameter",
    weighs: weigh(breaking("versioning"), { read: compatible("ours"), sdk: risky("ours") }),
    says: ({ within }) => `${placeOf(within)} is required`,
    breaks: "Clients that leave it out.",
  }),
  defineChangeRule({
    id: "parameter/now-optional",
    kinds: ["required"],
    action: "removed",
    direction: "widened",
    mirror: ["parameter/now-required", "parameter/said-required"],
    fits: ({ within }) => within.at(-1)?.kind === "parameter",
    weighs: weigh(compatible("versioning")),
    says: ({ within }) => `${placeOf(within)} is required no more`,
    breaks: "Nobody: who sends it may go on.",
  }),
  ...typeRules({
    area: "parameter",
    kind: "value-type",
    inside: "parameter",
    written: "by-client",
    mends: true,
  }),
  ...collectionRules({ area: "parameter", inside: ["parameter"], mends: true }),
];

/** The row that says of itself what changed, as one that its page lists from now on. */
function rowOf({ within, withinBefore }: Difference): Difference {
  const row = within.at(-1);
  return {
    within: within.slice(0, -1),
    withinBefore: withinBefore.slice(0, -1),
    ...(row ? { after: row } : {}),
  };
}

/** What is sent as a whole. */
export const requestBodyRules = [
  ...statedRules("request-body", "request-body"),
  ...typeRules({ area: "request-body", kind: "request-body", written: "by-client", mends: false }),
  ...collectionRules({ area: "request-body", inside: ["request-body"], mends: false }),
];
