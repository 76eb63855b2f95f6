import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { emptyBaseline } from "../../../src/report/baseline/baseline.ts";
import { nextBaseline } from "../../../src/report/baseline/write-baseline.ts";
import { formatNames } from "../../../src/report/formats.ts";
import { renderGithub } from "../../../src/report/github.ts";
import { renderSarif } from "../../../src/report/sarif.ts";
import { sarifText } from "../../../src/report/sarif-log.ts";
import { renderTerminal } from "../../../src/report/terminal/render-terminal.ts";
import type { Failed } from "../../../src/rules/assertion.ts";
import { formText } from "../../support/form-text.ts";
import {
  answered,
  assertion,
  exchange,
  failure,
  notVerified,
  page,
  report,
  waiver,
} from "../../support/hand-made.ts";
import { hostile } from "../../support/hostile.ts";

const rules = ["body/unknown-property", "body/type", "body/format", "http/status"].map((id) => ({
  id,
  promise: "",
  page: "",
}));

/** A failure of a cause of its own, or of one that is named. */
function flaw(name: string, given: Partial<Failed> = {}, cause = name): Failed {
  const sentence = `cause ${cause}`;
  return failure({
    fingerprint: `print-${name}`,
    pointer: `/value/0/${name}`,
    message: sentence,
    cause: { id: cause, span: failure().span, sentence },
    ...given,
  });
}

const wasKnown = flaw("known");
const wasFixed = flaw("fixed", { rule: "body/type" });
const earlier = [exchange([wasKnown, wasFixed])];

/** Everything that there is: each severity, each source, several findings of one cause, waived, known, fixed, unknown. */
const made = report(
  [
    page([flaw("a", { rule: "http/status" }), assertion({ rule: "body/type" })]),
    exchange([
      wasKnown,
      assertion({ rule: "body/type" }),
      flaw("b"),
      flaw("c", { severity: "warning" }),
      flaw("d", { severity: "warning" }),
      flaw("e", { severity: "info" }),
      flaw("f1", {}, "f"),
      flaw("f2", {}, "f"),
      flaw("f3", {}, "f"),
      flaw("w", { rule: "body/format" }),
      notVerified(),
      assertion({ rule: "http/status", status: "not-applicable" }),
    ]),
    answered([flaw("m"), assertion({ rule: "body/type" })]),
  ],
  {
    rules,
    waivers: [waiver({ rule: "body/format", scope: "*" })],
    baseline: {
      file: "base.json",
      known: nextBaseline(
        report(earlier, { rules, baseline: { file: "base.json", known: emptyBaseline, update: true } }),
        emptyBaseline,
      ),
    },
  },
);

/** How often a cause is told that stands for several. */
function timesIn(text: string, lines: RegExp): number {
  return [...text.matchAll(lines)].reduce(
    (sum, [line]) => sum + Number(/(\d+) times/.exec(line)?.[1] ?? 1),
    0,
  );
}

