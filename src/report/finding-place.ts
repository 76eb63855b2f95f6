import type { Location } from "../base/location.ts";
import type { Assertion, Judgement } from "../rules/assertion.ts";

/**
 * The line of a page to which a finding leads. What a service answers stands in no file, so what is said of it leads
 * to the request on the page.
 */
export function findingPlace(judgement: Judgement, assertion: Assertion): Location {
  return judgement.source === "documented" ? assertion.location : judgement.location;
}
