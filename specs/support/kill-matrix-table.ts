import { faults } from "../../src/mock/faults/faults.ts";
import { holeIn, type MatrixRow } from "./kill-matrix.ts";

const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
const columns = [
  widest(faults.map(({ name }) => name)),
  widest(faults.map(({ breaks }) => breaks)),
  widest(faults.map(({ expect }) => expectation(expect))),
];

/** The first line of the table: what stands in its columns. */
export const tableHead: string = line(" ", "fault", "what it breaks", "expected", "said");

/** A row of the kill matrix as a line of text, 120 columns at most; below a hole, why it is one. */
export function renderRow(row: MatrixRow): string {
  const { fault, findings, reasons, messages } = row;
  const hole = holeIn(row);
  const breaks = faults.find(({ name }) => name === fault?.name)?.breaks ?? "nothing";
  const expected = fault ? expectation(fault.expect) : "no finding";
  const total = [...findings.values()].reduce((sum, count) => sum + count, 0);
  const hindered = fault && "reason" in fault.expect ? (reasons.get(fault.expect.reason) ?? 0) : undefined;
  const said = line(hole ? "✗" : "✓", fault?.name ?? "-", breaks, expected, `${hindered ?? total}`);
  return hole ? [said, `    ${hole}`, ...messages.map((message) => `    ${message}`)].join("\n") : said;
}

function line(mark: string, ...cells: readonly string[]): string {
  return [mark, ...cells.map((cell, index) => cell.padEnd(columns[index] ?? 0))].join("  ").trimEnd();
}

function expectation(expected: NonNullable<MatrixRow["fault"]>["expect"]): string {
  return "rule" in expected ? expected.rule : `unverified: ${expected.reason}`;
}
