import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandLine, inFolder } from "./command-line.ts";

const waived = ["verify", "fixtures/docs", "--waivers", "fixtures/waivers.json", "--fail-on", "info"];

interface Detailed {
  readonly counts: { readonly pass: number; readonly notApplicable: number };
  readonly passed: readonly string[];
  readonly notApplicable: readonly string[];
  readonly request: unknown;
  readonly response: unknown;
}

describe("graph-conformance verify", () => {
  it("exits 0 on the pages that come with it, their known defects waived", async () => {
    await inFolder(async (folder) => {
      const { code, out } = await commandLine(...waived, "--output", folder);
      expect(out).toMatch(/^✓ conformant, \d+ waived/);
      expect(code).toBe(0);
    });
  });

  it("exits 1 on the same pages without the waivers", async () => {
    await inFolder(async (folder) => {
      const { code, out } = await commandLine("verify", "fixtures/docs", "--output", folder);
      expect(out).toMatch(/^✗ not conformant: \d+ errors/);
      expect(code).toBe(1);
    });
  });

  it("tells of a page that cannot be read, once, and judges its neighbours", async () => {
    await inFolder(async (folder) => {
      cpSync("fixtures/docs", join(folder, "docs"), { recursive: true });
      const page = join(folder, "docs/api-reference/v1.0/api/identitygovernance-broken.md");
      writeFileSync(page, new Uint8Array([35, 0]));
      const { out, code } = await commandLine("verify", join(folder, "docs"), "--output", folder);
      expect(code).toBe(1);
      const { judgements } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
      const told = judgements.filter(({ file }: { file: string }) => file.endsWith("-broken.md"));
      expect(told).toHaveLength(1);
      expect(told[0].assertions).toEqual([
        expect.objectContaining({ rule: "page/unreadable", status: "fail" }),
      ]);
      expect(out).toContain("the file cannot be read: it is no text, but binary content");
      expect(judgements.length).toBeGreaterThan(20);
      const whole = await commandLine("verify", "fixtures/docs", "--output", join(folder, "whole"));
      const judged = /^Judged .*$/m;
      expect(judged.exec(out)?.[0]).toBe(judged.exec(whole.out)?.[0]);
      expect(out).toMatch(/^Not read {5}1 of \d+ files, /m);
      expect(whole.out).not.toMatch(/^Not read .* files/m);
    });
  });

  it("writes an HTML report and report.json unless told otherwise, and prints where", async () => {
    await inFolder(async (folder) => {
      const { out } = await commandLine(...waived, "--output", folder);
      expect(readdirSync(folder).sort()).toEqual(["index.html", "report.json"]);
      expect(out).toContain(join(folder, "index.html"));
    });
  });

  it("writes every format that is asked for", async () => {
    await inFolder(async (folder) => {
      await commandLine(...waived, "--output", folder, "--format", "html,json,junit,sarif,markdown,github");
      const files = [
        "annotations.txt",
        "index.html",
        "junit.xml",
        "report.json",
        "report.md",
        "report.sarif",
      ];
      expect(readdirSync(folder).sort()).toEqual(files);
    });
  });

  it("names passed rules and shows messages in report.json only with --detail", async () => {
    const judgements = (...options: string[]) =>
      inFolder(async (folder) => {
        await commandLine(...waived, "--output", folder, "--format", "json", ...options);
        return JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).judgements;
      });
    const [brief, detailed] = [await judgements(), await judgements("--detail")];
    expect(brief.filter((each: object) => "passed" in each || "request" in each)).toEqual([]);
    expect(detailed.filter((each: object) => !("passed" in each))).toEqual([]);
    expect(detailed.some((each: object) => "response" in each)).toBe(true);
    const without = detailed.map(({ passed, notApplicable, request, response, ...each }: Detailed) => {
      expect([passed.length, notApplicable.length]).toEqual([each.counts.pass, each.counts.notApplicable]);
      return each;
    });
    expect(without).toEqual(brief);
  });

  it("prints annotations for GitHub Actions when they are asked for, and else none", async () => {
    await inFolder(async (folder) => {
      const pages = ["verify", "fixtures/docs", "--output", folder];
      const { out } = await commandLine(...pages, "--format", "github");
      expect(out).toMatch(/^::error file=fixtures\/docs\/[^,]+\.md,line=\d+,/m);
      expect((await commandLine(...pages, "--format", "json")).out).not.toContain("::");
    });
  });

  it("judges only the version that is asked for", async () => {
    await inFolder(async (folder) => {
      await commandLine(
        "verify",
        "fixtures/docs",
        "--version",
        "beta",
        "--format",
        "json",
        "--output",
        folder,
      );
      const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
      const versions = new Set(report.judgements.map((judgement: { version: string }) => judgement.version));
      expect([...versions]).toEqual(["beta"]);
    });
  });

  it("writes the same bytes for the same pages, but for the provenance", async () => {
    const run = () =>
      inFolder(async (folder) => {
        await commandLine(...waived, "--output", folder, "--format", "json");
        const { provenance, ...report } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
        expect(provenance.inputs).toEqual(["fixtures/docs"]);
        return JSON.stringify(report);
      });
    expect(await run()).toBe(await run());
  });
});
