import { describe, expect, it } from "vitest";
import { answered, assertion, at, exchange, failure, page, report, waiver } from "../../support/hand-made.ts";

const { fingerprint } = failure();

describe("a waiver", () => {
  it("accepts the finding with its fingerprint", () => {
    const waivers = [waiver({ fingerprint })];
    const made = report([exchange([failure()])], { waivers });
    expect(made.findings).toEqual([]);
    expect(made.waived).toMatchObject([
      { rule: "body/unknown-property", waiver: { owner: "identity-docs" } },
    ]);
    expect(made.judgements[0]?.assertions[0]?.status).toBe("waived");
  });

  it("accepts no finding with another fingerprint", () => {
    const waivers = [waiver({ fingerprint: "0123456789ab" })];
    const made = report([exchange([failure()])], { waivers });
    expect(made.findings.map(({ rule }) => rule)).toEqual(["body/unknown-property", "waiver/unused"]);
    expect(made.waived).toEqual([]);
  });

  it.each([
    ["an operation", "GET /workflows/{}/runs"],
    ["a file name", "run-list"],
    ["a version and a file name", "v1.0/run-list"],
    ["a wildcard at the end", "run-*"],
    ["a wildcard in the middle", "GET /workflows/*/runs"],
    ["everything", "*"],
  ])("accepts the findings of its rule in %s", (_, scope) => {
    const waivers = [waiver({ rule: "body/unknown-property", scope })];
    expect(report([exchange([failure()])], { waivers }).findings).toEqual([]);
  });

  it.each([
    ["the start of a name", "run"],
    ["the end of a name", "list"],
    ["another version", "beta/run-list"],
    ["other letter case", "Run-List"],
    ["a pattern that only looks like one", "run.list"],
  ])("accepts nothing by %s", (_, scope) => {
    const waivers = [waiver({ rule: "body/unknown-property", scope })];
    expect(report([exchange([failure()])], { waivers }).findings.map(({ rule }) => rule)).toEqual([
      "body/unknown-property",
      "waiver/unknown-name",
    ]);
  });

  it("accepts the findings of a type by the type's name", () => {
    const judgement = page([failure()], { subject: { kind: "type", id: "microsoft.graph.run" } });
    const waivers = [waiver({ rule: "body/unknown-property", scope: "microsoft.graph.run" })];
    expect(report([judgement], { waivers }).findings).toEqual([]);
  });

  it("accepts nothing of another rule in its scope", () => {
    const waivers = [waiver({ rule: "body/type", scope: "*" })];
    expect(report([exchange([failure()])], { waivers }).findings.map(({ rule }) => rule)).toEqual([
      "body/unknown-property",
      "waiver/unused",
    ]);
  });

  it("is shown first in file order where two accept the same finding, and both are used", () => {
    const waivers = [
      waiver({ rule: "body/unknown-property", scope: "*", owner: "first" }),
      waiver({ fingerprint, owner: "second" }),
    ];
    const made = report([exchange([failure()])], { waivers });
    expect(made.findings).toEqual([]);
    expect(made.waived.map((each) => each.waiver.owner)).toEqual(["first"]);
  });
});

describe("a waiver and the source of a finding", () => {
  const both = [exchange([failure()]), answered([failure()])];
  const sourcesOf = (list: readonly { rule: string; source: string }[]) =>
    list.map(({ rule, source }) => `${source} ${rule}`);

  it("accepts those of the documentation unless it says another: no service hides behind a page", () => {
    const made = report(both, { waivers: [waiver({ fingerprint })] });
    expect(sourcesOf(made.waived)).toEqual(["documented body/unknown-property"]);
    expect(sourcesOf(made.findings)).toEqual(["mock body/unknown-property"]);
  });

  it("accepts those of the source it names, and no others", () => {
    const made = report(both, { waivers: [waiver({ fingerprint, source: "mock" })] });
    expect(sourcesOf(made.waived)).toEqual(["mock body/unknown-property"]);
    expect(sourcesOf(made.findings)).toEqual(["documented body/unknown-property"]);
  });

  it("holds for a rule and scope likewise", () => {
    const waivers = [waiver({ rule: "body/unknown-property", scope: "*" })];
    expect(sourcesOf(report(both, { waivers }).findings)).toEqual(["mock body/unknown-property"]);
  });

  it("is unused when only another source has such a finding, and says which", () => {
    const waivers = [waiver({ fingerprint })];
    const made = report([exchange([assertion()]), answered([failure()])], { waivers });
    expect(made.findings[1]).toMatchObject({
      rule: "waiver/unused",
      message: `the waiver for fingerprint "${fingerprint}" is for "documented", where there is no such finding; "mock" has one`,
      advice: 'to accept it there, write "source": "mock"',
    });
  });

  it("is not called unused by a run that did not judge its source", () => {
    const waivers = [waiver({ fingerprint, source: "mock" })];
    expect(report([exchange([assertion()])], { waivers }).findings).toEqual([]);
    expect(
      report([exchange([assertion()]), answered([])], { waivers }).findings.map(({ rule }) => rule),
    ).toEqual(["waiver/unused"]);
  });
});

