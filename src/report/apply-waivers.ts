import { operationId } from "../contract/path/match-operation.ts";
import type { Page } from "../docs/page.ts";
import { pageName } from "../docs/page-name.ts";
import type { Failed, Finding, Judgement } from "../rules/assertion.ts";
import type { Source } from "../rules/exchange.ts";
import { failedIn } from "./counts.ts";
import { sources } from "./order.ts";
import type { WaivedFinding, Waiver } from "./report.ts";
import { expiredWaiver, unknownRule, unknownScope, unusedWaiver, waivedSource } from "./waiver-finding.ts";
import { fitsScope } from "./waiver-scope.ts";

export interface WaivedJudgements {
  /** The judgements, each accepted failure now `waived`, with its waiver. */
  readonly judgements: readonly Judgement[];
  /** Waivers that are expired, or unused, or name what is not there. */
  readonly findings: readonly Finding[];
}

/**
 * The pages that were read and not judged; `unknown` where others lie around that were not even read, `part` where
 * what a page or an operation has was not judged in full.
 */
export type Unjudged = readonly Page[] | "unknown" | "part";

/** The run that waivers are held against. */
export interface WaivingRun {
  /** ISO 8601 date, UTC. */
  readonly today: string;
  /** The ids of all rules that there are. */
  readonly rules: readonly string[];
  /** Nothing unless said. */
  readonly unjudged?: Unjudged | undefined;
}

/**
 * Turns each failed assertion that a waiver accepts into a waived one; the first waiver of the file that
 * still holds on `today` (ISO 8601 date, UTC) decides. A waiver past its day accepts nothing and is a
 * finding, whether anything would need it or not; one that holds and matches no failure is a finding too, unless
 * its source was not judged at all, or what it is for may lie on a page that was not. Of those, one whose rule is none of
 * `rules`, or in whose scope nothing is, says so: it never was for anything.
 */
export function applyWaivers(
  judgements: readonly Judgement[],
  waivers: readonly Waiver[],
  { today, rules, unjudged = [] }: WaivingRun,
): WaivedJudgements {
  const expired = waivers.filter((waiver) => waiver.expires < today);
  const holding = waivers.filter((waiver) => waiver.expires >= today);
  const used = new Set<Waiver>();

  const waive = (judgement: Judgement, assertion: Failed): Failed | WaivedFinding => {
    const matching = holding.filter((waiver) => waiverMatches(waiver, judgement, assertion));
    for (const waiver of matching) used.add(waiver);
    const [first] = matching;
    if (first === undefined) return assertion;
    return { ...assertion, status: "waived", waiver: first };
  };

  const applied = judgements.map((judgement) => {
    if (holding.length === 0 || failedIn(judgement, "fail").length === 0) return judgement;
    const assertions = judgement.assertions.map((assertion) =>
      assertion.status === "fail" ? waive(judgement, assertion) : assertion,
    );
    return { ...judgement, assertions };
  });
  const version = judgements[0]?.version ?? "v1.0";
  const judged = new Set(judgements.map(({ source }) => source));
  const unfit = holding.flatMap((waiver): Finding[] => {
    const { rule, scope } = waiver;
    if (used.has(waiver)) return [];
    if (rule !== undefined && !rules.includes(rule)) return [unknownRule(waiver, version, rules)];
    if (!judged.has(waivedSource(waiver)) || !isDecided(waiver, judgements, unjudged)) return [];
    if (scope !== undefined && !judgements.some((judgement) => isInScope(scope, judgement)))
      return [unknownScope(waiver, version, judgements.flatMap(namesOf))];
    return [unusedWaiver(waiver, version, otherSources(waiver, judgements))];
  });
  return {
    judgements: applied,
    findings: [...expired.map((waiver) => expiredWaiver(waiver, version)), ...unfit],
  };
}

/**
 * Whether what a waiver is for was certainly judged. A fingerprint tells nobody whose it is, and a pattern may be for
 * the pages that were left out.
 */
function isDecided(waiver: Waiver, judgements: readonly Judgement[], unjudged: Unjudged): boolean {
  if (unjudged === "part") return false;
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
        failedIn(judgement, "fail").some((assertion) => namesFinding(waiver, judgement, assertion)),
    ),
  );
}

/** Whether a waiver speaks of this failed assertion, be it expired or not. */
function waiverMatches(waiver: Waiver, judgement: Judgement, assertion: Failed): boolean {
  return judgement.source === waivedSource(waiver) && namesFinding(waiver, judgement, assertion);
}

/** The same, whatever source the finding comes from. */
function namesFinding(waiver: Waiver, judgement: Judgement, assertion: Failed): boolean {
  if (waiver.fingerprint !== undefined) return waiver.fingerprint === assertion.fingerprint;
  if (waiver.rule !== assertion.rule || waiver.scope === undefined) return false;
  return isInScope(waiver.scope, judgement);
}

/** Whether a scope names what was judged: its operation or type, or its page. */
function isInScope(scope: string, judgement: Judgement): boolean {
  return fitsScope(scope, namesOf(judgement));
}

function namesOf({ subject, file, version }: Judgement): readonly string[] {
  return [subject.id, ...pageNames(file, version)];
}

/** Whether a scope could name what a page holds, were it judged. */
function isPageInScope(scope: string, { file, version, operation, types }: Page): boolean {
  const operations = operation?.requests.map(({ method, path }) => operationId(method, path)) ?? [];
  return fitsScope(scope, [...pageNames(file, version), ...operations, ...types.map(({ name }) => name)]);
}

function pageNames(file: string, version: string): readonly string[] {
  const page = pageName(file);
  return [page, `${version}/${page}`];
}
