import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandLine, inFolder } from "./command-line.ts";

const resources = "api-reference/v1.0/resources";
const api = "api-reference/v1.0/api";
const run = `${resources}/identitygovernance-run.md`;

/** `v1.0/api/run-get.md` */
function below(file: string): string {
  return file.split("api-reference/")[1] ?? file;
}

interface Judged {
  readonly out: string;
  readonly code: number;
  /** The pages that were judged, by their names. */
  readonly pages: readonly string[];
  /** The findings, as they are told. */
  readonly findings: readonly string[];
}

/** Makes a checkout of the pages that come with the tool, changes it, and judges it. */
async function judged<Result>(
  change: (folder: string) => void,
  use: (verify: (...options: string[]) => Promise<Judged>) => Promise<Result>,
): Promise<Result> {
  return inFolder(async (folder) => {
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: folder });
    git("init", "-q");
    cpSync("fixtures/docs/api-reference", join(folder, "api-reference"), { recursive: true });
    git("add", ".");
    git("commit", "-qm", "before");
    change(folder);
    return use(async (...options) => {
      const output = join(folder, "report");
      rmSync(output, { recursive: true, force: true });
      const docs = join(folder, "api-reference");
      const { out, code } = await commandLine(
        "verify",
        docs,
        "--no-cache",
        "--format",
        "json",
        "--output",
        output,
        ...options,
      );
      const text = (() => {
        try {
          return readFileSync(join(output, "report.json"), "utf8");
        } catch {
          return '{"judgements":[],"findings":[]}';
        }
      })();
      const report: {
        judgements: { kind: string; file: string }[];
        findings: { rule: string; fingerprint: string; span: { file: string } }[];
      } = JSON.parse(text);
      return {
        out,
        code,
        pages: [...new Set(report.judgements.map(({ file }) => below(file)))].sort(),
        findings: report.findings.map(
          ({ rule, fingerprint, span }) => `${below(span.file)} ${rule} ${fingerprint}`,
        ),
      };
    });
  });
}

function edit(folder: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
}

describe("verify --since", () => {
  it("judges nothing where nothing changed, and passes", async () => {
    await judged(
      () => {},
      async (verify) => {
        const { out, code, pages } = await verify("--since", "HEAD");
        expect([code, pages]).toEqual([0, []]);
        expect(out).toBe(
          "Since        HEAD: 0 pages changed, 0 depend on them, 25 not judged: there is nothing to judge\n",
        );
      },
    );
  });

  it("judges an API page that changed alone, with what links to it", async () => {
    const page = `${api}/identitygovernance-userprocessingresult-get.md`;
    await judged(
      (folder) => edit(folder, page, "## Response", "## Response\n\nMore words.\n"),
      async (verify) => {
        const { out, pages } = await verify("--since", "HEAD");
        expect(pages).toContain("v1.0/api/identitygovernance-userprocessingresult-get.md");
        // Its Methods table leads there; a list of other things does not.
        expect(pages).toContain("v1.0/resources/identitygovernance-userprocessingresult.md");
        expect(pages).not.toContain(
          "v1.0/api/identitygovernance-userprocessingresult-list-taskprocessingresults.md",
        );
        expect(out).toMatch(/\nSince {8}HEAD: 1 page changed, \d+ depend on it, \d+ not judged\n/);
      },
    );
  });

  it("judges what a changed resource is promised by, and says of it what a whole run says", async () => {
    await judged(
      (folder) => edit(folder, run, "|totalTasksCounts|", "|totalTasksCount|"),
      async (verify) => {
        const since = await verify("--since", "HEAD");
        const whole = await verify();
        expect(since.pages).toContain("v1.0/api/identitygovernance-run-list-reprocessedruns.md");
        expect(since.pages.length).toBeLessThan(whole.pages.length);
        const judgedPages = new Set(since.pages);
        expect(since.findings.length).toBeGreaterThan(0);
        expect([...since.findings].sort()).toEqual(
          whole.findings.filter((finding) => judgedPages.has(finding.split(" ")[0] ?? "")).sort(),
        );
      },
    );
  });

  it.each([
    [
      "new, though nobody added it",
      (folder: string) => cpSync(join(folder, run), join(folder, `${resources}/identitygovernance-run2.md`)),
      "v1.0/resources/identitygovernance-run2.md",
    ],
    [
      "renamed",
      (folder: string) =>
        renameSync(join(folder, run), join(folder, `${resources}/identitygovernance-ran.md`)),
      "v1.0/resources/identitygovernance-ran.md",
    ],
  ])("judges a page that is %s", async (_, change, name) => {
    await judged(change, async (verify) => expect((await verify("--since", "HEAD")).pages).toContain(name));
  });

  it("judges the pages that lead to one that is gone", async () => {
    await judged(
      (folder) => rmSync(join(folder, run)),
      async (verify) => {
        const { pages, findings } = await verify("--since", "HEAD");
        expect(pages).toContain("v1.0/api/identitygovernance-run-list-reprocessedruns.md");
        expect(findings.length).toBeGreaterThan(0);
      },
    );
  });

  it("refuses a revision that git does not know, and pages in no checkout, with a sentence", async () => {
    await judged(
      () => {},
      async (verify) => {
        await expect(verify("--since", "nowhere")).rejects.toThrow(
          "--since nowhere: git knows no such revision",
        );
        await expect(verify("--since", "--output=x")).rejects.toThrow("--since takes a value");
      },
    );
    await inFolder(async (folder) => {
      cpSync("fixtures/docs", folder, { recursive: true });
      await expect(commandLine("verify", folder, "--since", "HEAD")).rejects.toThrow(
        "--since HEAD: the pages lie in no git checkout",
      );
    });
  });
});
