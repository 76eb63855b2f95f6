import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { type JsonOptions, jsonPieces } from "../../../src/report/json.ts";
import type { Report } from "../../../src/report/report.ts";
import {
  answered,
  assertion,
  at,
  cause,
  exchange,
  failure,
  notVerified,
  page,
  report,
  waiver,
} from "../../support/hand-made.ts";
import { hostile } from "../../support/hostile.ts";

const ajv = new Ajv2020({ strict: true, strictRequired: false });
addFormats.default(ajv);
const isReport = ajv.compile(
  JSON.parse(readFileSync(new URL("../../../schemas/report.schema.json", import.meta.url), "utf8")),
);

const judgements = [
  exchange([assertion({ rule: "http/status" }), assertion(), failure(), notVerified()]),
  exchange([failure({ rule: "body/format" })], { source: "mock" }),
  page([assertion({ status: "not-applicable", rule: "reference/dead-link" })]),
];
const given = {
  waivers: [
    waiver({ rule: "body/format", scope: "*" }),
    waiver({ fingerprint: "0123456789ab", expires: "2020-01-01" }),
  ],
  systems: [{ name: "Runs", pages: ["v1.0/run-list", "beta/gone"] }],
};

interface Shown {
  readonly source: string;
  readonly passed: readonly string[];
  readonly notApplicable: readonly string[];
  readonly assertions: readonly { readonly rule: string }[];
  readonly response: unknown;
}

interface Counted {
  readonly assertions: Readonly<Record<string, number>>;
}

function backwardsMembers<Value extends object>(value: Value): Value {
  return Object.assign(
    {},
    ...Object.entries(value)
      .reverse()
      .map(([name, member]) => ({ [name]: member })),
  );
}

function renderJson(made: Report, options?: JsonOptions): string {
  return [...jsonPieces(made, options)].join("");
}

