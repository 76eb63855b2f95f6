import type { Assertion, Coverage, Finding, Judgement, Severity } from "../rules/assertion.ts";
import { isUnread } from "../rules/page/unreadable.ts";
import { applyWaivers, type Unjudged } from "./apply-waivers.ts";
import { type BaselineOutcome, isKnown } from "./baseline/outcome.ts";
import { type HeldBaseline, outcomeOf, unsureOf } from "./baseline/outcome-of.ts";
import { outcomePhrase } from "./baseline/phrases.ts";
import { briefDisagreement, briefFinding, briefJudgement } from "./brief-findings.ts";
import { countAssertions, countKnown, countRules, failedIn, summariseSources } from "./counts.ts";
import { findDisagreements } from "./disagreement/find-disagreements.ts";
import { makeSystems } from "./make-systems.ts";
import { newsIn, whyIdle } from "./news.ts";
import { byPage, byPlace, byText, sources } from "./order.ts";
import { shortfallsOf, verdictSentence } from "./phrases.ts";
import type { ReadPages } from "./reading/left-on-pages.ts";
import { makeReading } from "./reading/make-reading.ts";
import type {
  AppliedRule,
  Basis,
  Report,
  RuleEntry,
  ShardDetail,
  System,
  Upgrade,
  WaivedFinding,
  Waiver,
} from "./report.ts";
import type { Summary } from "./summary.ts";
import { noFindings } from "./summary.ts";
import { type HeldTrend, withThisRun } from "./trend/trend.ts";
import { type EarlierReport, markNew, upgradePhrase, upgradeSince } from "./upgrade.ts";
import { isConformant, verdictOf } from "./verdict.ts";
import { waiverRules } from "./waiver-finding.ts";
import { withoutMessages } from "./without-messages.ts";

export interface ReportInput {
  readonly tool: Report["tool"];
  /** Taken one after the other, in any order. */
  readonly judgements: Iterable<Judgement>;
  /** False where no format that is asked for shows the messages as text: they are most of what is in a judgement. */
  readonly messages?: boolean;
  readonly systems?: readonly System[];
  /** Absent: no waiver file was given. */
  readonly waivers?: readonly Waiver[];
  /** What was left out of a run over a part of the documentation; nothing unless said. */
  readonly unjudged?: Unjudged;
  /** The catalogue; the report keeps the rules that were applied. */
  readonly rules: readonly RuleEntry[];
  readonly inputs: readonly string[];
  /** The day on which waivers must hold: ISO 8601 date, UTC. */
  readonly today: string;
  /** ISO 8601, UTC; for the provenance, as are the next two. */
  readonly now: string;
  readonly node: string;
  readonly platform: string;
  /** The mildest severity that makes the verdict "not conformant"; `error` unless said. */
  readonly failOn?: Severity;
  /** What a gate has covered, and how much of it has to be: 0 to 1. */
  readonly coverage?: Coverage & { readonly floor: number };
  /** The pages that were judged, to tell what of them could not be read. */
  readonly read?: ReadPages;
  /** Why the run ended before its end. */
  readonly partial?: string;
  /** What a gate is judged by, and needs. */
  readonly basis?: Basis;
  /** What an earlier one was judged by, and needed. */
  readonly earlier?: EarlierReport;
  /** What was found before, and only fails where it is more. */
  readonly baseline?: HeldBaseline;
  /** Earlier runs over the same contract. */
  readonly trend?: HeldTrend;
  /** What the report of a part of a run holds for the whole. */
  readonly shard?: ShardDetail;
}

/** The report over judgements: waivers applied, verdict and counts drawn, everything in a fixed order. */
export function makeReport(input: ReportInput): Report {
  const failOn = input.failOn ?? "error";
  const { basis, earlier } = input;
  const upgrade = basis && earlier && upgradeSince(earlier, basis);
  const { judged, outcome } = outcomeOf(markNew([...taken(input)].sort(byPage), upgrade), input);
  const { judgements: weighed, findings: waiverFindings } = applyWaivers(judged, input.waivers ?? [], {
    today: input.today,
    rules: input.rules.map(({ id }) => id),
    unjudged: input.partial === undefined ? input.unjudged : "part",
  });

  // What sources say of one another is found in what they answered, by whole names.
  const disagreements = findDisagreements(weighed).map(briefDisagreement);
  const judgements = weighed.map(briefJudgement);
  const waived = judgements.flatMap(({ assertions }) => assertions.filter(isWaived));
  const failed = judgements.flatMap((judgement) => failedIn(judgement, "fail"));
  const aboutWaivers = waiverFindings
    .map(briefFinding)
    .map((each) => (outcome ? { ...each, baseline: "new" as const } : each));
  const findings: readonly Finding[] = [...aboutWaivers, ...failed].sort(byPlace);

  const held = outcome && {
    ...outcome,
    new: findings.filter((finding) => !isKnown(finding)).length,
    known: findings.filter(isKnown).length,
  };
  const systems = makeSystems(judgements, input.systems ?? [], failOn);
  const unread = systems.filter(({ sources }) => sources.length === 0).length;
  const summary = summarise(judgements, findings, {
    aboutWaivers: waiverFindings.length,
    unread,
    failOn,
    input,
    upgrade,
    outcome: held,
  });
  return {
    tool: input.tool,
    provenance: {
      generatedAt: input.now,
      node: input.node,
      platform: input.platform,
      inputs: input.inputs,
    },
    failOn,
    summary,
    ...(input.coverage ? { coverage: input.coverage } : {}),
    ...(input.read ? { reading: makeReading(input.read, judgements) } : {}),
    ...(basis ? { basis } : {}),
    ...(upgrade ? { upgrade } : {}),
    ...(held ? { baseline: held } : {}),
    ...(input.trend ? { trend: trendOf(input.trend, judgements, summary, input) } : {}),
    ...(input.shard ? { shard: input.shard } : {}),
    systems,
    disagreements,
    findings,
    waived: waived.sort(byPlace),
    judgements,
    rules: appliedRules(input.rules, judgements, input.waivers !== undefined),
  };
}

