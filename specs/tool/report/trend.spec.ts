import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderHtml } from "../../../src/report/html/render-html.ts";
import { jsonPieces } from "../../../src/report/json.ts";
import type { ReportInput } from "../../../src/report/make-report.ts";
import type { Report } from "../../../src/report/report.ts";
import { renderTerminal } from "../../../src/report/terminal/render-terminal.ts";
import { datedReports, readTrend } from "../../../src/report/trend/read-trend.ts";
import type { Assertion } from "../../../src/rules/assertion.ts";
import { earlierReports } from "../../support/earlier-reports.ts";
import { assertion, exchange, failure, notVerified, page, report, waiver } from "../../support/hand-made.ts";

const one = failure({ fingerprint: "aaaaaaaaaaaa" });
const other = failure({ rule: "body/type", pointer: "/value/0/state", fingerprint: "bbbbbbbbbbbb" });
const silent = [assertion(), assertion({ rule: "body/unknown-property" })];
const now = "2026-11-21T12:00:00.000Z";

function run(assertions: readonly Assertion[], day: number, given: Partial<ReportInput> = {}): Report {
  const at = `2026-11-${String(day).padStart(2, "0")}T12:00:00.000Z`;
  return report([page([assertion({ rule: "page/title" })]), exchange(assertions)], { now: at, ...given });
}

function heldTo(reports: Readonly<Record<string, Report>>) {
  const folder = earlierReports(mkdtempSync(join(tmpdir(), "trend-")), reports);
  const trend = readTrend(datedReports([folder], now), () => {});
  return trend ? { trend } : {};
}

const changes = ({ trend = [] }: Report) => trend.map(({ at, change }) => [at.slice(8, 10), change]);

describe("a trend", () => {
  const earlier = { "b.json": run([one, ...silent], 3), "a.json": run([one, other, ...silent], 2) };

  it("goes by the reports' own times, and says of each run what became of the findings before it", () => {
    const made = run([other, ...silent], 21, heldTo({ ...earlier, "x/report.json": run([...silent], 1) }));
    expect(changes(made)).toEqual([
      ["01", undefined],
      ["02", { new: 2, still: 0, fixed: 0, notJudged: 0 }],
      ["03", { new: 0, still: 1, fixed: 1, notJudged: 0 }],
      ["21", { new: 1, still: 0, fixed: 1, notJudged: 0 }],
    ]);
    expect(made.trend?.map(({ findings }) => findings.error)).toEqual([0, 2, 1, 1]);
  });

  it("calls nothing fixed that was not judged again, or cannot be verified now", () => {
    const gone = report([page([assertion()], { file: "docs/v1.0/api/other.md" })], {
      now,
      ...heldTo(earlier),
    });
    expect(changes(gone).at(-1)?.[1]).toMatchObject({ fixed: 0, notJudged: 1 });
    const open = notVerified({ rule: one.rule, pointer: one.pointer ?? "" });
    const unsure = run([assertion(), open], 21, heldTo(earlier));
    expect(changes(unsure).at(-1)?.[1]).toMatchObject({ fixed: 0, notJudged: 1 });
    const ended = run([...silent], 21, { ...heldTo(earlier), partial: "interrupted" });
    expect(changes(ended).at(-1)?.[1]).toMatchObject({ fixed: 0, notJudged: 1 });
  });

  it("calls fixed what stood in a body with a slip that hides nothing, and not in one that is no JSON", () => {
    const slip = failure({ rule: "body/invalid-json", pointer: "", fingerprint: "cccccccccccc" });
    const broken = { ...slip, advice: "what follows in this body is not judged" };
    const before = { "a.json": run([one, slip, ...silent], 2) };
    for (const earlier of [before, { ...before, "b.json": run([slip, ...silent], 3) }]) {
      const [, then] = changes(run([slip, ...silent], 21, heldTo(earlier)));
      expect(then?.[1]).toMatchObject({ fixed: 1, notJudged: 0 });
    }
    for (const earlier of [before, { ...before, "b.json": run([broken, ...silent], 3) }]) {
      const [, then] = changes(run([broken, ...silent], 21, heldTo(earlier)));
      expect(then?.[1]).toMatchObject({ fixed: 0, notJudged: 1 });
    }
  });

  it("calls nothing fixed that a waiver accepts, in an earlier run neither", () => {
    const waivers = [waiver({ fingerprint: one.fingerprint })];
    const waived = run([one, ...silent], 4, { waivers });
    const made = run([one, ...silent], 21, { ...heldTo({ ...earlier, "c.json": waived }), waivers });
    expect(changes(made).slice(-2)).toEqual([
      ["04", { new: 0, still: 0, fixed: 0, notJudged: 0 }],
      ["21", { new: 0, still: 0, fixed: 0, notJudged: 0 }],
    ]);
    expect(made.trend?.map(({ waived }) => waived)).toEqual([0, 0, 1, 1]);
  });

  it("stands in HTML, JSON and the terminal", () => {
    const made = run([other, ...silent], 21, heldTo(earlier));
    const html = renderHtml(made);
    expect(html).toContain(
      '<td data-name="New">1</td><td data-name="Still">0</td><td data-name="Fixed">1</td>',
    );
    expect(html.match(/<rect class="of-/g)?.length).toBe(5);
    expect(JSON.parse([...jsonPieces(made)].join("")).trend).toHaveLength(3);
    expect(renderTerminal(made, { colour: false })).toContain(
      "Trend        since 2026-11-03, of 3 runs: 1 new, 0 still, 1 fixed\n",
    );
  });

  it("is not there where no earlier report is given", () => {
    const made = run([other], 21);
    expect(renderHtml(made)).not.toContain('id="trend"');
    expect([...jsonPieces(made)].join("")).not.toContain('"trend"');
  });
});

describe("an earlier report", () => {
  const folder = () => mkdtempSync(join(tmpdir(), "trend-"));

  it("is taken once, by its name or from a folder", () => {
    const at = earlierReports(folder(), { "a.json": run([one], 2), "sub/report.json": run([one], 1) });
    earlierReports(at, { "sub/other.json": run([one], 3) });
    const found = datedReports([at, join(at, "a.json")], now).map(({ file }) => file.slice(at.length + 1));
    expect(found).toEqual(["sub/report.json", "a.json"]);
  });

  it("is refused where it is in another form, a baseline, no report, of a later day, or not there", () => {
    const at = folder();
    const write = (name: string, text: string) => {
      writeFileSync(join(at, name), text);
      return [join(at, name)];
    };
    expect(() => datedReports(write("form.json", '{"format": 1}'), now)).toThrow(/has form 1 of the report/);
    expect(() => datedReports(write("base.json", '{"format": 2, "form": "baseline"}'), now)).toThrow(
      /is a baseline, which says nothing of when/,
    );
    expect(() => datedReports(write("none.json", "[]"), now)).toThrow(/is no report.json/);
    const later = earlierReports(folder(), { "a.json": run([one], 22) });
    expect(() => datedReports([later], now)).toThrow(/later than this run/);
    expect(() => datedReports([join(at, "missing.json")], now)).toThrow(/missing.json/);
    expect(() => datedReports([folder()], now)).toThrow(/there is no report.json in/);
  });

  it("is refused where it is of another contract", () => {
    const at = earlierReports(folder(), { "a.json": run([one], 2) });
    const refuse = () => {
      throw new Error("of another contract");
    };
    expect(() => readTrend(datedReports([at], now), refuse)).toThrow("of another contract");
    expect(readTrend([], refuse)).toBeUndefined();
  });
});
