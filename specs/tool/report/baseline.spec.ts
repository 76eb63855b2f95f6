import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { type Baseline, emptyBaseline, knownFinding } from "../../../src/report/baseline/baseline.ts";
import { namesOf } from "../../../src/report/baseline/read-baseline.ts";
import { baselineText, nextBaseline } from "../../../src/report/baseline/write-baseline.ts";
import type { FormatName } from "../../../src/report/formats.ts";
import type { ReportInput } from "../../../src/report/make-report.ts";
import { renderTerminal } from "../../../src/report/terminal/render-terminal.ts";
import { exitCode } from "../../../src/report/verdict.ts";
import type { Failed, Judgement } from "../../../src/rules/assertion.ts";
import { formText } from "../../support/form-text.ts";
import {
  answered,
  assertion,
  at,
  exchange,
  failure,
  notVerified,
  report,
  waiver,
} from "../../support/hand-made.ts";

const ajv = new Ajv2020({ strict: true, strictRequired: false });
addFormats.default(ajv);
const schemaOf = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")));
const isReport = schemaOf("report");
const isBaseline = schemaOf("baseline");

const rules = ["body/unknown-property", "body/type", "body/format", "body/invalid-json"].map((id) => ({
  id,
  promise: "",
  page: "",
}));

/** The baseline that is made of a run. */
function baselineOf(judgements: readonly Judgement[], input: Partial<ReportInput> = {}): Baseline {
  const baseline = { file: "base.json", known: emptyBaseline, update: true };
  return nextBaseline(report(judgements, { rules, ...input, baseline }), emptyBaseline);
}

/** A run held against what was found in another. */
function held(now: readonly Judgement[], before: readonly Judgement[], input: Partial<ReportInput> = {}) {
  const known = baselineOf(before);
  return report(now, { rules, ...input, baseline: { file: "base.json", known, ...input.baseline } });
}

const known = failure();
const fresh = failure({ rule: "body/type", pointer: "/value/0/id" });
const brokenBody = failure({
  rule: "body/invalid-json",
  pointer: "",
  advice: "what follows in this body is not judged",
});
const passes = assertion({ rule: "body/unknown-property" });
const outcome = ({ baseline }: ReturnType<typeof held>) => [
  baseline?.new,
  baseline?.known,
  baseline?.fixed.length,
  baseline?.notJudged.map(({ why }) => why),
];

