import { groupBy } from "../../base/group-by.ts";
import { nearestName } from "../../base/nearest-name.ts";
import type { HeldBeside } from "../../diff/beside/hold-beside.ts";
import { changeCatalogue } from "../../diff/catalogue.ts";
import { type Change, type Level, levels, type Profile, profiles } from "../../diff/change.ts";
import { gravest } from "../../diff/policy/weights.ts";
import { counted, grouped } from "../phrases.ts";
import type { Report, Waiver } from "../report.ts";
import { fitsScope } from "../waiver-scope.ts";

/** What changed between two contracts, for a person and for a machine. */
export interface ChangeReport {
  readonly format: 1;
  readonly tool: Report["tool"];
  /** As they were named. */
  readonly before: string;
  readonly after: string;
  /** For whom the changes are weighed. */
  readonly profiles: readonly Profile[];
  /** The mildest level that makes the exit code 1. */
  readonly failOn: FailOn;
  /** The rules of the changes, with what their rule pages say; empty where that is not at hand. */
  readonly rules: readonly ChangeRuleEntry[];
  /** The policy file that decided some levels. */
  readonly policy?: string;
  readonly summary: ChangeSummary;
  /** The gravest first. */
  readonly changes: readonly WeighedChange[];
  readonly waived: readonly WaivedChange[];
  /** The metadata of both times beside the pages, where it was given. */
  readonly metadata?: MetadataBeside;
  /** Of the waiver file: what is expired or fits nothing. */
  readonly waiverFindings: readonly WaiverFinding[];
}

/** What changed in the metadata over the same time. It is no change of the pages, and fails nothing. */
export interface MetadataBeside extends HeldBeside {
  /** The files, as they were named. */
  readonly before: string;
  readonly after: string;
  readonly metadataOnly: readonly WeighedChange[];
}

export interface ChangeRuleEntry {
  readonly id: string;
  /** Whom it breaks, or why nobody. */
  readonly breaks: string;
  /** Markdown. */
  readonly page: string;
}

export interface ChangeSummary {
  readonly verdict: "unchanged" | "changed" | "broken";
  readonly sentence: string;
  readonly counts: Readonly<Record<Level, number>>;
}

/** A change with the gravest level that it has for the profiles that were asked for. */
export interface WeighedChange extends Change {
  readonly level: Level;
}

export interface WaivedChange extends WeighedChange {
  readonly waiver: Waiver;
}

export interface WaiverFinding {
  readonly message: string;
  readonly location: Waiver["location"];
}

export type FailOn = "breaking" | "risky" | "any";

export interface ChangeReportInput extends Pick<ChangeReport, "tool" | "before" | "after" | "policy"> {
  readonly changes: readonly Change[];
  /** What the rule pages say, by rule. */
  readonly pages?: ReadonlyMap<string, string>;
  /** All of them unless said. */
  readonly profiles?: readonly Profile[];
  readonly failOn?: FailOn;
  readonly waivers?: readonly Waiver[];
  readonly metadata?: HeldBeside & Pick<MetadataBeside, "before" | "after">;
  /** ISO 8601 date, UTC. */
  readonly today: string;
}

/** Weighs the changes for the profiles asked, takes out what a waiver accepts, and says what it comes to. */
export function makeChangeReport(input: ChangeReportInput): ChangeReport {
  const { tool, before, after, policy, today } = input;
  const { profiles: asked = profiles, failOn = "breaking", waivers = [] } = input;
  const weighed = (all: readonly Change[]): WeighedChange[] =>
    all.map((change) => ({ ...change, level: gravest(change.weighs, asked) })).sort(byLevel);
  const holding = waivers.filter(({ expires }) => expires >= today);
  const used = new Set<Waiver>();
  const changes: WeighedChange[] = [];
  const waived: WaivedChange[] = [];
  for (const change of weighed(input.changes)) {
    const matching = holding.filter((waiver) => isFor(waiver, change));
    for (const waiver of matching) used.add(waiver);
    const [waiver] = matching;
    if (waiver) waived.push({ ...change, waiver });
    else changes.push(change);
  }
  const waiverFindings = waivers.flatMap((waiver): WaiverFinding[] => {
    const { location, expires } = waiver;
    if (expires < today) return [{ location, message: `the waiver expired on ${expires}` }];
    if (used.has(waiver)) return [];
    return [
      {
        location,
        message: noSuchRule(waiver) ?? "the waiver accepts no change: nothing of the kind is there",
      },
    ];
  });
  return {
    format: 1,
    tool,
    before,
    after,
    profiles: asked,
    failOn,
    rules: rulesOf(input.changes, input.pages),
    ...(policy === undefined ? {} : { policy }),
    summary: summarise(changes, waived, failOn),
    changes,
    waived,
    ...(input.metadata
      ? { metadata: { ...input.metadata, metadataOnly: weighed(input.metadata.metadataOnly) } }
      : {}),
    waiverFindings,
  };
}

/** What is said of a waiver for a rule that no change is of. */
function noSuchRule({ rule }: Waiver): string | undefined {
  const rules = changeCatalogue.map(({ id }) => id);
  if (rule === undefined || rules.includes(rule)) return undefined;
  const near = nearestName(rule, rules);
  return `the waiver is for "${rule}", and there is no such change rule${near === undefined ? "" : `; did you mean "${near}"?`}`;
}

/** 1 where a change weighs as much as `failOn`, or a waiver is expired, unused or for nothing; else 0. */
export function changeExitCode({ summary, waiverFindings }: ChangeReport): 0 | 1 {
  return summary.verdict === "broken" || waiverFindings.length > 0 ? 1 : 0;
}

function rulesOf(changes: readonly Change[], pages?: ReadonlyMap<string, string>): ChangeRuleEntry[] {
  const named = new Map(changes.map(({ rule, breaks }) => [rule, breaks]));
  return [...named]
    .map(([id, breaks]) => ({ id, breaks, page: pages?.get(id) ?? "" }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function summarise(
  changes: readonly WeighedChange[],
  waived: readonly WaivedChange[],
  failOn: FailOn,
): ChangeSummary {
  const byLevelName = groupBy(changes, ({ level }) => level);
  const countOf = (level: Level) => byLevelName.get(level)?.length ?? 0;
  const counts = {
    breaking: countOf("breaking"),
    risky: countOf("risky"),
    compatible: countOf("compatible"),
    sharpened: countOf("sharpened"),
  };
  const fails =
    counts.breaking > 0 ||
    (failOn !== "breaking" && counts.risky > 0) ||
    (failOn === "any" && changes.length > 0);
  const phrases = levels
    .filter((level) => counts[level] > 0)
    .map((level) => `${grouped(counts[level])} ${level}`);
  const accepted = `${waived.length} waived`;
  const sentence =
    changes.length === 0
      ? `Nothing changed${waived.length > 0 ? ` but ${accepted}` : ""}.`
      : `${counted(changes.length, "change")}: ${[...phrases, ...(waived.length > 0 ? [accepted] : [])].join(", ")}.`;
  return { verdict: fails ? "broken" : changes.length === 0 ? "unchanged" : "changed", sentence, counts };
}

function isFor({ fingerprint, rule, scope }: Waiver, change: Change): boolean {
  if (fingerprint !== undefined) return fingerprint === change.fingerprint;
  const subjects = change.places.map(({ subject }) => subject.id);
  return rule === change.rule && scope !== undefined && fitsScope(scope, subjects);
}

function byLevel(one: WeighedChange, other: WeighedChange): number {
  return levels.indexOf(one.level) - levels.indexOf(other.level);
}
