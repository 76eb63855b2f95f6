import { describe, expect, it } from "vitest";
import { holdBeside } from "../../../src/diff/beside/hold-beside.ts";
import {
  type ChangeFormatName,
  changeFormatNames,
  changeFormats,
} from "../../../src/report/changes/change-formats.ts";
import {
  type ChangeReport,
  type ChangeReportInput,
  changeExitCode,
  makeChangeReport,
} from "../../../src/report/changes/change-report.ts";
import { renderChangeTerminal } from "../../../src/report/changes/change-terminal.ts";
import type { Waiver } from "../../../src/report/report.ts";
import { wholeText } from "../../support/form-text.ts";
import { hostile } from "../../support/hostile.ts";
import { changesBetween } from "../../support/marina.ts";

const draught = "|draught|Int32|In centimetres.|";
const changes = changesBetween(
  [],
  [
    ["resources/boat.md", `${draught}\n`, ""],
    ["api/boat-get.md", "`$select` and `$expand`", "`$select`, `$top` and `$expand`"],
  ],
);
const input: ChangeReportInput = {
  tool: { name: "graph-conformance", version: "1.0.0" },
  before: "old",
  after: "new",
  changes,
  today: "2026-11-27",
};
const waiver: Waiver = {
  rule: "property/removed",
  scope: "microsoft.graph.boat",
  reason: "never worked",
  owner: "yard",
  expires: "2027-01-01",
  link: "https://example.com/1",
  location: { file: "waivers.json", line: 3, column: 5 },
};

describe("a report of changes", () => {
  it("puts what breaks first, and fails for it", () => {
    const report = makeChangeReport(input);
    expect(report.changes.map(({ rule, level }) => [rule, level])).toEqual([
      ["property/removed", "breaking"],
      ["query-option/added", "compatible"],
    ]);
    expect(report.summary.sentence).toBe("2 changes: 1 breaking, 1 compatible.");
    expect(changeExitCode(report)).toBe(1);
  });

  it("is green where nothing weighs as much as asked, and says that nothing changed", () => {
    expect(changeExitCode(makeChangeReport({ ...input, changes: changes.slice(1) }))).toBe(0);
    expect(changeExitCode(makeChangeReport({ ...input, changes: changes.slice(1), failOn: "any" }))).toBe(1);
    const nothing = makeChangeReport({ ...input, changes: [], failOn: "any" });
    expect(changeExitCode(nothing)).toBe(0);
    expect(renderChangeTerminal(nothing, { colour: false })).toBe("✓ Nothing changed.\n");
  });

  it("takes out what a waiver accepts, and tells an expired or useless one", () => {
    const waived = makeChangeReport({ ...input, waivers: [waiver] });
    expect(waived.waived.map(({ rule }) => rule)).toEqual(["property/removed"]);
    expect(changeExitCode(waived)).toBe(0);
    const all = makeChangeReport({ ...input, changes: changes.slice(0, 1), waivers: [waiver] });
    expect(all.summary.sentence).toBe("Nothing changed but 1 waived.");
    const expired = makeChangeReport({ ...input, waivers: [{ ...waiver, expires: "2026-11-26" }] });
    expect(expired.changes).toHaveLength(2);
    expect(expired.waiverFindings[0]?.message).toBe("the waiver expired on 2026-11-26");
    const useless = makeChangeReport({
      ...input,
      waivers: [waiver, { ...waiver, scope: "microsoft.graph.plate" }],
    });
    expect(changeExitCode(useless)).toBe(1);
    expect(useless.waiverFindings[0]?.message).toBe(
      "the waiver accepts no change: nothing of the kind is there",
    );
    const misspelt = makeChangeReport({ ...input, waivers: [{ ...waiver, rule: "property/remvoed" }] });
    expect(misspelt.waiverFindings[0]?.message).toBe(
      'the waiver is for "property/remvoed", and there is no such change rule; did you mean "property/removed"?',
    );
  });

  it("accepts one change by its fingerprint, and no other", () => {
    const { rule: _, scope: __, ...rest } = waiver;
    const [first] = changes;
    const report = makeChangeReport({
      ...input,
      waivers: [{ ...rest, fingerprint: first?.fingerprint ?? "" }],
    });
    expect(report.waived).toHaveLength(1);
    expect(report.changes).toHaveLength(1);
  });

  const rendered = async (name: ChangeFormatName, report: ChangeReport) =>
    wholeText((await changeFormats[name].renderer())(report, {}));

  it.each(changeFormatNames)(
    "has the same changes in the form %s, whatever is written in them",
    async (name) => {
      const hostileChanges = changes.map((change) => ({ ...change, message: hostile }));
      const text = await rendered(name, makeChangeReport({ ...input, changes: hostileChanges }));
      expect(text).not.toContain("<script>alert");
      const plain = await rendered(name, makeChangeReport(input));
      expect(plain).toContain("draught");
      if (name === "json" || name === "sarif") JSON.parse(text);
    },
  );

  it("lists every change of every level in the text file, and only the grave ones in a terminal", async () => {
    const milder = changes.map((change) => ({
      ...change,
      weighs: { read: "compatible", write: "compatible", sdk: "compatible", gate: "compatible" } as const,
    }));
    const report = makeChangeReport({ ...input, changes: milder });
    const [{ message = "" } = {}] = changes;
    expect(await rendered("text", report)).toContain(message);
    expect(renderChangeTerminal(report, { colour: false })).not.toContain(message);
  });

  it("says of beta that Graph lets it break, and of v1.0 nothing of the kind", async () => {
    const beta = changes.map((change) => ({ ...change, version: "beta" as const }));
    for (const name of ["text", "markdown", "html"] as const) {
      expect(await rendered(name, makeChangeReport({ ...input, changes: beta }))).toContain("lets it break");
      expect(await rendered(name, makeChangeReport(input))).not.toContain("lets it break");
    }
  });

  it("holds the metadata of both times beside the pages, which fails nothing", async () => {
    const declared = changes.map((change) => ({ ...change, message: hostile, beside: "alone" as const }));
    const documented = changes.map((change, at) => ({
      ...change,
      beside: at === 0 ? ("both" as const) : ("untold" as const),
    }));
    const names = { before: "old.csdl", after: "new.csdl" };
    const metadata = { ...names, ...holdBeside(documented, declared) };
    const report = makeChangeReport({ ...input, changes: documented, metadata });
    const forms = await Promise.all(
      (["html", "markdown", "json"] as const).map((name) => rendered(name, report)),
    );
    for (const text of [...forms, renderChangeTerminal(report, { colour: false })]) {
      expect(text).toContain("old.csdl");
      expect(text).not.toContain("<script>alert");
    }
    expect(forms[1]).toContain("| property | 1 | 0 | 0 | 1 | 0 |");
    expect(forms[1]).toContain("In the metadata only (2)");
    expect(forms[1]).toContain("the metadata changed the same");
    expect(JSON.parse(forms[2] ?? "").metadata.metadataOnly).toHaveLength(2);
    const nothing = makeChangeReport({
      ...input,
      changes: [],
      metadata: { ...names, ...holdBeside([], declared) },
    });
    expect(changeExitCode(nothing)).toBe(0);
    expect(renderChangeTerminal(nothing, { colour: false })).toContain("metadata only 1");
  });
});