describe("a run held against a baseline", () => {
  it("fails on what is new alone, and shows what is known", () => {
    const made = held([exchange([known, fresh])], [exchange([known])]);
    expect(made.findings.map(({ rule, baseline }) => [rule, baseline])).toEqual([
      ["body/type", "new"],
      ["body/unknown-property", "known"],
    ]);
    expect(made.summary.sentence).toBe("not conformant: 1 new error, 1 known (1 error)");
    expect(exitCode(made)).toBe(1);
  });

  it("is conformant but for the baseline, and never conformant, where all that weighs is known", () => {
    const made = held([exchange([known])], [exchange([known])]);
    expect(made.summary.verdict).toBe("conformant but for the baseline");
    expect(made.summary.sentence).toBe("conformant but for the baseline: 1 known (1 error)");
    expect(made.summary.sources.map(({ verdict }) => verdict)).toEqual(["conformant but for the baseline"]);
    expect(made.systems.flatMap(({ sources }) => sources.map(({ verdict }) => verdict))).toEqual([
      "conformant but for the baseline",
    ]);
    expect(exitCode(made)).toBe(0);
    const mild = failure({ severity: "warning" });
    expect(held([exchange([mild])], [exchange([mild])]).summary.sentence).toBe(
      "conformant, 1 known (1 warning)",
    );
  });

  it("weighs what is new by the severity that fails", () => {
    const mild = { ...fresh, severity: "warning" } as const;
    const run = (failOn: "error" | "warning") =>
      held([exchange([known, mild])], [exchange([known])], { failOn });
    expect(run("error").summary.verdict).toBe("conformant but for the baseline");
    expect(run("warning").summary.verdict).toBe("not conformant");
  });

  it("has nothing verified where nothing is, whatever the baseline has", () => {
    const made = held([exchange([notVerified()])], [exchange([known])]);
    expect(made.summary.verdict).toBe("nothing verified");
    expect(exitCode(made)).toBe(1);
  });

  it("counts: what came twice and comes three times is new once, on the page that had none", () => {
    const on = (name: string): Failed =>
      failure({ span: at(27, 7, 3, `docs/v1.0/api/${name}.md`), message: name });
    const page = (name: string) => exchange([on(name)], { file: `docs/v1.0/api/${name}.md` });
    const made = held([page("c"), page("a"), page("b")], [page("a"), page("c")]);
    expect(made.findings.map(({ message, baseline }) => [message, baseline])).toEqual([
      ["a", "known"],
      ["b", "new"],
      ["c", "known"],
    ]);
    expect(outcome(held([page("a")], [page("a"), page("b")]))).toEqual([0, 1, 0, ["its page is gone"]]);
  });

  it("takes what weighs more than it did for new, and what weighs less for known", () => {
    const mild = { ...known, severity: "warning" } as const;
    expect(outcome(held([exchange([known])], [exchange([mild])]))).toEqual([1, 0, 0, []]);
    expect(outcome(held([exchange([mild])], [exchange([known])]))).toEqual([0, 1, 0, []]);
  });

  it("knows a finding under another message and in another line", () => {
    const moved = failure({ message: "in other words", span: at(99, 1, 4) });
    expect(outcome(held([exchange([moved])], [exchange([known])]))).toEqual([0, 1, 0, []]);
    const elsewhere = failure({ pointer: "/value/1/totalTasksCount" });
    expect(outcome(held([exchange([elsewhere, passes])], [exchange([known])]))).toEqual([1, 0, 1, []]);
  });

  it("knows a finding in its place where the page documents another path than before", () => {
    const subject = { kind: "operation", id: "GET /me/workflows/{}/runs" } as const;
    const corrected = failure({ subject, fingerprint: "0123456789ab" });
    const where = (each: Failed, given: Partial<Judgement> = {}) => exchange([each], { subject, ...given });
    expect(outcome(held([where(corrected)], [exchange([known])]))).toEqual([0, 1, 0, []]);
    expect(outcome(held([where(corrected, { example: "other" })], [exchange([known])]))[0]).toBe(1);
    const { pointer: _, ...whole } = corrected;
    const { pointer: __, ...before } = known;
    expect(outcome(held([where(whole)], [exchange([before])]))).toEqual([0, 1, 0, []]);
    expect(outcome(held([where({ ...whole, message: "another" })], [exchange([before])]))[0]).toBe(1);
  });

  it("never knows a finding of another source", () => {
    const made = held([answered([known])], [exchange([known])]);
    expect(made.baseline).toMatchObject({ new: 1, known: 0 });
  });
});