describe("all formats", () => {
  const fresh = { error: 6, warning: 2, info: 1 };
  const [known, waived, fixed, open] = [1, 1, 1, 1];

  it("are held against a report with everything in it", () => {
    const { summary, baseline } = made;
    expect(summary.findings).toEqual({ ...fresh, error: fresh.error + known });
    expect(baseline).toMatchObject({ new: 9, known });
    expect([made.waived.length, baseline?.fixed.length, summary.assertions.notVerified]).toEqual([
      waived,
      fixed,
      open,
    ]);
  });

  it("count the same in JSON, SARIF and JUnit", () => {
    const json = JSON.parse(formText("json", made));
    expect(json.findings.filter(({ baseline }: { baseline?: string }) => baseline === "new")).toHaveLength(9);
    const [{ results, properties }] = JSON.parse(formText("sarif", made)).runs;
    const count = (state: string, level?: string) =>
      results.filter(
        (each: { baselineState?: string; level: string }) =>
          each.baselineState === state && (level ?? each.level) === each.level,
      ).length;
    expect([count("new", "error"), count("new", "warning"), count("new", "note")]).toEqual(
      Object.values(fresh),
    );
    expect(count("unchanged")).toBe(known);
    expect(results).toHaveLength(9 + known);
    expect(properties.waived).toMatchObject([{ results: waived }]);
    expect(properties.baseline).toContain(`${fixed} fixed`);
    const junit = formText("junit", made);
    const property = (name: string) =>
      [...junit.matchAll(new RegExp(`<property name="${name}" value="(\\d+)"`, "g"))].reduce(
        (sum, [, value]) => sum + Number(value),
        0,
      );
    expect([property("errors"), property("warnings"), property("infos")]).toEqual(Object.values(fresh));
    expect([property("known"), property("waived"), property("notVerified")]).toEqual([known, waived, open]);
    expect(junit.match(/name="fixed: /g)).toHaveLength(fixed);
    expect(property("passed")).toBe(made.summary.assertions.pass);
  });

  it("tell as many findings by cause in Markdown, in a comment and in annotations", () => {
    for (const name of ["markdown", "comment"] as const) {
      const [, table = ""] = formText(name, made).split("| Severity | Rule | Where | Message |");
      expect(timesIn(table.split("\n\n")[0] ?? "", /^\| (?:error|warning|info) .*$/gm), name).toBe(9);
    }
    expect(timesIn(formText("github", made), /^::(?:error|warning|notice) file=.*$/gm)).toBe(9);
  });

  it("have each finding in HTML, and the counts in the badge and the terminal", () => {
    expect(formText("html", made).match(/ id="f-[^"]+"/g)).toHaveLength(9 + known + waived);
    expect(formText("badge", made)).toContain(
      "not conformant, 6 new errors, 2 new warnings, 1 known, 1 waived, 1 not verified",
    );
    expect(renderTerminal(made, { colour: false })).toContain("9 new, 1 known, 1 fixed");
  });

  it("show no hostile text as anything else, nor half of it, however long or deep it is", () => {
    const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    const long = "x".repeat(1_000_000);
    for (const text of [hostile, deep, long]) {
      const evil = flaw(text, { message: text, meant: text, advice: text, rule: "body/type" });
      const response = {
        text: `HTTP/1.1 200 OK\n\n${text}`,
        location: { file: "a.md", line: 20, column: 1 },
      };
      const hostileReport = report([exchange([evil], { title: text, response })], { rules });
      for (const name of formatNames) {
        const said = formText(name, hostileReport);
        expect(said.length, name).toBeGreaterThan(100);
        // The others are no markup, and hold it as it is.
        const isMarkup = name !== "json" && name !== "sarif" && name !== "github";
        if (text === hostile && isMarkup) expect(said, name).not.toMatch(/<(?:img|b|x)\b/);
      }
      expect(formText("comment", hostileReport).length).toBeLessThan(65_536);
    }
  });
});

describe("a comment on a pull request", () => {
  const many = report(
    [exchange(Array.from({ length: 400 }, (_, number) => flaw(`${number} ${"long ".repeat(100)}`)))],
    { rules },
  );

  it("begins with a line that is the same each time", () => {
    expect(formText("comment", made)).toMatch(/^<!-- graph-conformance documented mock -->\n/);
    expect(formText("comment", many)).toMatch(/^<!-- graph-conformance documented -->\n/);
  });

  it("is no longer than GitHub takes, and says how many causes are left", () => {
    const text = formText("comment", many);
    expect(text.length).toBeLessThan(65_536);
    const rows = text.match(/^\| error /gm)?.length ?? 0;
    expect(rows).toBeGreaterThan(50);
    expect(text).toContain(`… and ${400 - rows} more causes, in the report.`);
  });

  it("lists what was fixed, folded, below what is new, and no more than a few", () => {
    const text = formText("comment", made);
    expect(text).toContain("<details><summary>1 fixed</summary>\n\n- body/type · ");
    expect(text.indexOf("<details>")).toBeGreaterThan(text.indexOf("| error |"));
    expect(formText("comment", many)).not.toContain("<details>");
    const gone = ["short", "long ".repeat(500)].map((message) => {
      const all = [exchange(Array.from({ length: 50 }, (_, number) => flaw(`${number} ${message}`)))];
      const empty = { file: "base.json", known: emptyBaseline };
      const known = nextBaseline(report(all, { rules, baseline: { ...empty, update: true } }), emptyBaseline);
      const now = report([exchange([assertion({ rule: "body/unknown-property" })])], {
        rules,
        baseline: { ...empty, known },
      });
      expect(now.baseline?.fixed).toHaveLength(50);
      return formText("comment", now);
    });
    const [few = "", long = ""] = gone;
    expect(few).toContain("Nothing is new.");
    expect(few.match(/^- body\/unknown-property/gm)).toHaveLength(20);
    expect(few).toContain("- … and 30 more, in the report");
    expect(long.length).toBeLessThan(12_000);
    expect(long).toMatch(/- … and 4[5-9] more, in the report/);
  });

  it("says so where nothing is new", () => {
    expect(formText("comment", report([exchange([assertion()])], { rules }))).toContain("Nothing was found.");
  });
});

describe("a badge", () => {
  it("is green only where nothing was waived and all was verified", () => {
    const green = "#17663a";
    expect(formText("badge", report([exchange([assertion()])]))).toContain(green);
    expect(formText("badge", report([exchange([assertion(), notVerified()])]))).not.toContain(green);
    const accepted = { waivers: [waiver({ rule: "body/unknown-property", scope: "*" })] };
    expect(formText("badge", report([exchange([assertion(), failure()])], accepted))).not.toContain(green);
    expect(formText("badge", made)).not.toContain(green);
  });

  it("counts in the words of all others: one error, and what is new beside a baseline", () => {
    const said = (...held: Parameters<typeof report>) => formText("badge", report(...held));
    expect(said([exchange([failure()])])).toContain(': not conformant, 1 error"');
    const baseline = { file: "base.json", known: emptyBaseline };
    expect(said([exchange([failure()])], { baseline })).toContain(': not conformant, 1 new error"');
  });

  it("says in its title what it shows", () => {
    const svg = formText("badge", made);
    const [, title] = /<title>(.*)<\/title>/.exec(svg) ?? [];
    expect(svg).toContain(`aria-label="${title}"`);
    expect(title).toContain("not conformant");
  });
});

describe("places in a repository", () => {
  const inRepository = (file: string) => `below/${file}`;

  it("are what SARIF and annotations name", () => {
    expect(renderGithub(made, { inRepository })).toContain("::error file=below/docs/v1.0/api/run-list.md,");
    const [{ results, originalUriBaseIds }] = JSON.parse(renderSarif(made, { inRepository })).runs;
    expect(results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: "below/docs/v1.0/api/run-list.md",
      uriBaseId: "%SRCROOT%",
    });
    expect(originalUriBaseIds).toHaveProperty("%SRCROOT%");
  });

  it("are those of the gravest first", () => {
    const infos = Array.from({ length: 3 }, (_, number) => flaw(`${number}`, { severity: "info" }));
    const [{ results, invocations }] = JSON.parse(
      renderSarif(report([exchange([...infos, flaw("grave")])], { rules })),
    ).runs;
    expect(results.map(({ level }: { level: string }) => level)).toEqual(["error", "note", "note", "note"]);
    expect(invocations).toBeUndefined();
  });
});

describe("what code scanning takes", () => {
  const [{ tool }] = JSON.parse(renderSarif(made)).runs;
  const run = (count: number, text: (number: number) => string) => ({
    tool: { name: tool.driver.name, version: tool.driver.semanticVersion },
    rules: [],
    results: Array.from({ length: count }, (_, number) => ({ message: { text: text(number) } })),
    waived: [],
    properties: {},
  });
  const said = (...given: Parameters<typeof sarifText>) => {
    const [{ results, invocations }] = JSON.parse(sarifText(...given)).runs;
    const told = invocations?.[0].toolExecutionNotifications ?? [];
    return {
      results: results.map(({ message }: { message: { text: string } }) => message.text),
      told: told.map(({ message }: { message: { text: string } }) => message.text),
    };
  };
  const limits = { taken: 5, shown: 3, gzipBytes: 1_000_000 };

  it("is kept, the mildest are left out, and both are said", () => {
    expect(said(run(7, String), limits)).toEqual({
      results: ["0", "1", "2", "3", "4"],
      told: [
        "2 of 7 results are left out, the mildest: code scanning takes no more",
        "code scanning shows 3 of these 5 results, the gravest",
      ],
    });
  });

  it("is said, too, where all is taken and not all is shown", () => {
    expect(said(run(4, String), limits).told).toEqual([
      "code scanning shows 3 of these 4 results, the gravest",
    ]);
    expect(said(run(3, String), limits).told).toEqual([]);
    expect(said(run(5_001, String)).told).toHaveLength(1);
    const { results, told } = said(run(25_001, String));
    expect([results.length, told.length]).toEqual([25_000, 2]);
  });

  it("is no more than may be uploaded", () => {
    const noise = (number: number) =>
      Array.from({ length: 40 }, (_, at) =>
        createHash("sha256").update(`${number} ${at}`).digest("hex"),
      ).join();
    const small = { taken: 1_000, shown: 1_000, gzipBytes: 20_000 };
    const text = sarifText(run(100, noise), small);
    expect(gzipSync(text).length).toBeLessThanOrEqual(small.gzipBytes);
    const { results, told } = said(run(100, noise), small);
    expect(results.length).toBeGreaterThan(5);
    expect(results[0]).toBe(noise(0));
    expect(told).toEqual([
      `${100 - results.length} of 100 results are left out, the mildest: code scanning takes no more`,
    ]);
  });
});
