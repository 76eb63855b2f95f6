import { describe, expect, it } from "vitest";
import { renderTerminal } from "../../../src/report/terminal.ts";
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
  it("says the verdict first, then the findings by file, the counts and the report's path", () => {
    const judgements = [
      exchange([
        assertion(),
        failure(),
        failure({
          rule: "body/type",
          severity: "warning",
          span: at(5, 12),
          message: "no",
          advice: "yes",
        }),
        notVerified(),
      ]),
    ];
    expect(renderTerminal(report(judgements), { colour: false, reportPath: "reports/index.html" })).toBe(
      [
        "✗ not conformant: 1 error, 1 warning, 1 not verified",
        "",
        file,
        "  5:12  warning  body/type              no",
        "                                        hint: yes",
        '  27:7  error    body/unknown-property  "totalTasksCount" is not a property of run; did the page mean "totalTasksCounts"?',
        "",
        "Findings     1 error, 1 warning, 0 info",
        "Assertions   2 failed, 1 not verified, 1 passed",
        "Not verified placeholder 1",
        "Judged       0 pages, 1 operation, 1 example",
        "Report       reports/index.html",
        "",
      ].join("\n"),
    );
  });

  it("names the source of a service's findings, the counts of each source, and who is right in each disagreement", () => {
    const judgements = [
      exchange([failure(), assertion()]),
      answered([
        assertion({ rule: "body/unknown-property" }),
        failure({ rule: "body/range", message: "no", meant: "no" }),
      ]),
    ];
    const text = renderTerminal(
      report(judgements, { waivers: [waiver({ rule: "body/unknown-property", scope: "*" })] }),
      {
        colour: false,
      },
    );
    expect(text).toBe(
      [
        "✗ not conformant: 1 error, 1 waived",
        "",
        file,
        "  12:1  error    body/range  mock: no",
        "",
        "Disagreements",
        `  mock is right  ${file}:27 body/unknown-property, in 1 example`,
        '    The documentation has "totalTasksCount"; the mock, asked the same, has "totalTasksCounts". The mock keeps the contract: "totalTasksCount" is not a property of run; did the page mean "totalTasksCounts"?',
        "",
        "Findings     1 error, 0 warnings, 0 info",
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

  it("says once what many answers of a service have at the same place, and how often", () => {
    const same = () => answered([failure({ message: "no" }), failure({ message: "no", pointer: "/2" })]);
    const text = renderTerminal(report([same(), same(), answered([failure({ message: "other" })])]), {
      colour: false,
      limit: 1,
    });
    expect(text).toContain("mock: no (4 times)\n");
    expect(text).toContain("\n… and 1 more in the report\n");
    expect(text).toContain("Findings     5 errors");
    const documented = exchange([failure({ message: "no" }), failure({ message: "no", pointer: "/2" })]);
    expect(renderTerminal(report([documented]), { colour: false })).not.toContain("times");
  });

  it("lists findings up to a limit and counts the rest", () => {
    const many = Array.from({ length: 5 }, (_, index) => failure({ pointer: `/${index}` }));
    const text = renderTerminal(report([exchange(many)]), { colour: false, limit: 2 });
    expect(text.match(/did the page mean/g)).toHaveLength(2);
    expect(text).toContain("… and 3 more in the report");
    expect(text).toContain("Findings     5 errors, 0 warnings, 0 info");
  });

  it("is the same for the same report", () => {
    const made = () =>
      report([exchange([failure(), notVerified()])], { waivers: [waiver({ rule: "a/b", scope: "c" })] });
    expect(renderTerminal(made(), { colour: true })).toBe(renderTerminal(made(), { colour: true }));
  });
});
