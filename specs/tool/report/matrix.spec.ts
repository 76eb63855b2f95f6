import { describe, expect, it } from "vitest";
import { renderHtml } from "../../../src/report/html/render-html.ts";
import { cellsOf, columnsOf, operationRows } from "../../../src/report/matrix.ts";
import { answered, assertion, exchange, failure, page, report } from "../../support/hand-made.ts";

const type = { subject: { kind: "type", id: "microsoft.graph.run" } } as const;
const metadata = (status: "pass" | "not-applicable") => assertion({ rule: "metadata/type", status });

describe("the rows of operations", () => {
  const one = { subject: { kind: "operation", id: "GET /a" } } as const;

  it("put together what any source and any page says of one, and leave out what is of none", () => {
    const made = report([
      page([assertion()], one),
      page([assertion()], { ...type, file: "docs/v1.0/resources/run.md" }),
      exchange([failure()], one),
      answered([assertion()], one),
    ]);
    const rows = operationRows(made);
    expect(rows.map(({ name, judgements }) => [name, judgements.length])).toEqual([["GET /a", 3]]);
    expect(rows[0]?.sources.map(({ column, verdict }) => [column, verdict])).toEqual([
      ["documented", "not conformant"],
      ["mock", "conformant"],
    ]);
  });

  it("keep versions apart, and name them where there are several", () => {
    const made = report([
      page([assertion()], one),
      page([assertion()], { ...one, version: "beta", file: "docs/beta/api/run-list.md" }),
    ]);
    expect(operationRows(made).map(({ name }) => name)).toEqual(["GET /a (beta)", "GET /a (v1.0)"]);
  });
});

describe("the column of the metadata", () => {
  it("has what it says of the pages, which is then no part of what they say of each other", () => {
    const made = report([
      page(
        [assertion(), metadata("pass"), failure({ rule: "metadata/enum-member", severity: "warning" })],
        type,
      ),
    ]);
    const cells = cellsOf(made, [0]);
    expect(columnsOf(made)).toEqual(["documented", "metadata"]);
    expect(
      cells.map(({ column, assertions, findings }) => [column, assertions.pass, findings.warning]),
    ).toEqual([
      ["documented", 1, 0],
      ["metadata", 1, 1],
    ]);
    expect(renderHtml(made)).toContain("differs from the pages");
  });

  it("is not there where it had nothing to say, and a row without its word has no cell", () => {
    const silent = report([page([assertion(), metadata("not-applicable")], type)]);
    expect(columnsOf(silent)).toEqual(["documented"]);
    expect(renderHtml(silent)).not.toContain('<th scope="col">metadata</th>');
    const made = report([
      page([assertion(), metadata("pass")], type),
      page([assertion(), metadata("not-applicable")], { ...type, file: "docs/v1.0/resources/b.md" }),
    ]);
    const number = made.judgements.findIndex(({ file }) => file.endsWith("b.md"));
    expect(cellsOf(made, [number]).map(({ column }) => column)).toEqual(["documented"]);
  });
});
