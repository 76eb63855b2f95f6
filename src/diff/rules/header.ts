import { type ChangeRule, defineChangeRule } from "../change-rule.ts";
import { partOf } from "../fact.ts";
import { breaking, compatible, risky, sharpened, weigh } from "../policy/weights.ts";
import { factOf, placeOf } from "../words.ts";

const isRequired: ChangeRule["fits"] = (difference) => partOf(factOf(difference), "required") !== undefined;
const ofHeader: ChangeRule["fits"] = ({ within }) => within.at(-1)?.kind === "header";

/** Headers that HTTP wants of every request with a body, and Graph of every request, whether a page says so or not. */
const ofEveryRequest: ReadonlySet<string> = new Set([
  "authorization",
  "content-type",
  "content-length",
  "host",
]);

const isCommon: ChangeRule["fits"] = (difference) => ofEveryRequest.has(factOf(difference).name);
const ofCommonHeader: ChangeRule["fits"] = ({ within }) => {
  const { kind, name } = within.at(-1) ?? {};
  return kind === "header" && name !== undefined && ofEveryRequest.has(name);
};

/** What a request has to say in its head. */
export const headerRules = [
  defineChangeRule({
    id: "header/common-stated",
    kinds: ["header"],
    action: "added",
    direction: "other",
    mirror: ["header/common-unstated"],
    fits: isCommon,
    weighs: sharpened,
    says: (difference) =>
      `${placeOf(difference.within)} says that it takes the header "${factOf(difference).name}"`,
    breaks: "Nobody: every such request has it.",
  }),
  defineChangeRule({
    id: "header/common-unstated",
    kinds: ["header"],
    action: "removed",
    direction: "other",
    mirror: ["header/common-stated"],
    fits: isCommon,
    weighs: sharpened,
    says: (difference) =>
      `${placeOf(difference.within)} says no more that it takes the header "${factOf(difference).name}"`,
    breaks: "Nobody: every such request has it.",
  }),
  defineChangeRule({
    id: "header/common-now-required",
    kinds: ["required"],
    action: "added",
    direction: "other",
    mirror: ["header/common-now-optional"],
    fits: ofCommonHeader,
    weighs: sharpened,
    says: ({ within }) => `${placeOf(within)} is said to be required`,
    breaks: "Nobody: every such request has it.",
  }),
  defineChangeRule({
    id: "header/common-now-optional",
    kinds: ["required"],
    action: "removed",
    direction: "other",
    mirror: ["header/common-now-required"],
    fits: ofCommonHeader,
    weighs: sharpened,
    says: ({ within }) => `${placeOf(within)} is said to be required no more`,
    breaks: "Nobody: every such request has it.",
  }),
  defineChangeRule({
    id: "header/required-added",
    kinds: ["header"],
    action: "added",
    direction: "narrowed",
    mirror: ["header/required-removed"],
    fits: isRequired,
    weighs: weigh(breaking("versioning")),
    says: (difference) => `${placeOf(difference.within)} requires the header "${factOf(difference).name}"`,
    breaks: "Clients that do not send it.",
  }),
  defineChangeRule({
    id: "header/added",
    kinds: ["header"],
    action: "added",
    direction: "widened",
    mirror: ["header/removed"],
    weighs: weigh(compatible("versioning")),
    says: (difference) => `${placeOf(difference.within)} takes the header "${factOf(difference).name}"`,
    breaks: "Nobody: it may be left out.",
  }),
  defineChangeRule({
    id: "header/required-removed",
    kinds: ["header"],
    action: "removed",
    direction: "widened",
    mirror: ["header/required-added"],
    fits: isRequired,
    weighs: weigh(compatible("ours")),
    says: (difference) =>
      `${placeOf(difference.within)} requires the header "${factOf(difference).name}" no more`,
    breaks: "Nobody: a header that is not asked for is left alone.",
  }),
  defineChangeRule({
    id: "header/removed",
    kinds: ["header"],
    action: "removed",
    direction: "narrowed",
    mirror: ["header/added"],
    weighs: weigh(risky("ours"), { sdk: compatible("ours") }),
    says: (difference) =>
      `${placeOf(difference.within)} names the header "${factOf(difference).name}" no more`,
    breaks: "Clients that rely on what it does.",
  }),
  defineChangeRule({
    id: "header/now-required",
    kinds: ["required"],
    action: "added",
    direction: "narrowed",
    mirror: ["header/now-optional"],
    fits: ofHeader,
    weighs: weigh(breaking("versioning")),
    says: ({ within }) => `${placeOf(within)} is required`,
    breaks: "Clients that do not send it.",
  }),
  defineChangeRule({
    id: "header/now-optional",
    kinds: ["required"],
    action: "removed",
    direction: "widened",
    mirror: ["header/now-required"],
    fits: ofHeader,
    weighs: weigh(compatible("ours")),
    says: ({ within }) => `${placeOf(within)} is required no more`,
    breaks: "Nobody.",
  }),
  defineChangeRule({
    id: "header/required-with-option",
    kinds: ["required-with"],
    action: "added",
    direction: "narrowed",
    mirror: ["header/not-required-with-option"],
    weighs: weigh(compatible("ours"), { read: breaking("versioning"), gate: breaking("ours") }),
    says: (difference) => `${placeOf(difference.within)} is required with \`${factOf(difference).name}\``,
    breaks: "Clients that use the option without the header.",
  }),
  defineChangeRule({
    id: "header/not-required-with-option",
    kinds: ["required-with"],
    action: "removed",
    direction: "widened",
    mirror: ["header/required-with-option"],
    weighs: weigh(compatible("ours")),
    says: (difference) =>
      `${placeOf(difference.within)} is required with \`${factOf(difference).name}\` no more`,
    breaks: "Nobody.",
  }),
  defineChangeRule({
    id: "header/value-changed",
    kinds: ["header-value"],
    action: "changed",
    direction: "other",
    mirror: ["header/value-changed"],
    weighs: weigh(risky("ours")),
    says: ({ within, before, after }) => `${placeOf(within)} was "${before?.value}" and is "${after?.value}"`,
    breaks: "Clients that send the value of before.",
  }),
  defineChangeRule({
    id: "header/value-stated",
    kinds: ["header-value"],
    action: "added",
    direction: "other",
    mirror: ["header/value-unstated"],
    weighs: weigh(compatible("ours")),
    says: ({ within, after }) => `${placeOf(within)} is said to be "${after?.value}"`,
    breaks: "Nobody: the page says what was asked for already.",
  }),
  defineChangeRule({
    id: "header/value-unstated",
    kinds: ["header-value"],
    action: "removed",
    direction: "other",
    mirror: ["header/value-stated"],
    weighs: weigh(compatible("ours")),
    says: ({ within, before }) => `${placeOf(within)} is said to be "${before?.value}" no more`,
    breaks: "Nobody.",
  }),
];
