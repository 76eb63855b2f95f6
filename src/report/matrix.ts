import { groupBy } from "../base/group-by.ts";
import type { Judgement } from "../rules/assertion.ts";
import { sourceCells } from "./counts.ts";
import { type Column, columns } from "./order.ts";
import type { Report, SystemCell } from "./report.ts";

/** What was judged of one thing in one column. */
export interface MatrixCell extends Omit<SystemCell, "source"> {
  readonly column: Column;
}

/** An operation, and what every column says of it. */
export interface OperationRow {
  readonly name: string;
  readonly sources: readonly MatrixCell[];
  /** Indexes into `judgements`. */
  readonly judgements: readonly number[];
}

/** A row for each operation that was judged, by whatever source, in the order of the pages. */
export function operationRows(report: Report): readonly OperationRow[] {
  const numbers = report.judgements.flatMap(({ subject }, number) =>
    subject.kind === "operation" ? number : [],
  );
  const at = (number: number) => report.judgements[number];
  const versions = new Set(numbers.map((number) => at(number)?.version));
  const byOperation = groupBy(numbers, (number) => {
    const { version = "", subject } = at(number) ?? {};
    return versions.size > 1 ? `${subject?.id} (${version})` : (subject?.id ?? "");
  });
  return [...byOperation].map(([name, judgements]) => ({
    name,
    judgements,
    sources: cellsOf(report, judgements),
  }));
}

/**
 * The cells of some judgements: one for each source, and one for what the metadata says of the pages, where it was asked.
 * That is then no part of what the pages say of each other.
 */
export function cellsOf(report: Report, numbers: readonly number[]): readonly MatrixCell[] {
  const judgements = numbers.flatMap((number) => report.judgements[number] ?? []);
  const isAsked = saysMetadata(report) && judgements.some(({ assertions }) => assertions.some(isItsWord));
  if (!isAsked) return summarised(judgements, report);
  const pages = judgements.map((judgement) => having(judgement, (rule) => !isOfMetadata(rule)));
  const metadata = judgements.map((judgement) => having(judgement, isOfMetadata));
  return [
    ...summarised(pages, report),
    ...summarised(metadata, report)
      .filter(({ column }) => column === "documented")
      .map((cell) => ({ ...cell, column: "metadata" as const })),
  ].toSorted((one, other) => columns.indexOf(one.column) - columns.indexOf(other.column));
}

/** The columns of which a report has anything. */
export function columnsOf(report: Report): readonly Column[] {
  return columns.filter((column) =>
    column === "metadata"
      ? saysMetadata(report)
      : report.systems.some(({ sources }) => sources.some(({ source }) => source === column)),
  );
}

/** Whether the metadata was asked for anything at all. */
function saysMetadata({ rules }: Report): boolean {
  return rules.some(
    ({ id, sources }) =>
      isOfMetadata(id) &&
      sources.some(
        ({ assertions: { pass, fail, waived, notVerified } }) => pass + fail + waived + notVerified > 0,
      ),
  );
}

function isOfMetadata(rule: string): boolean {
  return rule.startsWith("metadata/");
}

function isItsWord({ rule, status }: Judgement["assertions"][number]): boolean {
  return status !== "not-applicable" && isOfMetadata(rule);
}

function having(judgement: Judgement, isAmong: (rule: string) => boolean): Judgement {
  return { ...judgement, assertions: judgement.assertions.filter(({ rule }) => isAmong(rule)) };
}

function summarised(judgements: readonly Judgement[], { failOn }: Report): readonly MatrixCell[] {
  return sourceCells(judgements, failOn).map(({ source, ...cell }) => ({ ...cell, column: source }));
}
