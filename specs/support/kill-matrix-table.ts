import { faults } from "../../src/mock/faults/faults.ts";
import { expectedOn, holeIn, type MatrixRow, matrixSources, toldOf } from "./kill-matrix.ts";

const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
const columns = [
  widest(faults.map(({ name }) => name)),
  widest(faults.map(({ breaks }) => breaks)),
  widest(faults.map((fault) => expectation(fault))),
  6,
  6,
];

/** The first line of the table: what stands in its columns. */
export const tableHead: string = line(" ", "fault", "what it breaks", "expected", ...matrixSources);

/**
 * What the suite says of a fault, by source, as a line of text, 120 columns at most: how often it finds what is
 * expected, and what that weighs. Below a hole stands why it is one.
 */
export function renderRows(rows: readonly MatrixRow[]): string {
  const { fault } = rows[0] ?? {};
  const breaks = faults.find(({ name }) => name === fault?.name)?.breaks ?? "nothing";
  const told = matrixSources.map((source) => said(rows.find((row) => row.source === source)));
  const holes = rows.flatMap((row) => {
    const hole = holeIn(row);
    const messages = row.messages.map((message) => `    ${message}`);
    return hole === undefined ? [] : [`    ${row.source}: ${hole}`, ...messages];
  });
  const mark = holes.length > 0 ? "✗" : "✓";
  const head = line(mark, fault?.name ?? "-", breaks, fault ? expectation(fault) : "no finding", ...told);
  return [head, ...holes].join("\n");
}

/** `12 E`: a finding is an error, a warning or an information. Where nothing is expected all findings count. */
function said(row: MatrixRow | undefined): string {
  if (!row) return "";
  const expect = row.fault && expectedOn(row.source, row.fault);
  if (row.fault && !expect && row.findings.size === 0) return "-";
  const all = [...row.findings.values()].reduce((sum, { count }) => sum + count, 0);
  if (!expect) return `${all}`;
  const { severity } = "rule" in expect ? (row.findings.get(expect.rule) ?? {}) : {};
  return `${toldOf(row)}${severity ? ` ${severity.charAt(0).toUpperCase()}` : ""}`;
}

function expectation({ expect }: NonNullable<MatrixRow["fault"]>): string {
  return "rule" in expect ? expect.rule : `(${expect.reason})`;
}

function line(mark: string, ...cells: readonly string[]): string {
  return [mark, ...cells.map((cell, index) => cell.padEnd(columns[index] ?? 0))].join(" ").trimEnd();
}
