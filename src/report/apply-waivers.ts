import type { Page } from "../docs/page.ts";
import type { Assertion, Judgement } from "../rules/assertion.ts";
import type { Source } from "../rules/exchange.ts";
import type { Finding, Waiver } from "./report.ts";
import { sources } from "./source-order.ts";
import { waivedSource } from "./waived-source.ts";
import { expiredWaiver, unusedWaiver } from "./waiver-finding.ts";
import { isInScope, isPageInScope, namesFinding, waiverMatches } from "./waiver-matches.ts";

export interface WaivedJudgements {
  /** The judgements, each accepted failure now `waived`. */
  readonly judgements: readonly Judgement[];
  /** The waiver that accepts an assertion of these judgements. */
  readonly waiverOf: ReadonlyMap<Assertion, Waiver>;
  /** Expired and unused waivers. */
  readonly findings: readonly Finding[];
}

/** The pages that were read and not judged; `unknown` where others lie around that were not even read. */
export type Unjudged = readonly Page[] | "unknown";

/**
 * Turns each failed assertion that a waiver accepts into a waived one; the first waiver of the file that
 * still holds on `today` (ISO 8601 date, UTC) decides. A waiver past its day accepts nothing and is a
 * finding, whether anything would need it or not; one that holds and matches no failure is a finding too, unless
 * its source was not judged at all, or what it is for may lie on a page that was not.
 */
export function applyWaivers(
  judgements: readonly Judgement[],
  waivers: readonly Waiver[],
  today: string,
  unjudged: Unjudged = [],
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

  const waived = judgements.map((judgement) => ({
    ...judgement,
    assertions: judgement.assertions.map((assertion) => waive(judgement, assertion)),
  }));
  const judged = new Set(judgements.map(({ source }) => source));
  const unused = holding.filter(
    (waiver) =>
      !used.has(waiver) && judged.has(waivedSource(waiver)) && isDecided(waiver, judgements, unjudged),
  );
  return {
    judgements: waived,
    waiverOf,
    findings: [
      ...expired.map(expiredWaiver),
      ...unused.map((waiver) => unusedWaiver(waiver, otherSources(waiver, judgements))),
    ],
  };
}

/**
 * Whether what a waiver is for was certainly judged. A fingerprint tells nobody whose it is, and a pattern may be for
 * the pages that were left out.
 */
function isDecided(waiver: Waiver, judgements: readonly Judgement[], unjudged: Unjudged): boolean {
  if (unjudged !== "unknown" && unjudged.length === 0) return true;
  const { scope } = waiver;
  if (scope === undefined || !judgements.some((judgement) => isInScope(scope, judgement))) return false;
  if (unjudged === "unknown") return !scope.includes("*");
  return !unjudged.some((page) => isPageInScope(scope, page));
}

/** The sources whose findings a waiver names, though it is not for them. */
function otherSources(waiver: Waiver, judgements: readonly Judgement[]): readonly Source[] {
  return sources.filter((source) =>
    judgements.some(
      (judgement) =>
        judgement.source === source &&
        judgement.assertions.some(
          (assertion) => assertion.status === "fail" && namesFinding(waiver, judgement, assertion),
        ),
    ),
  );
}
