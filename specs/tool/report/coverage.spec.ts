import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { htmlFiles, renderHtml } from "../../../src/report/html/render-html.ts";
import { jsonPieces } from "../../../src/report/json.ts";
import { renderMarkdown } from "../../../src/report/markdown.ts";
import type { Report } from "../../../src/report/report.ts";
import { renderTerminal } from "../../../src/report/terminal/render-terminal.ts";
import { exitCode } from "../../../src/report/verdict.ts";
import { answered, assertion, failure, report } from "../../support/hand-made.ts";
import { hostile } from "../../support/hostile.ts";

const ajv = new Ajv2020({ strict: true, strictRequired: false });
addFormats.default(ajv);
const isReport = ajv.compile(JSON.parse(readFileSync("schemas/report.schema.json", "utf8")));

type Coverage = NonNullable<Report["coverage"]>;

function coverage(operations: [number, number], properties: [number, number] = [9, 10]): Coverage {
  const share = ([verified, of]: [number, number]) => ({
    verified,
    of,
    missing: Array.from({ length: of - verified }, (_, index) => `GET /missing/${index}`),
  });
  return {
    operations: share(operations),
    examples: share([0, 0]),
    properties: share(properties),
    floor: 0.6,
  };
}

const passed = [answered([assertion()])];
const covered = (given: Coverage) => report(passed, { coverage: given });

describe("the floor of a gate", () => {
  it("lets through what reaches it exactly, and counts nothing where there is nothing", () => {
    const made = covered(coverage([9, 15]));
    expect(made.summary.verdict).toBe("conformant");
    expect(made.summary.sentence).toBe("conformant");
    expect(exitCode(made)).toBe(0);
  });

  it("makes too little a verdict of its own, which is no success and blames nobody", () => {
    const made = covered(coverage([8, 15], [1, 10]));
    expect(made.summary.verdict).toBe("too little verified");
    expect(made.summary.sentence).toBe(
      "too little verified; 8 of 15 operations verified, under the floor of 0.6; 1 of 10 properties verified, under the floor of 0.6",
    );
    expect(made.summary.findings).toEqual({ error: 0, warning: 0, info: 0 });
    expect(exitCode(made)).toBe(1);
  });

  it("hides no finding", () => {
    const made = report([answered([failure()])], { coverage: coverage([1, 15]) });
    expect(made.summary.verdict).toBe("not conformant");
    expect(made.summary.sentence).toBe(
      "not conformant: 1 error; 1 of 15 operations verified, under the floor of 0.6",
    );
  });

  it("is shown where people look, with the operations of which nothing was verified", () => {
    const made = covered(coverage([14, 15]));
    const line = "14 of 15 operations, 0 of 0 examples, 9 of 10 properties, floor 0.6";
    expect(renderTerminal(made, { colour: false })).toContain(
      `\nVerified     ${line}\nNothing of   GET /missing/0\n`,
    );
    expect(renderMarkdown(made)).toContain(`\nVerified: ${line}. Nothing of:\n\n- GET /missing/0\n`);
    const many = renderTerminal(covered(coverage([3, 15])), { colour: false });
    expect(many).toContain("\n             GET /missing/9\n             … and 2 more in the report\n");
    const page = renderHtml(made, { pathTo: (file) => file });
    expect(page).toContain(`Verified: ${line}.`);
    expect(page).toContain("<code>GET /missing/0</code>");
    const written = JSON.parse([...jsonPieces(made)].join(""));
    expect(written.coverage).toEqual(made.coverage);
    expect(isReport(written), JSON.stringify(isReport.errors)).toBe(true);
    expect(isReport({ ...written, coverage: { floor: 0.6 } })).toBe(false);
    expect(renderTerminal(report(passed), { colour: false })).not.toContain("Verified ");
  });
});

describe("a run that ended before its end", () => {
  const partial = "ended by a signal behind 3 of 9 parts of the plan";

  it("says so, and is no success even where all that it saw holds", () => {
    const made = report(passed, { partial, coverage: coverage([15, 15]) });
    expect(made.summary).toMatchObject({ verdict: "too little verified", partial });
    expect(made.summary.sentence).toBe(`too little verified; partial: ${partial}`);
    expect(exitCode(made)).toBe(2);
    expect(isReport(JSON.parse([...jsonPieces(made)].join("")))).toBe(true);
    for (const text of [renderTerminal(made, { colour: false }), renderMarkdown(made)])
      expect(text).toContain(partial);
  });

  it("keeps what it found", () => {
    const made = report([answered([failure()])], { partial });
    expect(made.summary.verdict).toBe("not conformant");
    expect(made.summary.sentence).toContain("; partial: ended by a signal");
    expect(report(passed).summary).not.toHaveProperty("partial");
  });

  it("has a section of the report, with all that is documented and was not seen", () => {
    const text = renderHtml(covered(coverage([3, 15], [9, 11])));
    const [header = "", rest = ""] = text.split('<section id="coverage"');
    expect(header).toContain("GET /missing/9");
    expect(header).not.toContain("GET /missing/10");
    expect(header).toContain('<a href="#coverage">2 more</a>');
    expect(header).toContain('<a href="#coverage">Not covered <span class="count">14</span></a>');
    expect(rest).toContain("Operations</th><td>20 %</td><td>3</td><td>15</td>");
    // Not rounded up, and nothing of nothing is not all.
    expect(rest).toContain("Properties</th><td>81 %</td>");
    expect(rest).toContain("Examples</th><td>none documented</td>");
    expect(rest).toMatch(/properties that never came with a value<\/span> <span class="count">2</);
    expect(rest.replaceAll("<wbr>", "")).toContain("<li><code>GET /missing/11</code></li>");
    expect(rest).not.toContain("Documented examples of which");
    expect(renderHtml(report(passed))).not.toContain('id="coverage"');
  });

  it("is told of many operations in a document of its own, whatever their names are", () => {
    const given = coverage([0, 5000]);
    const operations = { ...given.operations, missing: [hostile, ...given.operations.missing.slice(1)] };
    const judged = Array.from({ length: 301 }, (_, number) =>
      answered([assertion()], { example: `example ${number}` }),
    );
    const made = report(judged, { coverage: { ...given, operations } });
    const documents = new Map([...htmlFiles(made)].map(({ file, text }) => [file, text]));
    const index = documents.get("index.html") ?? "";
    const beside = documents.get("details/coverage.html") ?? "";
    expect(index).toContain('<a href="#coverage">4,990 more</a>');
    expect(index).toContain('<a href="details/coverage.html">');
    expect(index).not.toContain("/missing/4999");
    expect(beside.replaceAll("<wbr>", "")).toContain("GET /missing/4999");
    for (const text of [index, beside]) expect(text).not.toMatch(/<(?:img|b|x)\b/);
  });
});
