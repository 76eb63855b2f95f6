import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../../src/report/markdown.ts";
import { escapeMarkdown } from "../../../src/report/markdown-table.ts";
import { answered, assertion, exchange, failure, report, waiver } from "../../support/hand-made.ts";
import { hostile } from "../../support/hostile.ts";

const markdown = new MarkdownIt({ html: true, linkify: false });

describe("the Markdown summary", () => {
  it("says the verdict, the findings, what is waived and the systems", () => {
    const judgements = [exchange([assertion(), failure(), failure({ rule: "body/type", pointer: "/x" })])];
    const text = renderMarkdown(report(judgements, { waivers: [waiver({ rule: "body/type", scope: "*" })] }));
    expect(text).toBe(
      [
        "<!-- graph-conformance report -->",
        "",
        "## ❌ not conformant: 1 error, 1 waived",
        "",
        "0 pages, 1 operation, 1 example; assertions: 1 failed, 1 waived, 1 passed.",
        "",
        "### Findings",
        "",
        "| Severity | Rule | Where | Message |",
        "| --- | --- | --- | --- |",
        '| error | body/unknown-property | docs/v1.0/api/run-list.md:27:7 | "totalTasksCount" is not a property of run; did the page mean "totalTasksCounts"? |',
        "",
        "### Waived",
        "",
        "| Rule | Where | Reason | Owner | Until |",
        "| --- | --- | --- | --- | --- |",
        "| body/type | docs/v1.0/api/run-list.md:27:7 | The page is being rewritten | identity-docs | 2027-03-31 |",
        "",
        "### Systems",
        "",
        "| System | Source | Verdict | Assertions |",
        "| --- | --- | --- | --- |",
        "| run-list (v1.0) | documented | ❌ not conformant | 1 failed, 1 waived, 1 passed |",
        "",
      ].join("\n"),
    );
  });

  it("names the source of a service's findings, and says who is right in a disagreement", () => {
    const text = renderMarkdown(
      report([
        exchange([failure()]),
        answered([assertion({ rule: "body/unknown-property" }), failure({ rule: "body/type" })]),
      ]),
    );
    expect(text).toContain("| error | body/type (mock) | docs/v1.0/api/run-list.md:12:1 |");
    expect(text).toContain("| error | body/unknown-property | docs/v1.0/api/run-list.md:27:7 |");
    expect(text).toContain(
      '| mock is right | body/unknown-property | docs/v1.0/api/run-list.md:27:7 | The documentation has "totalTasksCount"; the mock',
    );
    expect(text).toContain('did the page mean "totalTasksCounts"? (in 1 example) |');
  });

  it("leaves out the tables that would be empty", () => {
    const text = renderMarkdown(report([exchange([assertion()])]));
    expect(text).toContain("## ✅ conformant");
    expect(text).not.toContain("### Findings");
    expect(text).not.toContain("### Waived");
    expect(text).not.toContain("### Disagreements");
  });

  it("keeps hostile text in one cell, as text", () => {
    const text = renderMarkdown(report([exchange([failure({ message: hostile })])]));
    const html = markdown.render(text);
    expect(html.match(/<tr>/g)).toHaveLength(4);
    expect(html).not.toMatch(/<(?:img|script|svg|code|em|strong|a|b|s)\b/);
    expect(html).toContain("a | b `code` *bold* _em_ [link]");
  });

  it("breaks up what GitHub would link by itself", () => {
    expect(escapeMarkdown("@octocat https://evil.example www.evil.example")).toBe(
      "@<!-- -->octocat https:<!-- -->//evil.example www<!-- -->.evil.example",
    );
    expect(escapeMarkdown("a at b: c")).toBe("a at b: c");
  });

  it("counts the findings that are too many to list", () => {
    const many = Array.from({ length: 130 }, (_, index) =>
      failure({ pointer: `/${index}`, cause: { ...failure().cause, id: `${index}`, sentence: `${index}` } }),
    );
    const text = renderMarkdown(report([exchange(many)]));
    expect(text.match(/^\| error /gm)).toHaveLength(100);
    expect(text).toContain("… and 30 more in the report.");
  });
});
