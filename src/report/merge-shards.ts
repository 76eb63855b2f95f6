import { UsageError } from "../base/usage-error.ts";
import type { Coverage, Judgement } from "../rules/assertion.ts";
import { coverageOf, joinCoverage } from "../rules/coverage.ts";
import type { WrittenReport } from "./read-report.ts";
import type { Basis, ShardDetail } from "./report.ts";

/** The whole of a run that was shared out, as far as its shards are there. */
export interface MergedRun {
  readonly judgements: readonly Judgement[];
  readonly coverage: Coverage & { readonly floor: number };
  /** Which shards are missing, and which were ended before their end. */
  readonly partial?: string;
  readonly inputs: readonly string[];
  readonly basis?: Basis;
  /** Where operations were chosen, others may be what a waiver is for. */
  readonly unjudged?: "part";
}

interface Part extends ShardDetail {
  readonly report: WrittenReport;
}

/**
 * Puts the shards of one run together, in whatever order they are given. What is missing is said.
 *
 * @throws UsageError for reports that are no shards, or not those of one run, each once
 */
export function mergeShards(reports: readonly WrittenReport[]): MergedRun {
  const parts = reports.map(partOf).sort((one, other) => one.number - other.number);
  const [first] = parts;
  if (!first) throw new UsageError("merge needs the report.json of each shard");
  for (const part of parts) expectSameRun(first, part);
  parts.forEach((part, at) => {
    const before = parts[at - 1];
    if (before?.number === part.number)
      throw new UsageError(
        `${named(before)} and ${named(part)} are both shard ${part.number} of ${part.of}: give each once`,
      );
  });
  const coverage = joinCoverage(parts.map((part) => part.coverage));
  if (!coverage) throw new UsageError(`${parts.map(named).join(", ")} did not count the same operations`);
  const partial = partialityOf(first.of, parts);
  return {
    judgements: parts.flatMap(({ judgements }) => judgements),
    coverage: { ...coverageOf(coverage), floor: first.floor },
    ...(partial === "" ? {} : { partial }),
    inputs: first.report.provenance.inputs,
    ...(first.run.include.length + first.run.exclude.length > 0 ? { unjudged: "part" } : {}),
    ...(first.report.basis ? { basis: first.report.basis } : {}),
  };
}

function partOf(report: WrittenReport): Part {
  if (report.shard) return { ...report.shard, report };
  throw new UsageError(
    `"${report.file}" is the report of a whole run: merge takes those of gate --shard 1/3 and so on`,
  );
}

function named({ report }: Part): string {
  return `"${report.file}"`;
}

/** @throws UsageError for the first thing in which two shards cannot be of one run */
function expectSameRun(one: Part, other: Part): void {
  const [own, others] = [commonOf(one), commonOf(other)];
  for (const [name, value] of Object.entries(own)) {
    const [here, there] = [value, others[name]].map((each) => (Array.isArray(each) ? each.join(", ") : each));
    if (String(here ?? "") === String(there ?? "")) continue;
    throw new UsageError(
      `${named(one)} and ${named(other)} are no shards of one run: ${what[name] ?? name} is "${here ?? ""}" and "${there ?? ""}"`,
    );
  }
}

const what: Readonly<Record<string, string>> = {
  of: "the number of shards",
  tool: "the version of the tool",
  version: "the version of Graph",
  client: "the digest of who signed in",
  contract: "the digest of the pages",
  job: "the run of the workflow or pipeline",
};

function commonOf({ of, floor, run, report }: Part): Readonly<Record<string, unknown>> {
  return { of, tool: report.tool.version, job: undefined, ...run, floor };
}

function partialityOf(of: number, parts: readonly Part[]): string {
  const said = Array.from({ length: of }, (_, at) => {
    const part = parts.find(({ number }) => number === at + 1);
    if (!part) return `shard ${at + 1} of ${of} is missing`;
    const { partial } = part.report.summary;
    return partial === undefined ? "" : `shard ${at + 1} of ${of}: ${partial}`;
  });
  return said.filter((sentence) => sentence !== "").join("; ");
}
