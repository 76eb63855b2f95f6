import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import { formatNames } from "../../../src/report/formats.ts";
import { writeReport } from "../../../src/report/write-report.ts";
import { exchange, failure, file, report } from "../../support/hand-made.ts";

const folder = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(folder, { recursive: true }));

const made = report([exchange([failure()])]);

describe("writing a report", () => {
  it("makes the folder and writes each format under its name", async () => {
    const output = join(folder, "new", "report");
    const written = await writeReport(made, formatNames, output);
    expect(written.map((path) => relative(output, path))).toEqual([
      "index.html",
      "report.json",
      "junit.xml",
      "report.sarif",
      "report.md",
      "annotations.txt",
      "comment.md",
      "badge.svg",
    ]);
    expect(readdirSync(output).sort()).toEqual([
      "annotations.txt",
      "badge.svg",
      "comment.md",
      "index.html",
      "junit.xml",
      "report.json",
      "report.md",
      "report.sarif",
    ]);
  });

  it("writes only what is asked", async () => {
    const output = join(folder, "json-only");
    await writeReport(made, ["json"], output);
    expect(readdirSync(output)).toEqual(["report.json"]);
  });

  it("links from the report's folder to the file", async () => {
    const output = join(folder, "linked");
    await writeReport(made, ["html"], output);
    const path = relative(output, resolve(file)).replaceAll("\\", "/");
    expect(readFileSync(join(output, "index.html"), "utf8")).toContain(`href="${path}#L27"`);
  });

  it("refuses with one sentence when a file stands where the folder should be", async () => {
    const blocked = join(folder, "blocked");
    writeFileSync(blocked, "");
    await expect(writeReport(made, ["json"], blocked)).rejects.toThrow(
      new UsageError(`cannot write the report to "${blocked}": a file stands in its way`),
    );
    await expect(writeReport(made, ["json"], join(blocked, "below"))).rejects.toThrow(
      `cannot write the report to "${join(blocked, "below")}": a part of the path is a file`,
    );
  });

  it("refuses with one sentence when a folder stands where a file should be", async () => {
    const output = join(folder, "occupied");
    mkdirSync(join(output, "report.json"), { recursive: true });
    await expect(writeReport(made, ["json"], output)).rejects.toThrow(
      `cannot write the report to "${join(output, "report.json")}": a folder stands in its way`,
    );
  });

  it("leaves no half of a report, neither under its name nor under another", async () => {
    const output = join(folder, "halfway");
    await writeReport(made, ["json"], output);
    const whole = readFileSync(join(output, "report.json"), "utf8");
    const broken = {
      ...made,
      get judgements(): never {
        throw new Error("a defect of a renderer");
      },
    };
    await expect(writeReport(broken, ["json"], output)).rejects.toThrow("a defect of a renderer");
    expect(readdirSync(output)).toEqual(["report.json"]);
    expect(readFileSync(join(output, "report.json"), "utf8")).toBe(whole);
  });

  it("refuses with one sentence when a report cannot be written over", async () => {
    const taken = join(folder, "taken");
    mkdirSync(join(taken, "report.json"), { recursive: true });
    await expect(writeReport(made, ["json"], taken)).rejects.toThrow(UsageError);
  });
});
