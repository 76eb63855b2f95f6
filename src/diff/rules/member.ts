import { type ChangeRule, defineChangeRule } from "../change-rule.ts";
import type { Difference } from "../difference.ts";
import { partOf } from "../fact.ts";
import { ON_REQUEST } from "../outline/outline-members.ts";
import { breaking, compatible, disputed, risky, sharpened, type Weights, weigh } from "../policy/weights.ts";
import { factOf, isOnlySent, placeOf } from "../words.ts";

const hadSentinel = ({ withinBefore }: Difference) => partOf(withinBefore.at(-1), "sentinel") !== undefined;
const hasSentinel = ({ within }: Difference) => partOf(within.at(-1), "sentinel") !== undefined;
const isOnRequest = (difference: Difference) => factOf(difference).value === ON_REQUEST;

/** What became of the members of an enumeration, and of the values that a text may have. */
export const memberRules = [
  member({
    name: "spelling-added",
    action: "added",
    mirror: ["spelling-dropped"],
    direction: "other",
    fits: (difference) => isSpeltOtherwise(difference, difference.withinBefore),
    weighs: sharpened,
    says: "is written, too, with",
    breaks: "Nobody: it is a member that was there already, in other letters.",
  }),
  member({
    name: "spelling-dropped",
    action: "removed",
    mirror: ["spelling-added"],
    direction: "other",
    fits: (difference) => isSpeltOtherwise(difference, difference.within),
    weighs: sharpened,
    says: "is written no more with",
    breaks: "Nobody: the same member is there, in other letters.",
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
    name: "accepted",
    action: "added",
    mirror: ["removed", "removed-before-sentinel"],
    direction: "widened",
    fits: isOnlySent,
    weighs: weigh(compatible("versioning")),
    says: "takes",
    breaks: "Nobody: it may be sent, too.",
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
    breaks: "Clients that know all members: no sentinel keeps the new one from them.",
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
    mirror: ["added-before-sentinel", "added", "accepted"],
    direction: "narrowed",
    fits: (difference) => hasSentinel(difference) && hadSentinel(difference),
    weighs: weigh(breaking("versioning")),
    says: "no more has",
    breaks: "Clients that compare with it or write it.",
  }),
  member({
    name: "removed",
    action: "removed",
    mirror: ["added", "accepted"],
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

/** Whether the list of the other side has the member in other letters. */
function isSpeltOtherwise(difference: Difference, there: Difference["within"]): boolean {
  const name = factOf(difference).name.toLowerCase();
  return (there.at(-1)?.parts ?? []).some(
    (part) => part.kind === "member" && part.name.toLowerCase() === name,
  );
}