describe("report.json", () => {
  it("is valid against its schema, with findings, waivers and systems", () => {
    const value: unknown = JSON.parse(renderJson(report(judgements, given)));
    expect(isReport(value), JSON.stringify(isReport.errors)).toBe(true);
  });

  it("is valid with disagreements, shared answers and a waiver for a source", () => {
    const made = report(
      [
        exchange([failure(), assertion()]),
        answered([assertion({ rule: "body/unknown-property" }), failure({ rule: "body/format" })], {
          resource: "v1.0/run",
        }),
      ],
      {
        waivers: [waiver({ rule: "body/format", scope: "*", source: "mock" })],
        systems: [{ name: "The run type", pages: ["v1.0/run"] }],
      },
    );
    const value = JSON.parse(renderJson(made));
    expect(isReport(value), JSON.stringify(isReport.errors)).toBe(true);
    expect(value.disagreements).toEqual(JSON.parse(JSON.stringify(made.disagreements)));
    expect(value.systems[0]).toMatchObject({ judgements: [1], shared: [1] });
    expect(value.judgements[1]).toMatchObject({ source: "mock", resource: "v1.0/run" });
    expect(value.waived[0].waiver.source).toBe("mock");
    expect(isReport({ ...value, disagreements: [{ ...value.disagreements[0], wrong: [] }] })).toBe(false);
  });

  it("is valid with all that a finding says, and says it", () => {
    const told = failure({
      promise: { span: at(43, 3, 20, "docs/v1.0/resources/run.md"), text: "totalTasksCounts|Int32|" },
      advice: "write it in the plural",
      fix: { edits: [{ span: at(27, 7, 17), text: '"totalTasksCounts"' }] },
      cause: cause("unknown-property run/totalTasksCount"),
    });
    const value = JSON.parse(renderJson(report([exchange([told])])));
    expect(isReport(value), JSON.stringify(isReport.errors)).toBe(true);
    expect(value.format).toBe(2);
    const { status: _, ...said } = told;
    expect(value.findings).toEqual([{ ...said, example: "list_runs" }]);
    expect(isReport({ ...value, findings: [{ ...value.findings[0], fix: { edits: [] } }] })).toBe(false);
  });

  it("is valid without a single judgement", () => {
    expect(isReport(JSON.parse(renderJson(report([]))))).toBe(true);
  });

  it("would be refused with an unknown status, a finding without a place, or a member too many", () => {
    const value = JSON.parse(renderJson(report(judgements)));
    expect(isReport({ ...value, summary: { ...value.summary, verdict: "fine" } })).toBe(false);
    expect(isReport({ ...value, findings: [{ ...value.findings[0], span: undefined }] })).toBe(false);
    expect(isReport({ ...value, more: 1 })).toBe(false);
  });

  it("is the same to the byte for the same input in another order", () => {
    const backwards = [...judgements].reverse().map((judgement) => ({
      ...judgement,
      assertions: judgement.assertions.map(backwardsMembers),
    }));
    expect(renderJson(report(backwards, given))).toBe(renderJson(report(judgements, given)));
  });

  it("differs between two runs in nothing but the provenance", () => {
    const later = { ...given, now: "2026-11-22T08:00:00.000Z", node: "v22.1.0", platform: "win32" };
    const { provenance: first, ...one } = JSON.parse(renderJson(report(judgements, given)));
    const { provenance: second, ...two } = JSON.parse(renderJson(report(judgements, later)));
    expect(two).toEqual(one);
    expect(second).not.toEqual(first);
  });

  it("counts what passed and what did not apply, and names failures by their number among the findings", () => {
    const { judgements: shown, findings } = JSON.parse(renderJson(report(judgements)));
    expect(shown.map(({ counts }: { counts: unknown }) => counts)).toEqual([
      { pass: 0, fail: 0, waived: 0, notVerified: 0, notApplicable: 1 },
      { pass: 2, fail: 1, waived: 0, notVerified: 1, notApplicable: 0 },
      { pass: 0, fail: 1, waived: 0, notVerified: 0, notApplicable: 0 },
    ]);
    expect(shown[1]).not.toHaveProperty("passed");
    expect(shown[1]).not.toHaveProperty("response");
    const [failed, unverified] = shown[1].assertions;
    expect(failed).toEqual({ rule: "body/unknown-property", status: "fail", finding: 1 });
    expect(findings[1]).toMatchObject({ rule: "body/unknown-property", source: "documented" });
    expect(unverified).toMatchObject({ status: "not-verified", reason: "placeholder" });
  });

  it("names each passed rule with --detail, and shows the messages", () => {
    const text = { text: "HTTP/1.1 200 OK", location: { file: "run-list.md", line: 20, column: 1 } };
    const detailed = judgements.map((judgement) =>
      judgement.kind === "exchange" ? { ...judgement, response: text } : judgement,
    );
    const value = JSON.parse(renderJson(report(detailed), { detail: true }));
    expect(isReport(value), JSON.stringify(isReport.errors)).toBe(true);
    expect(
      value.judgements.map(({ passed, notApplicable, response }: Shown) => [passed, notApplicable, response]),
    ).toEqual([
      [[], ["reference/dead-link"], undefined],
      [["body/type", "http/status"], [], text],
      [[], [], text],
    ]);
  });

  it("counts by rule and source what the detail names", () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      exchange(
        [
          assertion({ rule: "http/status", status: index % 3 === 0 ? "not-applicable" : "pass" }),
          index % 7 === 0
            ? failure({ pointer: `/value/${index}` })
            : assertion({ rule: "body/unknown-property" }),
        ],
        { source: index % 2 === 0 ? "documented" : "mock" },
      ),
    );
    const value = JSON.parse(renderJson(report(many), { detail: true }));
    for (const { id, sources } of value.rules) {
      for (const { source, assertions } of sources) {
        const own = value.judgements.filter((judgement: Shown) => judgement.source === source);
        const named = (list: (judgement: Shown) => readonly string[]) =>
          own.flatMap(list).filter((rule: string) => rule === id).length;
        expect(assertions).toMatchObject({
          pass: named(({ passed }) => passed),
          notApplicable: named(({ notApplicable }) => notApplicable),
          fail: named((judgement) => judgement.assertions.map(({ rule }) => rule)),
        });
      }
    }
    const { assertions } = value.summary;
    const sum = (status: string) =>
      value.rules
        .flatMap((rule: { sources: unknown[] }) => rule.sources)
        .reduce((total: number, each: Counted) => total + (each.assertions[status] ?? 0), 0);
    expect([sum("pass"), sum("fail"), sum("notApplicable")]).toEqual([
      assertions.pass,
      assertions.fail,
      assertions.notApplicable,
    ]);
    expect(assertions).toMatchObject({ pass: 1523, fail: 143, notApplicable: 334 });
  });

  it("writes each judgement on one line", () => {
    const lines = renderJson(report(judgements)).split("\n");
    expect(lines.filter((line) => line.startsWith('    {"kind":'))).toHaveLength(3);
  });

  it("gives hostile text back unchanged", () => {
    const { findings } = JSON.parse(renderJson(report([exchange([failure({ message: hostile })])])));
    expect(findings[0].message).toBe(hostile);
  });
});