describe("what a baseline has and a run has not found", () => {
  it("is fixed where its place was judged and its rule could tell", () => {
    const made = held([exchange([passes])], [exchange([known])]);
    expect(outcome(made)).toEqual([0, 0, 1, []]);
    expect(made.summary.sentence).toBe("conformant; of the baseline 1 fixed");
  });

  it.each<[string, readonly Judgement[], Partial<ReportInput>]>([
    ["its page is gone", [exchange([passes], { file: "docs/v1.0/api/other.md" })], {}],
    [
      "its page was not judged",
      [exchange([passes], { file: "docs/v1.0/api/other.md" })],
      { inputs: ["other"] },
    ],
    ["nothing of v1.0 was judged", [exchange([passes], { version: "beta" })], {}],
    ["its example is not on the page any more", [exchange([passes], { example: "another" })], {}],
    ["its rule was not applied", [exchange([assertion()])], {}],
    [
      "not verified: unreadable",
      [exchange([notVerified({ rule: "body/unknown-property", reason: "unreadable" })])],
      {},
    ],
    [
      "nothing is there any more that its rule could judge",
      [exchange([assertion({ rule: "body/unknown-property", status: "not-applicable" })])],
      {},
    ],
    ["the body is not JSON, and what follows is not judged", [exchange([passes, brokenBody])], {}],
    [
      "the body is not JSON, and what follows is not judged",
      [exchange([passes, { ...brokenBody, status: "waived" }])],
      {},
    ],
    ["its page cannot be read", [exchange([passes, failure({ rule: "page/unreadable" })])], {}],
    ["the run did not come to its end", [exchange([passes])], { partial: "ended" }],
    ["this version has no rule body/unknown-property", [exchange([passes])], { rules: rules.slice(1) }],
  ])("is not judged, and never fixed: %s", (why, now, input) => {
    expect(outcome(held(now, [exchange([known])], input)).slice(1)).toEqual([0, 0, [why]]);
  });

  it("is fixed where the body has a slip that hides nothing of it", () => {
    const slip = failure({ rule: "body/invalid-json", pointer: "", message: "a comma too many" });
    const earlier = [exchange([known, slip])];
    expect(outcome(held([exchange([passes, slip])], earlier))).toEqual([0, 1, 1, []]);
    expect(outcome(held([exchange([passes, brokenBody])], earlier))[2]).toBe(0);
  });

  it("is fixed of a request whose answer is no JSON, and not judged where the request is none", () => {
    const sent = failure({ rule: "request/body", pointer: "/name" });
    const own = { rules: [...rules, { id: "request/body", promise: "", page: "" }] };
    const judged = (now: Failed) =>
      outcome(held([exchange([assertion({ rule: "request/body" }), now])], [exchange([sent])], own)).slice(2);
    expect(judged(brokenBody)).toEqual([1, []]);
    const reason = "the body is not JSON, and what follows is not judged";
    expect(judged({ ...brokenBody, rule: "request/body" })).toEqual([0, [reason]]);
  });

  it("is fixed where something else of the same rule is not verified", () => {
    const other = notVerified({ rule: "body/unknown-property", pointer: "/value/7" });
    expect(outcome(held([exchange([passes, other])], [exchange([known])]))).toEqual([0, 0, 1, []]);
  });

  it("is not judged where the pages around were not read", () => {
    const whole = { baseline: { file: "", known: emptyBaseline, whole: false } };
    const made = report([exchange([passes])], {
      rules,
      baseline: { ...whole.baseline, known: baselineOf([exchange([known])]) },
    });
    expect(outcome(made)).toEqual([0, 0, 0, ["the pages around it were not read"]]);
  });
});

describe("a baseline and waivers", () => {
  const accepted = waiver({ fingerprint: known.fingerprint });

  it("leaves what a waiver accepts waived, neither known nor fixed", () => {
    const made = held([exchange([known])], [exchange([known])], { waivers: [accepted] });
    expect(made.summary.sentence).toBe("conformant, 1 waived");
    expect(made.baseline).toMatchObject({ new: 0, known: 0, fixed: [], notJudged: [] });
  });

  it("never has what is said of a waiver, nor what one accepts: its day would mean nothing", () => {
    const expired = waiver({ fingerprint: known.fingerprint, expires: "2020-01-01" });
    const before = baselineOf([exchange([known])], { waivers: [accepted] });
    expect(before.findings).toEqual([]);
    const late = baselineOf([exchange([fresh])], { waivers: [expired] });
    expect(late.findings.map(({ rule }) => rule)).toEqual(["body/type"]);
    const made = report([exchange([fresh])], {
      rules,
      waivers: [expired],
      baseline: { file: "base.json", known: late, update: true },
    });
    expect(made.findings.map(({ rule, baseline }) => [rule, baseline])).toContainEqual([
      "waiver/expired",
      "new",
    ]);
    expect(made.summary.verdict).toBe("not conformant");
  });
});

