import { describe, expect, it } from "vitest";
import type { SystemCell } from "../../../src/report/report.ts";
import {
  answered,
  assertion,
  exchange,
  failure,
  file,
  notVerified,
  page,
  report,
} from "../../support/hand-made.ts";

const beta = { version: "beta", file: "docs/beta/api/run-list.md" } as const;

const cells = (sources: readonly SystemCell[]) =>
  sources.map(({ source, assertions }) => `${source} ${assertions.pass} ${assertions.fail}`);

describe("the systems", () => {
  it("are one row for each page, named by title and version", () => {
    const made = report([exchange([assertion()]), page([assertion()]), page([assertion()], beta)]);
    expect(made.systems.map(({ name, judgements }) => [name, judgements])).toEqual([
      ["List runs (beta)", [0]],
      ["List runs (v1.0)", [1, 2]],
    ]);
  });

  it("tell two pages of one title and version apart by their files", () => {
    const names = (other: string) =>
      report([page([assertion()]), page([assertion()], { file: other })]).systems.map(({ name }) => name);
    expect(names("docs/v1.0/api/workflow-list-runs.md")).toEqual([
      "List runs (v1.0), run-list",
      "List runs (v1.0), workflow-list-runs",
    ]);
    expect(names("more/run-list.md")).toEqual([
      `List runs (v1.0), ${file}`,
      "List runs (v1.0), more/run-list.md",
    ]);
  });

  it("come first when they are given, then every other page", () => {
    const systems = [{ name: "Runs in both versions", pages: ["beta/run-list", "v1.0/run-list"] }];
    const made = report(
      [
        page([assertion()]),
        page([assertion()], beta),
        page([assertion()], { file: "docs/v1.0/a.md", title: "A" }),
      ],
      { systems },
    );
    expect(made.systems.map(({ name, judgements }) => [name, judgements])).toEqual([
      ["Runs in both versions", [0, 2]],
      ["A (v1.0)", [1]],
    ]);
  });

  it("have a cell for each source, with its verdict, counts and reasons", () => {
    const made = report([
      exchange([assertion(), failure()]),
      exchange([notVerified(), notVerified({ reason: "no-data" })], { source: "tenant" }),
      exchange([assertion()], { source: "mock" }),
    ]);
    const [row] = made.systems;
    expect(
      row?.sources.map(({ source, verdict, findings, reasons }) => [
        source,
        verdict,
        findings.error,
        reasons,
      ]),
    ).toEqual([
      ["documented", "not conformant", 1, []],
      ["mock", "conformant", 0, []],
      [
        "tenant",
        "nothing verified",
        0,
        [
          { reason: "no-data", count: 1 },
          { reason: "placeholder", count: 1 },
        ],
      ],
    ]);
  });

  const resource = { file: "docs/v1.0/resources/run.md", operation: "microsoft.graph.run", title: "run" };
  const holds = { resource: "v1.0/run" };

  it("count an answer of a service with its own page and with the page of its resource", () => {
    const made = report(
      [page([assertion()], resource), exchange([assertion()]), answered([failure()], holds)],
      {
        systems: [
          { name: "The run type", pages: ["v1.0/run"] },
          { name: "Runs", pages: ["v1.0/run-list"] },
        ],
      },
    );
    expect(
      made.systems.map(({ sources, judgements, shared }) => [cells(sources), judgements, shared]),
    ).toEqual([
      [["documented 1 0", "mock 0 1"], [1, 2], [1]],
      [["documented 1 0", "mock 0 1"], [0, 1], []],
    ]);
  });

  it("count it once in a row that has both pages", () => {
    const made = report([page([assertion()], resource), answered([failure()], holds)], {
      systems: [{ name: "Both", pages: ["v1.0/run", "v1.0/run-list", "v1.0/run"] }],
    });
    expect(
      made.systems.map(({ sources, judgements, shared }) => [cells(sources), judgements, shared]),
    ).toEqual([[["documented 1 0", "mock 0 1"], [0, 1], []]]);
  });

  it("count it with a resource page that no system names, too", () => {
    const made = report([page([assertion()], resource), answered([assertion()], holds)]);
    expect(made.systems.map(({ name, sources }) => [name, cells(sources)])).toEqual([
      ["run-list (v1.0)", ["mock 1 0"]],
      ["run (v1.0)", ["documented 1 0", "mock 1 0"]],
    ]);
  });

  it("count it with no resource page of another version or name", () => {
    const made = report([page([assertion()], resource), answered([assertion()], { resource: "beta/run" })]);
    expect(made.systems.map(({ sources }) => cells(sources))).toEqual([["mock 1 0"], ["documented 1 0"]]);
  });

  it("keep the row of a page whose answers another system shares", () => {
    const made = report([page([assertion()], resource), answered([assertion()], holds)], {
      systems: [{ name: "The run type", pages: ["v1.0/run"] }],
    });
    expect(made.systems.map(({ name }) => name)).toEqual(["The run type", "run-list (v1.0)"]);
  });

  it("keep the row of a system without a page, with no cell", () => {
    const made = report([page([assertion()])], { systems: [{ name: "Gone", pages: ["v1.0/gone"] }] });
    expect(made.systems[0]).toEqual({ name: "Gone", sources: [], judgements: [], shared: [] });
  });
});
