import { describe, expect, it } from "vitest";
import { knownFinding } from "../../../src/report/baseline/baseline.ts";
import { briefFinding, briefJudgement } from "../../../src/report/brief-findings.ts";
import { briefText } from "../../../src/report/brief-text.ts";
import { formatNames } from "../../../src/report/formats.ts";
import { renderTerminal } from "../../../src/report/terminal/render-terminal.ts";
import { formText } from "../../support/form-text.ts";
import { exchange, failure, notVerified, report, waiver } from "../../support/hand-made.ts";

const huge = "B".repeat(1_000_000);
const said = `"${huge}" is not a property of run`;
const subject = { kind: "operation", id: `GET /${huge}` } as const;
const long = failure({
  message: said,
  pointer: `/value/0/${huge}`,
  example: huge,
  meant: huge,
  advice: said,
  subject,
  promise: { ...failure().cause, text: huge },
  cause: { ...failure().cause, id: huge, sentence: said },
});

describe("a text that is shown", () => {
  it("has of a name of a megabyte the beginning and the end, and all that is said of it", () => {
    const brief = briefText(said);
    expect(brief).toMatch(/^"B+ … B+" is not a property of run$/);
    expect(brief.length).toBeLessThan(600);
    expect(briefText(brief)).toBe(brief);
    expect(briefText("a b ".repeat(250_000)).length).toBeLessThanOrEqual(2_500);
  });

  it("is whole where it is no longer than anything that a person has written", () => {
    const list = Array.from({ length: 60 }, (_, number) => `"property${number} of a documented type"`).join(
      ", ",
    );
    expect(list.length).toBeGreaterThan(1_500);
    expect(briefText(list)).toBe(list);
  });

  it("has no half of a character at the cut", () => {
    for (const before of ["", "x"])
      expect(briefText(before + "😀".repeat(5_000))).not.toMatch(/\p{Surrogate}/u);
  });
});

describe("a report of huge names", () => {
  const short = failure({ message: "short", pointer: "/short", severity: "warning" });
  const judgement = exchange([long, notVerified({ message: said }), short], { title: huge, subject });
  const made = report([judgement]);

  it.each([...formatNames, "terminal"] as const)("has no megabyte in %s", (name) => {
    const shown = name === "terminal" ? renderTerminal(made, { colour: false }) : formText(name, made);
    expect(shown.length).toBeLessThan(200_000);
    if (name !== "badge") expect(shown).toContain("is not a property of run");
  });

  it("keeps fingerprints, whether failed or waived, and the same value in its lists", () => {
    expect(made.findings.map(({ fingerprint }) => fingerprint)).toContain(long.fingerprint);
    const waived = report([judgement], { waivers: [waiver({ fingerprint: long.fingerprint })] });
    expect(waived.judgements.flatMap(({ assertions }) => assertions)).toContain(waived.waived[0]);
    expect(made.judgements.flatMap(({ assertions }) => assertions)).toEqual(
      expect.arrayContaining([...made.findings]),
    );
  });

  it("is known again by a baseline that was made of one", () => {
    expect(knownFinding(briefFinding(long), undefined)).toEqual(knownFinding(long, undefined));
  });

  it("leaves what is brief the very value that it was", () => {
    const plain = exchange([failure(), notVerified(), short]);
    expect(briefJudgement(plain)).toBe(plain);
  });

  it("tells in a comment the short causes behind one that is too long for it", () => {
    // Each of these signs is five in Markdown.
    const wide = Array.from({ length: 8 }, (_, number) =>
      failure({ message: `${number}${" ****".repeat(490)}`, pointer: `/${number}` }),
    );
    const text = formText("comment", report([exchange([...wide, short])]));
    expect(text).toMatch(/^\| warning .*\| short /m);
    expect(text).toMatch(/… and \d more causes?, in the report/);
    expect(text.length).toBeLessThan(65_536);
  });
});
