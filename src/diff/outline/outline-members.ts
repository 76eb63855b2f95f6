import type { Location } from "../../base/location.ts";
import type { EnumValues } from "../../contract/contract.ts";
import { deprecationFacts, type Fact, fact } from "../fact.ts";

/** The member that stands for all that a client cannot know yet. */
export const SENTINEL = "unknownFutureValue";

/** Whether a member is the sentinel; in some places it is written in other letters. */
function isSentinel(name: string): boolean {
  return name.toLowerCase() === SENTINEL.toLowerCase();
}

/** The value of a member that comes only with `Prefer: include-unknown-enum-members`. */
export const ON_REQUEST = "on request";

/** The members of an enumeration; their order promises nothing but who stands behind the sentinel. */
export function membersFacts(
  { members, onRequest, multiValued, saidAt = {}, deprecated = {} }: EnumValues,
  location: Location | undefined,
): Fact[] {
  const at = location === undefined ? {} : { location };
  const asked = new Set(onRequest);
  return [
    ...members
      .filter((name) => !isSentinel(name))
      .map((name) =>
        fact("member", name, {
          ...at,
          ...(Object.hasOwn(saidAt, name) ? { location: saidAt[name] } : {}),
          ...(asked.has(name) ? { value: ON_REQUEST } : {}),
          parts: deprecationFacts(Object.hasOwn(deprecated, name) ? deprecated[name] : undefined, location),
        }),
      ),
    ...(members.some(isSentinel) ? [fact("sentinel", "", at)] : []),
    ...(multiValued ? [fact("flags", "", at)] : []),
  ];
}
