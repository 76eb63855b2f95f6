import { defineChangeRule } from "../change-rule.ts";
import type { Difference } from "../difference.ts";
import { breaking, compatible, risky, sharpened, weigh } from "../policy/weights.ts";
import { factOf, placeOf, toldAs } from "../words.ts";

/** What became of enumerations and of the values that a text may have. */
export const enumRules = [
  defineChangeRule({
    id: "enum/added",
    kinds: ["enum"],
    action: "added",
    direction: "widened",
    mirror: ["enum/removed"],
    weighs: weigh(compatible("versioning")),
    says: (difference, { after }) => `${factOf(difference).name} is ${toldAs(after)}`,
    breaks: "Nobody.",
  }),
  defineChangeRule({
    id: "enum/removed",
    kinds: ["enum"],
    action: "removed",
    direction: "narrowed",
    mirror: ["enum/added"],
    weighs: weigh(risky("versioning"), { sdk: breaking("versioning") }),
    says: (difference, { after }) => `${factOf(difference).name} is ${toldAs(after)} no more`,
    breaks: "Generated clients that have it; where it is used is told apart.",
  }),
  defineChangeRule({
    id: "enum/renamed",
    kinds: ["enum"],
    action: "renamed",
    direction: "other",
    mirror: ["enum/renamed"],
    weighs: weigh(compatible("ours"), { sdk: breaking("versioning") }),
    says: ({ before, after }) => `${before?.name} is called ${after?.name}`,
    breaks: "Generated clients that have its name; the values are the same.",
  }),
  defineChangeRule({
    id: "members/stated",
    kinds: ["members"],
    action: "added",
    direction: "other",
    mirror: ["members/unstated"],
    weighs: sharpened,
    says: (difference) => `the values of ${placeOf(difference.within)} are listed: ${listed(difference)}`,
    breaks: "Nobody: the page says what came already.",
  }),
  defineChangeRule({
    id: "members/unstated",
    kinds: ["members"],
    action: "removed",
    direction: "other",
    mirror: ["members/stated"],
    weighs: weigh(compatible("ours"), { gate: risky("ours") }),
    says: (difference) => `the values of ${placeOf(difference.within)} are listed no more`,
    breaks: "Nobody for certain: what it may be is now left open.",
  }),
  defineChangeRule({
    id: "sentinel/added",
    kinds: ["sentinel"],
    action: "added",
    direction: "widened",
    mirror: ["sentinel/removed"],
    weighs: weigh(compatible("guidelines")),
    says: ({ within }) => `${placeOf(within)} can grow: it has \`unknownFutureValue\``,
    breaks: "Nobody today; whoever knows all members should be ready for more.",
  }),
  defineChangeRule({
    id: "sentinel/removed",
    kinds: ["sentinel"],
    action: "removed",
    direction: "narrowed",
    mirror: ["sentinel/added"],
    weighs: weigh(risky("guidelines"), { sdk: breaking("guidelines") }),
    says: ({ within }) => `${placeOf(within)} has \`unknownFutureValue\` no more`,
    breaks: "Generated clients that have the sentinel; every later member breaks them.",
  }),
  defineChangeRule({
    id: "flags/added",
    kinds: ["flags"],
    action: "added",
    direction: "widened",
    mirror: ["flags/removed"],
    weighs: weigh(breaking("versioning"), { write: compatible("ours") }),
    says: ({ within }) => `${placeOf(within)} may have several values at once`,
    breaks: "Clients that read one value.",
  }),
  defineChangeRule({
    id: "flags/removed",
    kinds: ["flags"],
    action: "removed",
    direction: "narrowed",
    mirror: ["flags/added"],
    weighs: weigh(compatible("ours"), { write: breaking("versioning"), sdk: breaking("versioning") }),
    says: ({ within }) => `${placeOf(within)} has one value at a time`,
    breaks: "Clients that write several.",
  }),
];

function listed(difference: Difference): string {
  return factOf(difference)
    .parts.flatMap(({ kind, name }) => (kind === "member" ? `"${name}"` : []))
    .join(", ");
}