function isWaived(assertion: Assertion): assertion is WaivedFinding {
  return assertion.status === "waived" && "waiver" in assertion;
}

function trendOf(
  trend: HeldTrend,
  judgements: readonly Judgement[],
  { verdict, partial }: Summary,
  { tool, inputs, rules, now }: ReportInput,
): NonNullable<Report["trend"]> {
  const unsure = unsureOf(partial, trend.whole);
  return withThisRun(trend, {
    judgements,
    inputs,
    rules: rules.map(({ id }) => id),
    at: now,
    version: tool.version,
    verdict,
    ...(unsure === undefined ? {} : { unsure }),
  });
}

function* taken({ judgements, messages = true }: ReportInput): Iterable<Judgement> {
  for (const judgement of judgements) yield messages ? judgement : withoutMessages(judgement);
}

interface Circumstances {
  readonly aboutWaivers: number;
  readonly unread: number;
  readonly failOn: Severity;
  readonly input: ReportInput;
  readonly upgrade: Upgrade | undefined;
  readonly outcome: BaselineOutcome | undefined;
}

function summarise(
  judgements: readonly Judgement[],
  findings: readonly Finding[],
  { aboutWaivers, unread, failOn, input, upgrade, outcome }: Circumstances,
): Summary {
  const bySeverity = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) bySeverity[severity] += 1;
  const counts = countAssertions(judgements);
  const assertions = { ...counts, fail: counts.fail + aboutWaivers };
  const { coverage, partial, shard } = input;
  const shortfalls = coverage ? shortfallsOf(coverage) : [];
  const known = outcome && (countKnown(judgements).known ?? noFindings);
  const judged = verdictOf(assertions, bySeverity, failOn, judgements, known);
  const lacks = isConformant(judged) && (shortfalls.length > 0 || partial !== undefined);
  const verdict = lacks ? "too little verified" : judged;
  const sentence = [verdictSentence(verdict, assertions, bySeverity, unread, known), ...shortfalls];
  if (outcome) sentence.push(...outcomePhrase(outcome));
  if (partial !== undefined) sentence.push(`partial: ${partial}`);
  if (upgrade) sentence.push(upgradePhrase(upgrade));
  if (shard) sentence.push(`shard ${shard.number} of ${shard.of}, the whole is for merge to judge`);
  return {
    verdict,
    sentence: sentence.join("; "),
    ...(partial === undefined ? {} : { partial }),
    assertions,
    findings: bySeverity,
    ...(known ? { known } : {}),
    ...newsIn(judgements, findings),
    examples: judgements.filter(({ kind, source }) => kind === "exchange" && source === "documented").length,
    operations: new Set(
      judgements.flatMap(({ version, subject }) =>
        subject.kind === "operation" ? `${version} ${subject.id}` : [],
      ),
    ).size,
    ...pagesIn(judgements),
    sources: summariseSources(judgements, failOn),
  };
}

/** A folder may hold notes of any number beside what it documents. What could not be read was not judged. */
function pagesIn(judgements: readonly Judgement[]): Pick<Report["summary"], "pages" | "otherPages"> {
  const pages = judgements.filter(({ kind, assertions }) => kind === "page" && !isUnread(assertions));
  const others = pages.filter(({ subject }) => subject.kind === "page");
  const count = (all: readonly Judgement[]) => new Set(all.map(({ file }) => file)).size;
  return { pages: count(pages), ...(others.length > 0 ? { otherPages: count(others) } : {}) };
}

function appliedRules(
  catalogue: readonly RuleEntry[],
  judgements: readonly Judgement[],
  withWaivers: boolean,
): readonly AppliedRule[] {
  const counted = countRules(judgements);
  const own = withWaivers ? waiverRules.map((rule) => ({ ...rule, page: "" })) : [];
  const ids = new Set([...counted.keys(), ...own.map(({ id }) => id)]);
  const entries = new Map([...own, ...catalogue].map((entry) => [entry.id, entry]));
  return [...ids].sort(byText).map((id) => {
    const judged = sources.flatMap((source) => {
      const assertions = counted.get(id)?.get(source);
      return assertions ? { source, assertions } : [];
    });
    const idle = whyIdle(id, judged);
    return {
      ...(entries.get(id) ?? { id, promise: "", page: "" }),
      ...(idle === undefined ? {} : { idle }),
      sources: judged,
    };
  });
}
