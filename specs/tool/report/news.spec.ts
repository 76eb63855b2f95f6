import { describe, expect, it } from "vitest";
import { renderHtml } from "../../../src/report/html/render-html.ts";
import { renderMarkdown } from "../../../src/report/markdown.ts";
import { apart, newsOf } from "../../../src/report/news.ts";
import { renderTerminal } from "../../../src/report/terminal/render-terminal.ts";
import { answered, assertion, exchange, failure, report } from "../../support/hand-made.ts";

const newer = (message: string) => failure({ severity: "info", message, meant: "" });
const left = failure({
  rule: "body/missing-property",
  severity: "info",
  message: "x did not come",
  meant: "",
});
const live = { source: "tenant" as const };
/** One finding, and two names that are newer, one of them twice. */
const gated = report([
  answered([newer("a is new"), newer("b is new"), assertion()], live),
  answered([newer("a is new"), left, failure({ rule: "body/type", message: "no", meant: "" })], live),
  answered([assertion({ rule: "body/null", status: "not-applicable" })], live),
]);

describe("what a live service has beyond the pages", () => {
  it("is an info of some rules, from a live service alone", () => {
    const { findings } = gated;
    expect(findings.map(newsOf).filter((news) => news !== undefined)).toHaveLength(4);
    const [one] = findings.filter((finding) => newsOf(finding) === "newer");
    if (!one) throw new Error("there is one");
    expect(newsOf({ ...one, source: "recorded" })).toBe("newer");
    expect(newsOf({ ...one, source: "documented" })).toBeUndefined();
    expect(newsOf({ ...one, severity: "error" })).toBeUndefined();
    expect(newsOf({ ...one, rule: "http/status" })).toBeUndefined();
  });

  it("stands apart from the findings, each once, before what is left out", () => {
    const { findings, news } = apart(gated.findings);
    expect(findings.map(({ message }) => message)).toEqual(["no"]);
    expect(news.map(({ news: what, first, times }) => [what, first.message, times])).toEqual([
      ["newer", "a is new", 2],
      ["newer", "b is new", 1],
      ["left out", "x did not come", 1],
    ]);
  });

  it("is counted apart in the terminal, in Markdown, in HTML and in the summary", () => {
    expect(gated.summary.news).toEqual({ newer: 3, leftOut: 1 });
    const terminal = renderTerminal(gated, { colour: false });
    expect(terminal).toContain("\nFindings     1 error, 0 warnings, 4 info\n");
    expect(terminal).toContain(
      "\nOf the info  3 newer than the pages, 1 left out by the service; --verbose names them\n",
    );
    expect(terminal).toContain("\nAssertions   1 failed, 4 info, 1 passed, 1 not applicable\n");
    expect(terminal).not.toContain("a is new");
    const verbose = renderTerminal(gated, { colour: false, verbose: true });
    expect(verbose).toContain(
      "\nNews, which breaks nothing\n  body/unknown-property  tenant: a is new (2 times)\n",
    );
    const markdown = renderMarkdown(gated);
    expect(markdown).toContain(
      "### News, which breaks nothing: 3 newer than the pages, 1 left out by the service",
    );
    expect(markdown).toContain("| newer | body/unknown-property | 2 | a is new |");
    expect(markdown).toContain("1 failed, 4 info, 1 passed, 1 not applicable |");
    const html = renderHtml(gated);
    expect(html).toContain("<dt>Failed</dt><dd>1</dd>");
    expect(html).toContain("<dt>Info</dt><dd>4</dd>");
    expect(html).toContain('<h3>Newer than the pages <span class="count">3</span></h3>');
    expect(html).toContain('<h3>Left out by the service <span class="count">1</span></h3>');
    expect(html.match(/ id="f-[^"]+"/g)).toHaveLength(5);
  });

  it("is nothing of documentation, whose infos are findings as before", () => {
    const documented = report([exchange([newer("a is new")])]);
    expect(documented.summary.news).toBeUndefined();
    expect(renderTerminal(documented, { colour: false })).not.toMatch(/News|Of the info/);
    expect(renderMarkdown(documented)).not.toContain("News");
    expect(renderHtml(documented)).not.toContain("Newer than the pages");
  });
});

describe("a rule that had nothing to judge", () => {
  it("is named with why, after a live service was judged", () => {
    const why = "nothing is said never to be null";
    expect(renderTerminal(gated, { colour: false })).toContain(`\nNo occasion  body/null: ${why}\nJudged`);
    expect(renderMarkdown(gated)).toContain(`| body/null | ${why} |`);
    expect(renderHtml(gated)).toContain(`<code>body/null</code>: ${why}`);
    expect(gated.rules.flatMap(({ id, idle }) => (idle === undefined ? [] : id))).toEqual(["body/null"]);
  });

  it("is none that judged on one source, nor shown of documentation", () => {
    const idle = assertion({ rule: "body/null", status: "not-applicable" });
    const judged = report([answered([idle], live), answered([assertion({ rule: "body/null" })], live)]);
    expect(judged.rules.find(({ id }) => id === "body/null")?.idle).toBeUndefined();
    expect(renderTerminal(report([exchange([idle])]), { colour: false })).not.toContain("No occasion");
  });
});

describe("what was judged", () => {
  it("is no page and no example where a service alone was", () => {
    const judged = (given: typeof gated) =>
      /^Judged +(.*)$/m.exec(renderTerminal(given, { colour: false }))?.[1];
    expect(judged(gated)).toBe("1 operation, 2 of 3 tenant exchanges");
    expect(judged(report([exchange([assertion()]), answered([assertion()], live)]))).toBe(
      "0 pages, 1 operation, 1 example, 1 tenant exchange",
    );
  });
});
