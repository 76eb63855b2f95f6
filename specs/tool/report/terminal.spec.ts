import { describe, expect, it } from "vitest";
import { renderTerminal } from "../../../src/report/terminal/render-terminal.ts";
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

describe("the terminal summary", () => {
  it("says the verdict first, then what is wrong, errors before warnings, the counts and the report's path", () => {
    const judgements = [
      exchange([
        assertion(),
        failure({
          rule: "body/type",
          severity: "warning",
          span: at(5, 12),
          message: "no",
          advice: "yes",
          cause: { id: "b", span: at(5, 12), sentence: "no" },
        }),
        failure(),
        notVerified(),
      ]),
    ];
    expect(renderTerminal(report(judgements), { colour: false, reportPath: "reports/index.html" })).toBe(
      [
        "✗ not conformant: 1 error, 1 warning, 1 not verified",
        "",
        "Errors",
        '  body/unknown-property  "totalTasksCount" is not a property of run; did the page mean "totalTasksCounts"?',
        `    ${file}:27:7`,
        "",
        "Warnings",
        "  body/type  no",
        "    hint: yes",
        `    ${file}:5:12`,
        "",
        "Findings     1 error, 1 warning, 0 info",
        "Assertions   2 failed, 1 not verified, 1 passed",
        "Not verified 1 placeholder: the example has a placeholder where a value should stand; write a value there",
        "Judged       0 pages, 1 operation, 1 example",
        "Report       reports/index.html",
        "",
      ].join("\n"),
    );
  });

  it("names the source of a service's findings, the counts of each source, and counts the disagreements", () => {
    const judgements = [
      exchange([failure(), assertion()]),
      answered([
        assertion({ rule: "body/unknown-property" }),
        failure({ rule: "body/range", message: "no", meant: "no" }),
      ]),
    ];
    const text = renderTerminal(
      report(judgements, { waivers: [waiver({ rule: "body/unknown-property", scope: "*" })] }),
      { colour: false },
    );
    expect(text).toBe(
      [
        "✗ not conformant: 1 error, 1 waived",
        "",
        "Errors",
        "  body/range  mock: no",
        `    ${file}:12:1`,
        "",
        "Findings     1 error, 0 warnings, 0 info",
        "Disagreement 1 between sources: mock is right in 1; the report tells why",
        "Waived       1 accepted, each for a reason that waivers.json says",
        "Assertions   1 failed, 1 waived, 2 passed",
        "Documented   ✓ 1 waived, 1 passed",
        "Mock         ✗ 1 failed, 1 passed",
        "Judged       0 pages, 1 operation, 1 example, 1 mock exchange",
        "",
      ].join("\n"),
    );
  });

  it("has another sign for conformant and for nothing verified", () => {
    const first = (text: string) => text.split("\n")[0];
    expect(first(renderTerminal(report([exchange([assertion()])]), { colour: false }))).toBe("✓ conformant");
    expect(first(renderTerminal(report([]), { colour: false }))).toBe("○ nothing verified");
  });

  it("uses colours only when asked", () => {
    const made = report([exchange([failure()])]);
    expect(renderTerminal(made, { colour: true })).toContain("\u001b[31m");
    expect(renderTerminal(made, { colour: false })).not.toContain("\u001b");
  });

  it("passes no control character of a page on to the terminal", () => {
    const judgements = [
      exchange([failure({ message: hostile, meant: hostile, span: at(1, 1, 0, `${hostile}.md`) })]),
    ];
    const text = renderTerminal(report(judgements), { colour: false, reportPath: hostile });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not come through.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(text).toContain("\\u001b[2J");
  });

  it("tells a cause once, with the first place and how far it reaches", () => {
    const row = { id: "row", span: at(9, 1), sentence: "the row is wrong" };
    const wrong = (example: string, message: string, page = file) =>
      failure({ example, message, meant: message, cause: row, span: at(1, 1, 0, page) });
    const text = renderTerminal(
      report([exchange([wrong("a", "one"), wrong("b", "other")]), exchange([wrong("c", "one", "z.md")])]),
      { colour: false },
    );
    expect(text).toContain(
      `\n  body/unknown-property  the row is wrong\n    ${file}:1:1, 3 times in 2 pages\n`,
    );
    expect(text).toContain("Findings     3 errors");
    const recorded = exchange([wrong("a", "a", "a.har"), wrong("b", "b", "b.har")], { source: "recorded" });
    const told = renderTerminal(report([recorded]), { colour: false });
    expect(told).toContain("a.har:1:1, 2 times in 2 files");
    const once = renderTerminal(report([exchange([wrong("a", "one")])]), { colour: false });
    expect(once).toContain(`  one\n    ${file}:1:1\n`);
    expect(once).not.toContain("times");
  });

  it("tells a screen of causes, the widest first, infos as a count, and all of them when asked", () => {
    const cause = (number: number) => ({ id: `cause ${number}`, span: at(1, 1), sentence: `no ${number}` });
    const many = Array.from({ length: 30 }, (_, number) =>
      failure({ message: `no ${number}`, pointer: `/${number}`, cause: cause(number) }),
    );
    const wide = [1, 2].map((line) => failure({ message: "wide", span: at(line, 1), cause: cause(31) }));
    const info = failure({ severity: "info", message: "mild", cause: cause(32) });
    const made = report([exchange([...many, ...wide, info])]);
    const text = renderTerminal(made, { colour: false });
    expect(text).toContain("Errors\n  body/unknown-property  wide\n");
    expect(text.match(/ {2}body\/unknown-property/g)).toHaveLength(20);
    expect(text).toContain("  … and 11 more; --verbose tells all, and the report\n");
    expect(text).toContain("Findings     32 errors, 0 warnings, 1 info; --verbose tells all\n");
    expect(text).not.toMatch(/mild|fingerprint/);
    const all = renderTerminal(made, { colour: false, verbose: true });
    expect(all.match(/ {2}body\/unknown-property/g)).toHaveLength(32);
    expect(all).toContain("mild");
    expect(all).not.toContain("--verbose");
    for (const { fingerprint } of made.findings) expect(all).toContain(fingerprint);
  });

  it("keeps to the width of the terminal, but for a place; in a pipe a sentence is one line", () => {
    const message = "word ".repeat(60).trim();
    const made = report([exchange([failure({ message, advice: message })])]);
    for (const columns of [60, 80, 200]) {
      const lines = renderTerminal(made, { colour: false, columns }).split("\n");
      expect(lines.filter((line) => line.length > columns && !line.includes(".md"))).toEqual([]);
    }
    expect(renderTerminal(made, { colour: false })).toContain(message);
  });

  it("is the same for the same report", () => {
    const made = () =>
      report([exchange([failure(), notVerified()])], { waivers: [waiver({ rule: "a/b", scope: "c" })] });
    expect(renderTerminal(made(), { colour: true })).toBe(renderTerminal(made(), { colour: true }));
  });
});
