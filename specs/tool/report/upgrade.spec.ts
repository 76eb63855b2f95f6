import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, describe, expect, it } from "vitest";
import { formatNames } from "../../../src/report/formats.ts";
import { readEarlierReport } from "../../../src/report/read-earlier-report.ts";
import type { Basis } from "../../../src/report/report.ts";
import { renderTerminal } from "../../../src/report/terminal/render-terminal.ts";
import { type EarlierReport, upgradePhrase, upgradeSince } from "../../../src/report/upgrade.ts";
import { exitCode } from "../../../src/report/verdict.ts";
import { formText } from "../../support/form-text.ts";
import { answered, failure, report } from "../../support/hand-made.ts";

const ajv = new Ajv2020({ strict: true, strictRequired: false });
addFormats.default(ajv);
const isReport = ajv.compile(JSON.parse(readFileSync("schemas/report.schema.json", "utf8")));

const basis: Basis = {
  rules: ["body/format", "body/type", "http/status"],
  permissions: [["Run.Read.All", "Run.ReadWrite.All"], ["User.Read.All"]],
};
const earlier: EarlierReport = {
  version: "0.3.0",
  rules: ["http/status", "body/type", "body/gone"],
  permissions: [["Run.Read.All", "Run.ReadWrite.All"]],
};
const judgements = [answered([failure({ rule: "body/format" }), failure({ rule: "body/type" })])];

describe("what is new since an earlier report", () => {
  it("is each rule that it was not judged by, and each permission that it did not need", () => {
    const upgrade = upgradeSince(earlier, basis);
    expect(upgrade).toEqual({ since: "0.3.0", rules: ["body/format"], permissions: ["User.Read.All"] });
    expect(upgrade && upgradePhrase(upgrade)).toBe(
      "since 0.3.0 1 rule is new (body/format), and User.Read.All is needed now",
    );
    expect(upgradeSince({ version: "0.3.0", ...basis }, basis)).toBeUndefined();
  });

  it("is no permission where one that was needed does as well", () => {
    const wider = { ...earlier, rules: basis.rules, permissions: [["Run.ReadWrite.All"], ["User.Read.All"]] };
    expect(upgradeSince(wider, basis)).toBeUndefined();
    const narrower = { ...wider, permissions: [["Run.ReadBasic.All", "Run.Read.All"]] };
    expect(upgradeSince(narrower, basis)?.permissions).toEqual(["Run.Read.All", "User.Read.All"]);
  });

  it("is said at each finding of a new rule, in every format, and at no other", () => {
    const made = report(judgements, { basis, earlier });
    expect(made.findings.map(({ rule, newSince }) => [rule, newSince])).toEqual([
      ["body/format", "0.3.0"],
      ["body/type", undefined],
    ]);
    const said = "this rule is new since 0.3.0";
    for (const name of formatNames.filter((each) => each !== "json" && each !== "badge")) {
      const text = formText(name, made);
      expect(text, name).toContain(said);
      expect(formText(name, report(judgements, { basis })), name).not.toContain(said);
    }
    expect(renderTerminal(made, { colour: false }).split(said)).toHaveLength(2);
    const json: unknown = JSON.parse(formText("json", made));
    expect(isReport(json), JSON.stringify(isReport.errors)).toBe(true);
    expect(json).toMatchObject({
      basis,
      upgrade: { since: "0.3.0", rules: ["body/format"], permissions: ["User.Read.All"] },
      findings: [{ newSince: "0.3.0" }, { rule: "body/type" }],
    });
  });

  it("is said of the run, and changes nothing of what it weighs", () => {
    const made = report(judgements, { basis, earlier });
    expect(made.summary.sentence).toContain("; since 0.3.0 1 rule is new (body/format), and User.Read.All");
    const same = report(judgements, { basis, earlier: { version: "0.3.0", ...basis } });
    expect(same.summary.sentence).not.toContain("since");
    expect(made.summary.verdict).toBe(same.summary.verdict);
    expect([exitCode(made), exitCode(same)]).toEqual([1, 1]);
  });
});

describe("an earlier report", () => {
  const folder = mkdtempSync(join(tmpdir(), "earlier-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is read whatever else its form is, and refused where it does not say by what it was judged", () => {
    const file = join(folder, "report.json");
    const read = (value: unknown) => {
      writeFileSync(file, JSON.stringify(value));
      return readEarlierReport(file);
    };
    const tool = { name: "graph-conformance", version: "0.3.0" };
    expect(read({ format: 1, tool, basis, other: true })).toEqual({ version: "0.3.0", ...basis });
    for (const value of [{}, { tool }, { tool, basis: { rules: [1], permissions: [] } }, [], null])
      expect(() => read(value)).toThrow("does not say by which rules it was judged");
    expect(() => readEarlierReport(join(folder, "none.json"))).toThrow("it does not exist");
  });
});
