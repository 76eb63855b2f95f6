import type { Assertion, Judgement } from "../rules/assertion.ts";
import type { Finding, Waiver } from "./report.ts";
import { expiredWaiver, unusedWaiver } from "./waiver-finding.ts";
import { waiverMatches } from "./waiver-matches.ts";

export interface WaivedJudgements {
  /** The judgements, each accepted failure now `waived`. */
  readonly judgements: readonly Judgement[];
  /** The waiver that accepts an assertion of these judgements. */
  readonly waiverOf: ReadonlyMap<Assertion, Waiver>;
  /** Expired and unused waivers. */
  readonly findings: readonly Finding[];
}

/**
 * Turns each failed assertion that a waiver accepts into a waived one; the first waiver of the file that
 * still holds on `today` (ISO 8601 date, UTC) decides. A waiver past its day accepts nothing and is a
 * finding, whether anything would need it or not; one that holds and matches no failure is a finding too.
 */
export function applyWaivers(
  judgements: readonly Judgement[],
  waivers: readonly Waiver[],
  today: string,
): WaivedJudgements {
  const expired = waivers.filter((waiver) => waiver.expires < today);
  const holding = waivers.filter((waiver) => waiver.expires >= today);
  const used = new Set<Waiver>();
  const waiverOf = new Map<Assertion, Waiver>();

  const waive = (judgement: Judgement, assertion: Assertion): Assertion => {
    if (assertion.status !== "fail") return assertion;
    const matching = holding.filter((waiver) => waiverMatches(waiver, judgement, assertion));
    for (const waiver of matching) used.add(waiver);
    const [first] = matching;
    if (first === undefined) return assertion;
    const waived: Assertion = { ...assertion, status: "waived" };
    waiverOf.set(waived, first);
    return waived;
  };

  return {
    judgements: judgements.map((judgement) => ({
      ...judgement,
      assertions: judgement.assertions.map((assertion) => waive(judgement, assertion)),
    })),
    waiverOf,
    findings: [
      ...expired.map(expiredWaiver),
      ...holding.filter((waiver) => !used.has(waiver)).map(unusedWaiver),
    ],
  };
}
