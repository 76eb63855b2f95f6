import type { Location } from "../base/location.ts";
import type { Span } from "../base/span.ts";
import type { GraphVersion } from "../docs/page.ts";
import type { Coverage, Failed, Finding, Judgement, Severity } from "../rules/assertion.ts";
import type { CountedCoverage } from "../rules/coverage.ts";
import type { Source } from "../rules/exchange.ts";
import type { Reason } from "../rules/reason.ts";
import type { BaselineOutcome } from "./baseline/outcome.ts";
import type { Reading } from "./reading/reading.ts";
import type { AssertionCounts, Summary, VerdictWord } from "./summary.ts";
import type { TrendRun } from "./trend/trend-run.ts";

/** The whole verdict as plain data; every format is rendered from it and from nothing else. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  /** The only part that differs between two runs over the same input. */
  readonly provenance: Provenance;
  /** The mildest severity that makes the verdict "not conformant". */
  readonly failOn: Severity;
  readonly summary: Summary;
  /** How much of a live service was verified, and how much has to be; absent where nothing asks for it. */
  readonly coverage?: Coverage & { readonly floor: number };
  /** How much of the pages was read and is known; absent where a service alone was judged. */
  readonly reading?: Reading;
  /** What a gate was judged by, and needed, for a later one to compare with. */
  readonly basis?: Basis;
  /** What is new since an earlier report; absent where nothing is, or none was given. */
  readonly upgrade?: Upgrade;
  /** What became of the findings of a baseline; absent where none was given. */
  readonly baseline?: BaselineOutcome;
  /** This run behind earlier ones, by their times; absent where no earlier report was given. */
  readonly trend?: readonly TrendRun[];
  /** Where this is a part of a run: what `merge` needs to make the report of the whole. */
  readonly shard?: ShardDetail;
  readonly systems: readonly SystemRow[];
  /** Where sources that were asked the same do not keep the same promise, by place, rule, sentence. */
  readonly disagreements: readonly Disagreement[];
  /** Failed assertions that no waiver accepts, the same values as in `judgements`, by file, line, column, rule. */
  readonly findings: readonly Finding[];
  /** Failed assertions that a waiver accepts, in the same order. */
  readonly waived: readonly WaivedFinding[];
  /** By file, the page before its exchanges, source, line. */
  readonly judgements: readonly Judgement[];
  /** Every rule of the catalogue that was applied, by id. */
  readonly rules: readonly AppliedRule[];
}

/** What a run hangs on beside the service. */
export interface Basis {
  /** Every rule that a tenant is judged by, applied or not, by id. */
  readonly rules: readonly string[];
  /** Of each list one permission is needed, the least privileged is the first. */
  readonly permissions: readonly (readonly string[])[];
}

export interface Upgrade {
  /** The version of the tool that wrote the earlier report. */
  readonly since: string;
  readonly rules: readonly string[];
  /** Those that are needed now and were not, the least privileged ones. */
  readonly permissions: readonly string[];
}

/** One of several runs that share out what is asked, and judge the whole together. */
export interface ShardDetail {
  readonly number: number;
  readonly of: number;
  readonly run: ShardedRun;
  readonly floor: number;
  /** Over the whole run, of which this one has verified its part. */
  readonly coverage: CountedCoverage;
  /** As they were judged, before any waiver, in the order of the plan. */
  readonly judgements: readonly Judgement[];
}

/** What all shards of a run have in common. */
export interface ShardedRun {
  readonly version: GraphVersion;
  readonly endpoint: string;
  /** A digest of who signed in, and to which tenant. */
  readonly client: string;
  /** A digest of all that the pages promise. */
  readonly contract: string;
  readonly depth: string;
  readonly evidence: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The placeholders that values were given for. */
  readonly bindings: readonly string[];
  /** The run of the workflow or of the pipeline, where there is one. */
  readonly job?: string;
}

export interface Provenance {
  /** ISO 8601, UTC. */
  readonly generatedAt: string;
  readonly node: string;
  readonly platform: string;
  readonly inputs: readonly string[];
}

/** A failed assertion that a waiver accepts. */
export interface WaivedFinding extends Failed {
  readonly waiver: Waiver;
}

/** A finding that was accepted, by its fingerprint or by rule and scope. */
export interface Waiver {
  readonly fingerprint?: string;
  readonly rule?: string;
  /**
   * With `rule`: an operation's id, a type, or a page's file name without extension (`v1.0/` or `beta/`
   * may stand before it), with `*` as a wildcard.
   */
  readonly scope?: string;
  /** Whose findings it accepts; `documented` unless said, so that no service hides behind an accepted page. */
  readonly source?: Source;
  readonly reason: string;
  readonly owner: string;
  /** ISO 8601 date; the waiver holds through that day, UTC. */
  readonly expires: string;
  readonly link: string;
  /** Where the waiver stands in its file. */
  readonly location: Location;
}

/** What a reader looks for first: one row a system, one cell a source. */
export interface SystemRow {
  readonly name: string;
  /** Empty when nothing was judged for this system: then it is not verified. */
  readonly sources: readonly SystemCell[];
  /** Indexes into `judgements`. */
  readonly judgements: readonly number[];
  /** Those of them that are answers on other pages and count here because they hold this page's resource. */
  readonly shared: readonly number[];
}

export interface SystemCell {
  readonly source: Source;
  readonly verdict: VerdictWord;
  readonly assertions: AssertionCounts;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Those that the baseline has. */
  readonly known?: Readonly<Record<Severity, number>>;
  readonly reasons: readonly { readonly reason: Reason; readonly count: number }[];
}

/** One promise, and the sources that keep and break it in their answers to the same documented request. */
export interface Disagreement {
  readonly rule: string;
  readonly version: GraphVersion;
  /** What each says, and for whom the contract holds. */
  readonly sentence: string;
  /** What the judge says of the first that breaks the promise; the sentence ends with it. */
  readonly why: string;
  /** The sources for which the contract holds; none when they agree with each other and not with the contract. */
  readonly right: readonly Source[];
  readonly wrong: readonly Source[];
  /** The examples in which it shows, by place; the sentence tells the first. */
  readonly examples: readonly ComparedExample[];
}

/** The same documented request, answered by several sources. */
export interface ComparedExample {
  readonly example: string;
  readonly operation?: string;
  /** That of the finding. */
  readonly span: Span;
  /** RFC 6901, into the body that breaks the promise. */
  readonly pointer?: string;
  /** In the order of the columns. */
  readonly sides: readonly Side[];
}

export interface Side {
  readonly source: Source;
  readonly right: boolean;
  /** Where it stands in the body of this side, which may have other items and other names. */
  readonly pointer?: string;
  /** The value there, as text; absent when there is none. */
  readonly shows?: string;
  /** Index into `judgements`. */
  readonly judgement: number;
}

/** Pages that a reader wants to see as one row. */
export interface System {
  readonly name: string;
  /** Pages as `version/file name without extension`: `v1.0/identitygovernance-userprocessingresult`. */
  readonly pages: readonly string[];
}

export interface RuleEntry {
  readonly id: string;
  readonly promise: string;
  /** The rule page, Markdown; empty when it is not at hand. */
  readonly page: string;
}

/** A rule, and how often it came to what on each source that it was judged on, in the order of the columns. */
export interface AppliedRule extends RuleEntry {
  /** Why it had nothing to judge in all that was judged; absent where it had. */
  readonly idle?: string;
  readonly sources: readonly { readonly source: Source; readonly assertions: AssertionCounts }[];
}
