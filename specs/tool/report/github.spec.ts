import { describe, expect, it } from "vitest";
import { renderGithub } from "../../../src/report/github.ts";
import { answered, assertion, at, exchange, failure, report } from "../../support/hand-made.ts";

const lines = (text: string) => text.trimEnd().split("\n");

describe("annotations for GitHub", () => {
  it("are an error at its file, line and column, titled by its rule, and the verdict", () => {
    const judgements = [exchange([assertion(), failure({ meant: "totalTasksCounts" })])];
    expect(lines(renderGithub(report(judgements)))).toEqual([
      '::error file=docs/v1.0/api/run-list.md,line=27,endLine=27,col=7,endColumn=24,title=body/unknown-property::"totalTasksCount" is not a property of run; did the page mean "totalTasksCounts"?',
      "::notice title=graph-conformance::not conformant: 1 error",
    ]);
  });

  it("are of the kind that the severity has, and name the source of a service's findings", () => {
    const mild = answered([failure({ severity: "info", message: "news", meant: "other" })]);
    const text = renderGithub(report([mild, exchange([failure({ severity: "warning" })])]));
    expect(lines(text).map((line) => line.split(" ")[0])).toEqual(["::warning", "::notice", "::notice"]);
    expect(text).toContain("::mock: news (hint: other)\n");
  });

  it("cannot be ended, continued or faked by what a file or an answer holds", () => {
    const span = at(1, 1, 1, "docs/a,b:c%.md");
    const message = "100 % of\n::error::faked\r\n\u001b[31mred";
    const [line = "", verdict, ...others] = lines(
      renderGithub(report([exchange([failure({ span, message, meant: "x" })])])),
    );
    expect(line).toContain("file=docs/a%2Cb%3Ac%25.md,");
    expect(line).toMatch(/::100 %25 of ::error::faked \\u001b\[31mred \(hint: x\)$/);
    expect(verdict).toMatch(/^::notice title=graph-conformance::/);
    expect(others).toEqual([]);
  });

  it("are ten of a kind at most, the rest counted: GitHub drops it without a word", () => {
    const some = (count: number) =>
      exchange(
        Array.from({ length: count }, (_, index) =>
          failure({
            pointer: `/value/${index}`,
            cause: { ...failure().cause, id: `${index}`, sentence: `${index}` },
            message: `${index}`,
          }),
        ),
      );
    const eleven = lines(renderGithub(report([some(11)])));
    expect(eleven.filter((line) => line.startsWith("::error file="))).toHaveLength(9);
    expect(eleven).toContain("::error::and 2 more of error in the report");
    const ten = lines(renderGithub(report([some(10)])));
    expect(ten.filter((line) => line.startsWith("::error file="))).toHaveLength(10);
    expect(ten.join("\n")).not.toContain("more of");
  });

  it("leave room for the verdict, which is a notice, too", () => {
    const infos = Array.from({ length: 10 }, (_, index) =>
      failure({
        severity: "info",
        pointer: `/value/${index}`,
        cause: { ...failure().cause, id: `${index}`, sentence: `${index}` },
        message: `${index}`,
      }),
    );
    const notices = lines(renderGithub(report([exchange(infos)]))).filter((line) =>
      line.startsWith("::notice"),
    );
    expect(notices).toHaveLength(10);
    expect(notices.at(-2)).toBe("::notice::and 2 more of info in the report");
    expect(notices.at(-1)).toContain("title=graph-conformance::");
  });

  it("of a service say once what many of its answers have at the same place", () => {
    const answers = Array.from({ length: 12 }, () => answered([failure({ message: "no" })]));
    const errors = lines(renderGithub(report(answers))).filter((line) => line.startsWith("::error"));
    expect(errors).toEqual([expect.stringMatching(/::mock: no \(12 times\) \(hint/)]);
  });
});
