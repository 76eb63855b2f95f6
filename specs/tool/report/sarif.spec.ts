import { describe, expect, it } from "vitest";
import { renderSarif } from "../../../src/report/sarif.ts";
import {
  answered,
  assertion,
  at,
  exchange,
  failure,
  file,
  notVerified,
  report,
  waiver,
} from "../../support/hand-made.ts";
import { hostile } from "../../support/hostile.ts";

function run(...given: Parameters<typeof report>) {
  const log = JSON.parse(renderSarif(report(...given)));
  expect(log.version).toBe("2.1.0");
  expect(log.runs).toHaveLength(1);
  return log.runs[0];
}

describe("report.sarif", () => {
  it("has a result for each finding, with place, rule and fingerprint", () => {
    const { results, tool } = run([exchange([assertion(), failure({ severity: "warning" })])]);
    expect(results).toEqual([
      {
        ruleId: "body/unknown-property",
        ruleIndex: 1,
        level: "warning",
        message: {
          text: '"totalTasksCount" is not a property of run; did the page mean "totalTasksCounts"?',
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: file, uriBaseId: "%SRCROOT%" },
              region: { startLine: 27, startColumn: 7, endLine: 27, endColumn: 24 },
            },
            logicalLocations: [
              { fullyQualifiedName: "GET /workflows/{}/runs list_runs /value/0/totalTasksCount" },
            ],
          },
        ],
        partialFingerprints: { "graphConformance/v1": failure().fingerprint },
        properties: {
          source: "documented",
          version: "v1.0",
          subject: { kind: "operation", id: "GET /workflows/{}/runs" },
          example: "list_runs",
          pointer: "/value/0/totalTasksCount",
          meant: "totalTasksCounts",
          cause: failure().fingerprint,
        },
      },
    ]);
    expect(tool.driver.rules[1].id).toBe("body/unknown-property");
    expect(tool.driver.rules[1].help.markdown).toContain("## Explanation");
  });

  it("has a finding of a service at the request's line, with a fingerprint of its own", () => {
    const { results, properties } = run([exchange([failure()]), answered([failure()])]);
    expect(
      results.map((result: { locations: object[]; partialFingerprints: object }) => [
        result.locations[0],
        result.partialFingerprints,
      ]),
    ).toMatchObject([
      [
        { physicalLocation: { region: { startLine: 12, startColumn: 1 } } },
        { "graphConformance/v1": `${failure().fingerprint}/mock` },
      ],
      [
        { physicalLocation: { region: { startLine: 27, startColumn: 7 } } },
        { "graphConformance/v1": failure().fingerprint },
      ],
    ]);
    expect(properties.disagreements).toHaveLength(1);
  });

  it("has the edits of a fix, one change for each file, and where the contract says so", () => {
    const promise = { span: at(43, 3, 20, "docs/v1.0/resources/run.md"), text: "totalTasksCounts|Int32|" };
    const edits = [
      { span: at(27, 7, 17), text: '"totalTasksCounts"' },
      { span: at(28, 22, 1), text: "" },
    ];
    const { results } = run([exchange([failure({ promise, fix: { edits } })])]);
    expect(results[0].fixes).toEqual([
      {
        description: { text: 'write "totalTasksCounts", remove what stands there' },
        artifactChanges: [
          {
            artifactLocation: { uri: file, uriBaseId: "%SRCROOT%" },
            replacements: [
              {
                deletedRegion: { startLine: 27, startColumn: 7, endLine: 27, endColumn: 24 },
                insertedContent: { text: '"totalTasksCounts"' },
              },
              { deletedRegion: { startLine: 28, startColumn: 22, endLine: 28, endColumn: 23 } },
            ],
          },
        ],
      },
    ]);
    expect(results[0].relatedLocations).toEqual([
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: "docs/v1.0/resources/run.md", uriBaseId: "%SRCROOT%" },
          region: { startLine: 43, startColumn: 3, endLine: 43, endColumn: 23 },
        },
        message: { text: "totalTasksCounts|Int32|" },
      },
    ]);
    expect(run([exchange([failure()])]).results[0]).not.toHaveProperty("fixes");
  });

  it("describes a fix by what it does, whatever is advised", () => {
    const edit = (column: number, length: number, text: string) => ({ span: at(27, column, length), text });
    const described = (...edits: ReturnType<typeof edit>[]) =>
      run([exchange([failure({ advice: "think", fix: { edits } })])]).results[0].fixes[0].description.text;
    expect(described(edit(1, 1, '"'), edit(5, 1, '"'), edit(9, 0, ","))).toBe('write " (2 times), insert ,');
    expect(described(edit(1, 1, "x".repeat(1_000_000))).length).toBeLessThan(300);
    expect(described(...[1, 2, 3, 4, 5].map((each) => edit(each * 2, 1, String(each))))).toBe(
      "write 1, write 2, write 3, and 2 edits more",
    );
  });

  it("writes info as note", () => {
    expect(run([exchange([failure({ severity: "info" })])]).results[0].level).toBe("note");
  });

  it("has no result for what is waived, which code scanning would show as an open alert, but a count and the reason", () => {
    const waivers = [waiver({ rule: "body/unknown-property", scope: "*" })];
    const { results, properties } = run([exchange([failure(), failure({ rule: "body/type" })])], { waivers });
    expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(["body/type"]);
    expect(properties.waived).toEqual([
      {
        results: 1,
        justification:
          "The page is being rewritten (identity-docs, until 2027-03-31, https://example.com/issues/12)",
      },
    ]);
    expect(run([exchange([failure()])]).properties).not.toHaveProperty("waived");
  });

  it("has no result for what passed or was not verified", () => {
    expect(run([exchange([assertion(), notVerified()])]).results).toEqual([]);
  });

  it("writes a file as a URI that names no other place", () => {
    const uri = (path: string) =>
      run([exchange([failure({ span: at(1, 1, 0, path) })])]).results[0].locations[0].physicalLocation
        .artifactLocation.uri;
    expect(uri("../docs/a b#c.md")).toBe("../docs/a%20b%23c.md");
    expect(uri("/docs/a.md")).toBe("file:///docs/a.md");
    expect(uri("javascript:alert(1).md")).toBe("javascript%3Aalert(1).md");
    expect(uri("\uD800.md")).toBe("%EF%BF%BD.md");
  });

  it("shows control characters of a page by their code", () => {
    const { results } = run([exchange([failure({ message: hostile })])]);
    expect(results[0].message.text).toContain("\\u001b[2J");
    expect(results[0].message.text).not.toContain("\u001b");
  });
});