describe("an expired waiver", () => {
  const expired = waiver({ fingerprint, expires: "2026-11-20" });

  it("no longer accepts its finding and is one itself, at its line", () => {
    const made = report([exchange([failure()])], { waivers: [expired] });
    expect(made.findings.map(({ rule }) => rule)).toEqual(["body/unknown-property", "waiver/expired"]);
    expect(made.findings[1]).toMatchObject({
      severity: "error",
      message: `the waiver for fingerprint "${fingerprint}" expired on 2026-11-20; it no longer accepts anything`,
      span: at(3, 5, 0, "waivers.json"),
      subject: { kind: "waiver", id: fingerprint },
      version: "v1.0",
      source: "documented",
      fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });

  it("is not also called unused when nothing needs it", () => {
    const made = report([exchange([])], { waivers: [expired] });
    expect(made.findings.map(({ rule }) => rule)).toEqual(["waiver/expired"]);
  });

  it("holds through its last day", () => {
    const waivers = [waiver({ fingerprint, expires: "2026-11-21" })];
    expect(report([exchange([failure()])], { waivers }).findings).toEqual([]);
  });

  it("leaves its finding to a waiver that still holds", () => {
    const waivers = [expired, waiver({ fingerprint })];
    const made = report([exchange([failure()])], { waivers });
    expect(made.findings.map(({ rule }) => rule)).toEqual(["waiver/expired"]);
    expect(made.waived.map((each) => each.waiver.expires)).toEqual(["2027-03-31"]);
  });
});

describe("an unused waiver", () => {
  it("is a finding that says what it was for", () => {
    const waivers = [waiver({ rule: "body/type", scope: "v1.0/run-*" })];
    expect(report([exchange([])], { waivers }).findings).toMatchObject([
      {
        rule: "waiver/unused",
        severity: "error",
        message: 'the waiver for "body/type" in "v1.0/run-*" accepts no finding of this run',
        span: at(3, 5, 0, "waivers.json"),
        subject: { kind: "waiver", id: "body/type v1.0/run-*" },
      },
    ]);
  });

  it("has a fingerprint that does not depend on its line", () => {
    const at = (line: number) =>
      report([exchange([])], {
        waivers: [waiver({ fingerprint, location: { file: "waivers.json", line, column: 1 } })],
      }).findings.map((finding) => finding.fingerprint);
    expect(at(3)).toEqual(at(90));
  });

  it("makes the run not conformant, whatever severity the run fails on", () => {
    expect(report([exchange([])], { waivers: [waiver({ fingerprint })] }).summary.verdict).toBe(
      "not conformant",
    );
  });
});

describe("a waiver that names what is not there", () => {
  const found = (given: Parameters<typeof waiver>[0], judgements = [exchange([failure()])]) =>
    report(judgements, { waivers: [waiver(given)] }).findings.flatMap(({ rule, message, advice }) =>
      rule.startsWith("waiver/") ? [`${rule}: ${message}; ${advice}`] : [],
    );

  it("says so of its rule, with the one that is meant", () => {
    expect(found({ rule: "body/tpye", scope: "*" })).toEqual([
      'waiver/unknown-name: the waiver is for "body/tpye", and there is no such rule; did you mean "body/type"?',
    ]);
    expect(found({ rule: "no/such-thing", scope: "*" })).toEqual([
      'waiver/unknown-name: the waiver is for "no/such-thing", and there is no such rule; correct what it names, or remove it',
    ]);
  });

  it("says so of its rule whether or not its source was judged, and once where it is expired", () => {
    expect(found({ rule: "body/tpye", scope: "*", source: "tenant" })).toHaveLength(1);
    expect(found({ rule: "body/tpye", scope: "*", expires: "2026-11-20" })).toEqual([
      expect.stringContaining("waiver/expired"),
    ]);
  });

  it("says so of its scope, with the one that is meant", () => {
    expect(found({ rule: "body/type", scope: "run-list.md" })).toEqual([
      'waiver/unknown-name: the waiver for "body/type" in "run-list.md" is for nothing: no page, operation or type of this run is called "run-list.md"; did you mean "run-list"?',
    ]);
    expect(found({ rule: "body/type", scope: "lamp-*" })).toEqual([
      'waiver/unknown-name: the waiver for "body/type" in "lamp-*" is for nothing: no page, operation or type of this run fits "lamp-*"; correct what it names, or remove it',
    ]);
  });

  it("is unused, and no more, where all that it names is there", () => {
    expect(found({ rule: "body/type", scope: "run-*" })).toEqual([expect.stringContaining("waiver/unused")]);
  });

  it("says nothing of a scope that may be on a page which was not judged", () => {
    const unjudged = report([exchange([failure()])], {
      waivers: [waiver({ rule: "body/type", scope: "lamp-*" })],
      unjudged: "unknown",
    });
    expect(unjudged.findings.map(({ rule }) => rule)).toEqual(["body/unknown-property"]);
  });
});