describe("a baseline of a service", () => {
  const flaw = (item: number, given: Partial<Failed> = {}) =>
    failure({ pointer: `/value/${item}/mail`, message: `"anna@contoso.com" of item ${item}`, ...given });
  const answer = (...all: readonly Failed[]) =>
    answered(all, {
      source: "tenant",
      subject: { kind: "operation", id: "GET /users" },
      example: "list_users",
    });

  it("knows a flaw in whatever item it comes, however often", () => {
    const made = held([answer(flaw(3), flaw(4), flaw(9))], [answer(flaw(0), flaw(1))]);
    expect(outcome(made)).toEqual([0, 3, 0, []]);
    const other = failure({ pointer: "/value/3/id" });
    expect(outcome(held([answer(flaw(3), other)], [answer(flaw(0))]))).toEqual([1, 1, 0, []]);
  });

  it("knows a flaw of an answer whatever was asked, and one of a question by what was", () => {
    const asked = (example: string, ...all: readonly Failed[]) =>
      answered(all, { source: "tenant", subject: { kind: "operation", id: "GET /users" }, example });
    const query = (example: string) => asked(example, flaw(0, { rule: "query/filter" }));
    expect(outcome(held([asked("plain", flaw(2))], [asked("$top", flaw(0))]))).toEqual([0, 1, 0, []]);
    expect(outcome(held([query("$filter=a eq, 2")], [query("$filter=a eq")]))[0]).toBe(0);
    expect(outcome(held([query("$filter=b eq")], [query("$filter=a eq")]))[0]).toBe(1);
    const other = (id: string) =>
      answered([flaw(0)], { source: "tenant", subject: { kind: "operation", id }, example: "plain" });
    expect(outcome(held([other("GET /groups")], [other("GET /users")]))[0]).toBe(1);
  });

  it("tells of each flaw that went", () => {
    const asked = (...all: Parameters<typeof answered>[0]) =>
      answered(all, {
        source: "tenant",
        subject: { kind: "operation", id: "GET /users" },
        example: "list_users",
      });
    const before = [
      asked(flaw(0), failure({ pointer: "/value/0/id" }), failure({ pointer: "/value/0/age" })),
    ];
    expect(outcome(held([asked(passes)], before))).toEqual([0, 0, 3, []]);
  });

  it("holds nothing of what was answered", () => {
    const text = baselineText(baselineOf([answer(flaw(0), flaw(1))]));
    expect(text).not.toContain("anna");
    expect(JSON.parse(text).findings).toHaveLength(1);
    expect(JSON.parse(text).findings[0].pointer).toBe("/value/*/mail");
    const url = "GET /users/3f2a9c1b";
    const recorded = answered([flaw(0)], { source: "recorded", example: url, title: url });
    expect(baselineText(baselineOf([recorded]))).not.toContain("3f2a9c1b");
  });

  it("calls fixed only what an answer showed", () => {
    const asked = (...all: Parameters<typeof answered>[0]) => [
      answered(all, {
        source: "tenant",
        subject: { kind: "operation", id: "GET /users" },
        example: "list_users",
      }),
    ];
    const before = [answer(flaw(0))];
    expect(outcome(held(asked(passes), before))).toEqual([0, 0, 1, []]);
    const empty = notVerified({ rule: "body/unknown-property", reason: "no-data" });
    expect(outcome(held(asked(empty), before))).toEqual([0, 0, 0, ["not verified: no-data"]]);
    const other = [
      answered([passes], { source: "tenant", subject: { kind: "operation", id: "GET /groups" } }),
    ];
    expect(outcome(held(other, before))).toEqual([0, 0, 0, ["its operation was not asked"]]);
  });
});

describe("a baseline that is written", () => {
  it("is valid, sorted, and the same from the same run in any order", () => {
    const judgements = [exchange([known, fresh]), exchange([failure()], { file: "docs/v1.0/api/a.md" })];
    const text = baselineText(baselineOf(judgements));
    expect(isBaseline(JSON.parse(text)), JSON.stringify(isBaseline.errors)).toBe(true);
    expect(baselineText(baselineOf([...judgements].reverse()))).toBe(text);
    expect(text).not.toContain('"line"');
  });

  it("keeps a known finding as it was written, so that a diff shows what came and went", () => {
    const before = baselineOf([exchange([known])]);
    const reworded = exchange([failure({ message: "in other words" }), fresh]);
    const made = report([reworded], { rules, baseline: { file: "base.json", known: before, update: true } });
    const lines = (baseline: Baseline) =>
      baselineText(baseline)
        .split("\n")
        .map((line) => line.replace(/,$/, ""));
    const old = new Set(lines(before));
    const added = lines(nextBaseline(made, before)).filter((line) => !old.has(line));
    expect(added.map((line) => JSON.parse(line).rule)).toEqual(["body/type"]);
    expect(made.baseline).toMatchObject({ new: 0, known: 2, added: 1 });
  });

  it("keeps what nobody could judge, and drops what is fixed or gone", () => {
    const other = exchange([fresh], { file: "docs/v1.0/api/other.md" });
    const before = baselineOf([exchange([known]), other]);
    const next = (now: readonly Judgement[], inputs: readonly string[]) => {
      const made = report(now, { rules, inputs, baseline: { file: "", known: before, update: true } });
      return nextBaseline(made, before);
    };
    expect(next([exchange([passes])], ["a page"]).findings.map(({ rule }) => rule)).toEqual(["body/type"]);
    const all = next([exchange([passes])], before.inputs);
    expect(all).toMatchObject({ findings: [], judged: ["v1.0/run-list"] });
  });
});

