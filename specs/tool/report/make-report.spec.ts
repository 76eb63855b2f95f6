import { describe, expect, it } from "vitest";
import { extentPhrases } from "../../../src/report/phrases.ts";
import { exitCode } from "../../../src/report/verdict.ts";
import {
  answered,
  assertion,
  at,
  cause,
  exchange,
  failure,
  file,
  notVerified,
  page,
  report,
  waiver,
} from "../../support/hand-made.ts";

describe("the verdict", () => {
  it("is conformant when everything judged passed", () => {
    const { summary } = report([exchange([assertion()])]);
    expect(summary.verdict).toBe("conformant");
    expect(summary.sentence).toBe("conformant");
  });

  it("is not conformant when one error is left", () => {
    const { summary } = report([exchange([assertion(), failure()])]);
    expect(summary.verdict).toBe("not conformant");
    expect(summary.sentence).toBe("not conformant: 1 error");
  });

  it("says what was waived and what was not verified", () => {
    const judgements = [exchange([assertion(), failure(), notVerified()])];
    const waivers = [waiver({ rule: "body/unknown-property", scope: "*" })];
    expect(report(judgements, { waivers }).summary.sentence).toBe(
      "conformant, 1 waived, except 1 not verified",
    );
    expect(report(judgements).summary.sentence).toBe("not conformant: 1 error, 1 not verified");
  });

  it("stays conformant with a finding below the limit, and says so", () => {
    const judgements = [exchange([failure({ severity: "warning" }), failure({ severity: "info" })])];
    expect(report(judgements).summary.sentence).toBe("conformant, 1 warning, 1 info");
    expect(report(judgements, { failOn: "warning" }).summary.sentence).toBe(
      "not conformant: 1 warning, 1 info",
    );
  });

  it("is nothing verified when all that applied was skipped", () => {
    const { summary } = report([exchange([notVerified(), assertion({ status: "not-applicable" })])]);
    expect(summary.verdict).toBe("nothing verified");
    expect(summary.sentence).toBe("nothing verified: 1 not verified");
  });

  it("is nothing verified over nothing at all", () => {
    expect(report([]).summary.sentence).toBe("nothing verified");
  });

  it("is conformant when what was verified is waived", () => {
    const waivers = [waiver({ rule: "body/unknown-property", scope: "run-list" })];
    expect(report([exchange([failure()])], { waivers }).summary.sentence).toBe("conformant, 1 waived");
  });

  it("names a system of which no page was read", () => {
    const systems = [{ name: "Runs", pages: ["beta/run-list"] }];
    expect(report([exchange([assertion()])], { systems }).summary.sentence).toBe(
      "conformant, except 1 system not read",
    );
  });
});

describe("the exit code", () => {
  it("is 0 for conformant, with findings below the limit too", () => {
    expect(exitCode(report([exchange([assertion(), failure({ severity: "warning" })])]))).toBe(0);
  });

  it("is 1 for a finding at the limit", () => {
    const judgements = [exchange([failure({ severity: "warning" })])];
    expect(exitCode(report(judgements, { failOn: "warning" }))).toBe(1);
    expect(exitCode(report(judgements, { failOn: "info" }))).toBe(1);
  });

  it("is 1 when nothing was verified", () => {
    expect(exitCode(report([exchange([notVerified()])]))).toBe(1);
  });
});

describe("the counts", () => {
  it("count assertions by status, and pages, operations and exchanges", () => {
    const { summary } = report([
      page([assertion({ rule: "reference/dead-link" })]),
      page([assertion()], {
        file: "docs/v1.0/resources/run.md",
        subject: { kind: "type", id: "microsoft.graph.run" },
      }),
      exchange([assertion(), failure(), notVerified(), assertion({ status: "not-applicable" })]),
    ]);
    expect(summary.assertions).toEqual({ pass: 3, fail: 1, waived: 0, notVerified: 1, notApplicable: 1 });
    expect(summary.findings).toEqual({ error: 1, warning: 0, info: 0 });
    expect(summary).toMatchObject({ pages: 2, operations: 1, examples: 1 });
  });

  it("tell apart the pages that document nothing, and say so where there are any", () => {
    const notes = ["a.md", "b.md"].map((file) =>
      page([assertion()], { file, subject: { kind: "page", id: `v1.0/${file}` } }),
    );
    const { summary } = report([page([assertion()]), ...notes]);
    expect(summary).toMatchObject({ pages: 3, otherPages: 2 });
    expect(extentPhrases(summary)[0]).toBe("1 page and 2 files without an operation or a resource");
    const other = report([page([assertion()])]).summary;
    expect(other).not.toHaveProperty("otherPages");
    expect(extentPhrases(other)[0]).toBe("1 page");
  });

  it("count no file that could not be read, whoever accepts that, and any other page with that rule", () => {
    const unread = (status: "fail" | "waived" | "pass", file: string) =>
      page(
        [
          status === "pass"
            ? assertion({ rule: "page/unreadable" })
            : failure({ rule: "page/unreadable", status }),
        ],
        {
          file,
          subject: { kind: "page", id: `v1.0/${file}` },
        },
      );
    const { summary } = report([unread("fail", "a.md"), unread("waived", "b.md"), unread("pass", "c.md")]);
    expect(extentPhrases(summary)[0]).toBe("0 pages and 1 file without an operation or a resource");
  });

  it("count what a service was asked as exchanges of its source, not as further examples", () => {
    const { summary } = report([
      page([assertion()]),
      exchange([assertion(), failure({ severity: "warning" })]),
      answered([assertion()]),
      answered([failure()], { example: "plain" }),
    ]);
    expect(summary).toMatchObject({ pages: 1, operations: 1, examples: 1 });
    expect(
      summary.sources.map(({ source, verdict, findings, assertions, exchanges }) => [
        `${source}: ${verdict}`,
        findings.error,
        assertions.pass,
        exchanges,
      ]),
    ).toEqual([
      ["documented: conformant", 0, 2, 1],
      ["mock: not conformant", 1, 1, 2],
    ]);
  });

  it("count a finding about a waiver as failed, so that failed is the number of findings", () => {
    const made = report([exchange([failure()])], { waivers: [waiver({ fingerprint: "0123456789ab" })] });
    expect(made.summary.assertions.fail).toBe(2);
    expect(made.findings).toHaveLength(2);
  });
});

