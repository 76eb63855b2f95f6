import { type ChangeRule, defineChangeRule } from "../change-rule.ts";
import type { Difference } from "../difference.ts";
import { partOf } from "../fact.ts";
import { ON_REQUEST } from "../outline/outline-members.ts";
import { breaking, compatible, disputed, risky, sharpened, type Weights, weigh } from "../policy/weights.ts";
import { factOf, placeOf, toldAs } from "../words.ts";

const hadSentinel = ({ withinBefore }: Difference) => partOf(withinBefore.at(-1), "sentinel") !== undefined;
const hasSentinel = ({ within }: Difference) => partOf(within.at(-1), "sentinel") !== undefined;
const isOnRequest = (difference: Difference) => factOf(difference).value === ON_REQUEST;

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
  member({
    name: "added-on-request",
    action: "added",
    mirror: ["removed-on-request"],
    direction: "widened",
    fits: isOnRequest,
    weighs: weigh(compatible("versioning")),
    says: "has",
    breaks: "Nobody: it comes only to who asks for it by `Prefer: include-unknown-enum-members`.",
  }),
  member({
    name: "added-before-sentinel",
    action: "added",
    mirror: ["removed-before-sentinel"],
    direction: "widened",
    fits: (difference) => hasSentinel(difference) && hadSentinel(difference),
    weighs: weigh(breaking("guidelines"), { write: compatible("versioning") }),
    says: "has, before the sentinel,",
    breaks: "Clients that took the enumeration for whole up to its sentinel; the guidelines want it behind.",
  }),
  member({
    name: "added",
    action: "added",
    mirror: ["removed", "removed-before-sentinel"],
    direction: "widened",
    weighs: weigh(disputed(breaking("guidelines"), compatible("versioning")), {
      write: compatible("versioning"),
    }),
    says: "has",
    breaks: "Clients that know all members: without a sentinel nothing warned them of more.",
  }),
  member({
    name: "removed-on-request",
    action: "removed",
    mirror: ["added-on-request"],
    direction: "narrowed",
    fits: isOnRequest,
    weighs: weigh(risky("versioning"), { write: breaking("versioning"), sdk: breaking("versioning") }),
    says: "no more has",
    breaks: "Clients that ask for it, compare with it or write it.",
  }),
  member({
    name: "removed-before-sentinel",
    action: "removed",
    mirror: ["added-before-sentinel", "added"],
    direction: "narrowed",
    fits: (difference) => hasSentinel(difference) && hadSentinel(difference),
    weighs: weigh(breaking("versioning")),
    says: "no more has",
    breaks: "Clients that compare with it or write it.",
  }),
  member({
    name: "removed",
    action: "removed",
    mirror: ["added"],
    direction: "narrowed",
    weighs: weigh(breaking("versioning")),
    says: "no more has",
    breaks: "Clients that compare with it or write it.",
  }),
  defineChangeRule({
    id: "member/mended",
    kinds: ["member"],
    action: "renamed",
    direction: "other",
    mirror: ["member/mended", "member/renamed"],
    fits: ({ renamed, evidence }) => renamed === "letters" || evidence !== undefined,
    weighs: sharpened,
    says: ({ within, before, after }) => `${placeOf(within)} writes "${before?.name}" as "${after?.name}"`,
    breaks: "Nobody who compares with what the service sends.",
  }),
  defineChangeRule({
    id: "member/renamed",
    kinds: ["member"],
    action: "renamed",
    direction: "other",
    mirror: ["member/renamed", "member/mended"],
    weighs: weigh(breaking("versioning")),
    says: ({ within, before, after }) => `${placeOf(within)} calls "${before?.name}" "${after?.name}"`,
    breaks: "Clients that compare with the name of before or write it.",
  }),
  member({
    name: "now-on-request",
    action: "changed",
    mirror: ["now-unasked"],
    direction: "narrowed",
    fits: ({ after }) => after?.value === ON_REQUEST,
    weighs: weigh(breaking("guidelines"), { write: compatible("versioning") }),
    says: "hides behind its sentinel",
    breaks:
      "Clients that do not send `Prefer: include-unknown-enum-members` get `unknownFutureValue` in its place.",
  }),
  member({
    name: "now-unasked",
    action: "changed",
    mirror: ["now-on-request"],
    direction: "widened",
    weighs: weigh(breaking("guidelines"), { write: compatible("versioning") }),
    says: "has, to who does not ask for it,",
    breaks: "Clients that took the enumeration for whole up to its sentinel.",
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

interface MemberRule {
  readonly name: string;
  readonly action: ChangeRule["action"];
  readonly direction: ChangeRule["direction"];
  readonly mirror: readonly string[];
  readonly fits?: NonNullable<ChangeRule["fits"]>;
  readonly weighs: Weights;
  readonly says: string;
  readonly breaks: string;
}

function member({ name, mirror, fits, says, ...rest }: MemberRule): ChangeRule {
  return defineChangeRule({
    ...rest,
    id: `member/${name}`,
    kinds: ["member"],
    mirror: mirror.map((other) => `member/${other}`),
    ...(fits ? { fits } : {}),
    says: (difference) => `${placeOf(difference.within)} ${says} "${factOf(difference).name}"`,
  });
}

function listed(difference: Difference): string {
  return factOf(difference)
    .parts.flatMap(({ kind, name }) => (kind === "member" ? `"${name}"` : []))
    .join(", ");
}