describe("the formats", () => {
  const before = [exchange([known, failure({ rule: "body/format", pointer: "/gone" })])];
  const made = held([exchange([known, fresh, assertion({ rule: "body/format" })])], before);
  const text = (name: FormatName) => formText(name, made);

  it("agree on what is new, known and fixed", () => {
    const phrase = "1 new, 1 known, 1 fixed";
    for (const name of ["html", "sarif", "markdown"] as const)
      expect(text(name).replace(/",\s+"/g, ", "), name).toContain(phrase);
    expect(renderTerminal(made, { colour: false })).toContain(`Baseline     ${phrase}: base.json`);
    const json = JSON.parse(text("json"));
    expect(isReport(json), JSON.stringify(isReport.errors)).toBe(true);
    expect(json.baseline).toMatchObject({ new: 1, known: 1 });
    expect(json.summary.known).toEqual({ error: 1, warning: 0, info: 0 });
    const states = JSON.parse(text("sarif")).runs[0].results.map(
      ({ baselineState }: { baselineState: string }) => baselineState,
    );
    expect(states).toEqual(["new", "unchanged"]);
    expect(text("junit")).toMatch(/ failures="1" /);
    expect(text("junit").match(/known from the baseline/g)).toHaveLength(1);
    expect(text("junit").match(/name="fixed: /g)).toHaveLength(1);
  });

  it("keep what is known to the width of the terminal and to a screen, unless all is asked for", () => {
    const said = (pointer: number) =>
      failure({ pointer: `/${pointer}`, message: `${pointer} ${"word ".repeat(60).trim()}` });
    const many = [exchange(Array.from({ length: 23 }, (_, index) => said(index)))];
    const list = (verbose: boolean) => {
      const lines = renderTerminal(held(many, many), { colour: false, columns: 60, verbose }).split("\n");
      expect(lines.filter((line) => line.length > 60)).toEqual([]);
      return lines.join("\n");
    };
    expect(list(false).match(/^ {2}error /gm)).toHaveLength(20);
    expect(list(false)).toContain("\n  … and 3 more; --verbose tells all, and the report\n");
    expect(list(true).match(/^ {2}error /gm)).toHaveLength(23);
    expect(list(true)).not.toContain("more;");
    expect(renderTerminal(held(many, many), { colour: false })).toContain(`word  docs/v1.0/`);
  });

  it("annotate and comment only on what is new", () => {
    for (const name of ["github", "markdown"] as const) {
      expect(text(name), name).toContain("body/type");
      expect(text(name), name).not.toContain("body/unknown-property");
    }
  });

  it("say nothing of it where there is none", () => {
    const plain = report([exchange([known])], { rules });
    for (const name of ["html", "json", "junit", "sarif", "markdown", "github"] as const) {
      const shown = formText(name, plain);
      expect(shown.replace(/<style>[\s\S]*<\/style>/, ""), name).not.toMatch(/baseline/i);
    }
  });
});

describe("what a baseline knows", () => {
  it("names the page that was judged, wherever the line stands", () => {
    const judgement = exchange([failure({ span: at(1, 1, 1, "docs/v1.0/includes/part.md") })]);
    expect(knownFinding(judgement.assertions[0] as Failed, judgement).page).toBe("run-list");
    expect(namesOf([judgement])).toEqual(["v1.0/run-list"]);
  });
});