describe("the findings", () => {
  it("are the failed assertions themselves", () => {
    const made = report([exchange([assertion(), failure()])]);
    expect(made.findings).toHaveLength(1);
    expect(made.findings[0]).toBe(made.judgements[0]?.assertions[1]);
  });

  it("that a waiver accepts are the waived assertions themselves", () => {
    const waivers = [waiver({ rule: "body/unknown-property", scope: "*" })];
    const made = report([exchange([failure()])], { waivers });
    expect(made.findings).toEqual([]);
    expect(made.waived[0]).toBe(made.judgements[0]?.assertions[0]);
  });

  it("of a service point at the request on the page: its answer has no line there", () => {
    const made = report([answered([failure()])]);
    expect(made.findings.map(({ source, span }) => [source, span])).toEqual([["mock", at(12, 1)]]);
  });

  it("share the cause that the judge gave them", () => {
    const [finding] = report([exchange([failure({ cause: cause("unknown-property run/x") })])]).findings;
    expect(finding?.cause).toEqual(cause("unknown-property run/x"));
  });

  it("come by file, line, column and rule, whatever order the judge found them in", () => {
    const broken = (line: number, column: number, rule: string, in_ = file) =>
      failure({ rule, span: at(line, column, 0, in_) });
    const mixed = [
      broken(9, 1, "body/type", "docs/z.md"),
      broken(30, 1, "body/type"),
      broken(4, 9, "body/type"),
      broken(4, 2, "odata/next-link"),
      broken(4, 2, "body/type"),
    ];
    const places = (list: typeof mixed) =>
      report([exchange(list)]).findings.map(
        ({ span: { file, start }, rule }) => `${file}:${start.line}:${start.column} ${rule}`,
      );
    expect(places(mixed)).toEqual([
      `${file}:4:2 body/type`,
      `${file}:4:2 odata/next-link`,
      `${file}:4:9 body/type`,
      `${file}:30:1 body/type`,
      "docs/z.md:9:1 body/type",
    ]);
    expect(places([...mixed].reverse())).toEqual(places(mixed));
  });
});

describe("the judgements", () => {
  it("come by page, what it documents before what a service was asked", () => {
    const late = { location: { file, line: 90, column: 1 }, example: "late" };
    const made = report([answered([]), exchange([], late), answered([], late), page([]), exchange([])]);
    expect(made.judgements.map(({ kind, source, location }) => `${kind} ${source} ${location.line}`)).toEqual(
      [
        "page documented 1",
        "exchange documented 12",
        "exchange documented 90",
        "exchange mock 12",
        "exchange mock 90",
      ],
    );
  });
});

describe("the rules of a report", () => {
  it("are those that were applied, by id, and no others", () => {
    const made = report([exchange([failure(), assertion()])]);
    expect(made.rules.map(({ id }) => id)).toEqual(["body/type", "body/unknown-property"]);
  });

  it("say how often they came to what on each source", () => {
    const made = report([
      exchange([failure(), assertion()]),
      exchange([assertion({ status: "not-applicable" })]),
      answered([notVerified({ rule: "body/type" })]),
    ]);
    const none = { pass: 0, fail: 0, waived: 0, notVerified: 0, notApplicable: 0 };
    expect(made.rules.map(({ id, sources }) => ({ id, sources }))).toEqual([
      {
        id: "body/type",
        sources: [
          { source: "documented", assertions: { ...none, pass: 1, notApplicable: 1 } },
          { source: "mock", assertions: { ...none, notVerified: 1 } },
        ],
      },
      { id: "body/unknown-property", sources: [{ source: "documented", assertions: { ...none, fail: 1 } }] },
    ]);
  });

  it("hold the rules about waivers when there is a waiver file, be it empty", () => {
    const made = report([exchange([assertion()])], { waivers: [] });
    const own = ["waiver/expired", "waiver/unknown-name", "waiver/unused"];
    expect(made.rules.map(({ id }) => id)).toEqual(["body/type", ...own]);
  });
});

describe("the messages of a report", () => {
  const request = { text: "GET /runs", location: { file, line: 12, column: 1 } };

  it("are kept unless nobody asks for them", () => {
    const judgements = [{ ...exchange([failure()]), request }];
    expect(report(judgements).judgements[0]?.request).toEqual(request);
    const brief = report(judgements, { messages: false });
    expect(brief.judgements[0]).not.toHaveProperty("request");
    expect(brief.summary).toEqual(report(judgements).summary);
    expect(brief.findings).toEqual(report(judgements).findings);
  });
});
