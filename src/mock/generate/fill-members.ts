import type { EnumValues } from "../../contract/contract.ts";
import type { Fill } from "./random.ts";

const SENTINEL = "unknownFutureValue";

/**
 * Makes values of an enumeration: true members, those that come on request among them, several where the
 * enumeration takes several. The sentinel stands for members that nobody knows yet, so it is only used where there is
 * no other. Undefined when no member is short enough.
 */
export function fillMembers({ members, multiValued }: EnumValues, maxLength = Infinity): Fill | undefined {
  const short = members.filter((member) => member.length <= maxLength);
  const known = short.filter((member) => member !== SENTINEL);
  const choices = known.length > 0 ? known : short;
  if (choices.length === 0) return undefined;
  return ({ random }, place) => {
    random.at(place);
    const one = random.pick(choices);
    if (!multiValued || random.whole(0, 2) > 0) return one;
    const other = random.pick(choices);
    const both = choices.filter((member) => member === one || member === other).join(",");
    return both.length <= maxLength ? both : one;
  };
}
