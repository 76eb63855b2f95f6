import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { commandLine, inFolder } from "./command-line.ts";

const run = resourcePage("run", {
  properties: ["|id|String|Key.|", "|total|Int32|A number.|"],
  json: { id: "String", total: 1 },
});

/** A page whose example holds a word where the resource's page says a number. */
function listPage(path: string): string {
  return apiPage(`List ${path}`, `GET /${path}`, {
    response: "`200 OK` response code and a collection of [run](../resources/run.md) objects",
    examples: [
      [
        `GET https://graph.microsoft.com/v1.0/${path}`,
        'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "value": [{ "id": "1", "total": "many" }] }',
      ],
    ],
  });
}

const deletion = apiPage("Delete run", "DELETE /runs/{id}", {
  response: "`204 No Content` response code and nothing",
  examples: [["DELETE https://graph.microsoft.com/v1.0/runs/1", "HTTP/1.1 204 No Content"]],
});

const files = {
  "docs/api-reference/v1.0/resources/run.md": run,
  "docs/api-reference/v1.0/api/run-list.md": listPage("runs"),
  "docs/api-reference/v1.0/api/race-list.md": listPage("races"),
  "docs/api-reference/v1.0/api/run-delete.md": deletion,
  "pair/resources/run.md": run,
  "pair/api/run-list.md": listPage("runs"),
  "noted/resources/run.md": run,
  "noted/api/run-list.md": listPage("runs"),
  "noted/concepts/a.md": "# A note\n",
  "noted/concepts/b.md": "# Another\n",
  "apart/api/run-list.md": listPage("runs"),
  "apart/api/run-delete.md": deletion,
};

interface Verified {
  readonly code: number;
  readonly out: string;
  /** What `report.json` holds. */
  readonly report: {
    readonly summary: { readonly pages: number; readonly examples: number; readonly verdict: string };
    readonly findings: readonly { readonly rule: string }[];
    readonly judgements: readonly { readonly file: string }[];
  };
}

/** Verifies what lies in a folder of its own that holds the files above. */
function verify(path: string, ...more: string[]): Promise<Verified> {
  return inFolder(async (folder) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const args = more.map((word) => word.replace("$", `${folder}/`));
    const output = join(folder, "reports");
    const { code, out } = await commandLine(
      "verify",
      join(folder, path),
      ...args,
      "--format",
      "json",
      "--output",
      output,
    );
    const report = JSON.parse(readFileSync(join(output, "report.json"), "utf8"));
    return { code, out: out.replaceAll(`${folder}/`, ""), report };
  });
}

function rules({ report }: Verified): readonly string[] {
  return report.findings.map(({ rule }) => rule).sort();
}

describe("verify of one page", () => {
  it("judges it by the types of the api-reference that it lies in, and says so in one line", async () => {
    const verified = await verify("docs/api-reference/v1.0/api/run-list.md");
    expect(verified.code).toBe(1);
    expect(rules(verified)).toEqual(["body/type"]);
    expect(verified.out).toMatch(/^Context {6}docs\/api-reference, 4 pages$/m);
  });

  it("judges it by the folder that holds its api and resources, where none is called so", async () => {
    for (const path of ["pair/api/run-list.md", "pair/api"]) {
      const verified = await verify(path);
      expect(rules(verified)).toEqual(["body/type"]);
      expect(verified.out).toMatch(/^Context {6}pair, 2 pages$/m);
    }
  });

  it("shows and counts nothing of the other pages", async () => {
    const { report, out } = await verify("docs/api-reference/v1.0/api/run-list.md");
    expect([...new Set(report.judgements.map(({ file }) => file.split("/").at(-1)))]).toEqual([
      "run-list.md",
    ]);
    expect(report.summary).toMatchObject({ pages: 1, examples: 1 });
    expect(out).not.toContain("race-list");
  });

  it("counts notes among the context apart from pages, as those that are judged", async () => {
    const others = " and 2 files without an operation or a resource";
    const verified = await verify("noted/api/run-list.md");
    expect(verified.out).toMatch(new RegExp(`^Context {6}noted, 2 pages${others}$`, "m"));
    expect((await verify("noted")).out).toMatch(new RegExp(`^Judged {7}2 pages${others},`, "m"));
  });

  it("takes the folder that --context names instead", async () => {
    const verified = await verify("apart/api/run-list.md", "--context", "$docs");
    expect(rules(verified)).toEqual(["body/type"]);
    expect(verified.report.summary.pages).toBe(1);
    expect(verified.out).toMatch(/^Context {6}docs, 4 pages$/m);
  });

  it("judges it by itself with --context none, and where it lies in neither", async () => {
    for (const verified of [
      await verify("docs/api-reference/v1.0/api/run-list.md", "--context", "none"),
      await verify("apart/api/run-list.md"),
    ]) {
      expect(rules(verified)).toEqual([]);
      expect(verified.out).not.toContain("Context");
    }
  });

  it("cannot run where --context names nothing that can be read", async () => {
    await expect(verify("apart/api/run-list.md", "--context", "$nowhere")).rejects.toThrow(
      /nowhere cannot be read: it does not exist/,
    );
  });
});

describe("verify of a part of a tree", () => {
  it("judges its pages, with the rest of the api-reference as context", async () => {
    const verified = await verify("docs/api-reference/v1.0/api");
    expect(rules(verified)).toEqual(["body/type", "body/type"]);
    expect(verified.report.summary).toMatchObject({ pages: 3, examples: 3 });
    expect(verified.out).toMatch(/^Context {6}docs\/api-reference, 4 pages$/m);
  });

  it.each(["docs", "docs/api-reference"])("needs no context where %s is all of it", async (path) => {
    const verified = await verify(path);
    expect(rules(verified)).toEqual(["body/type", "body/type"]);
    expect(verified.report.summary.pages).toBe(4);
    expect(verified.out).not.toContain("Context");
  });

  it("says of its pages just what a run over all of them says", async () => {
    const judgements = (path: string) =>
      inFolder(async (folder) => {
        await commandLine("verify", path, "--format", "json", "--output", folder);
        const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
        const all: readonly { readonly file: string }[] = report.judgements;
        return all.filter(({ file }) => file.startsWith("fixtures/docs/api-reference/beta/api/"));
      });
    const part = await judgements("fixtures/docs/api-reference/beta/api");
    expect(part.length).toBeGreaterThan(0);
    expect(part).toEqual(await judgements("fixtures/docs"));
  });

  it("leaves the names of the files as the path was given", async () => {
    const { report } = await verify("docs/api-reference/v1.0/resources/../api/run-list.md");
    expect(report.judgements[0]?.file).toMatch(/docs\/api-reference\/v1\.0\/api\/run-list\.md$/);
  });
});

describe("a waiver, where only a part was judged", () => {
  const about = { reason: "Known.", owner: "us", expires: "2099-12-31", link: "https://example.com" };

  /** The rules of the findings when one page is verified with a waiver, or all pages are. */
  async function withWaiver(waiver: object, path: string, ...more: string[]): Promise<readonly string[]> {
    return inFolder(async (folder) => {
      const file = join(folder, "waivers.json");
      writeFileSync(file, JSON.stringify({ waivers: [{ ...about, ...waiver }] }));
      return rules(await verify(path, "--waivers", file, ...more));
    });
  }

  const one = "docs/api-reference/v1.0/api/run-list.md";

  it.each([
    ["a page", "race-list"],
    ["a version and a page", "v1.0/race-list"],
    ["an operation", "GET /races"],
    ["a type", "microsoft.graph.run"],
    ["a pattern that other pages fit, too", "*-list"],
  ])("for %s that was not judged is not called unused", async (_, scope) => {
    expect(await withWaiver({ rule: "body/null", scope }, one)).toEqual(["body/type"]);
  });

  it.each([
    ["the page", "run-list"],
    ["its version and name", "v1.0/run-list"],
    ["its operation", "GET /runs"],
    ["a pattern that no other page fits", "run-l*"],
  ])("for %s that was judged is unused when it accepts nothing", async (_, scope) => {
    expect(await withWaiver({ rule: "body/null", scope }, one)).toEqual(["body/type", "waiver/unused"]);
  });

  it("for a fingerprint is not called unused, since nobody knows whose it is", async () => {
    const waiver = { fingerprint: "0123456789ab" };
    expect(await withWaiver(waiver, one)).toEqual(["body/type"]);
    expect(await withWaiver(waiver, one, "--context", "none")).toEqual([]);
    expect(await withWaiver(waiver, "docs")).toEqual(["body/type", "body/type", "waiver/unused"]);
  });

  it("for pages of the other version is not called unused by --version", async () => {
    const waiver = { rule: "body/null", scope: "v1.0/run-list" };
    expect(await withWaiver(waiver, "docs", "--version", "v1.0")).toContain("waiver/unused");
  });

  it("accepts its finding as ever", async () => {
    expect(await withWaiver({ rule: "body/type", scope: "run-list" }, one)).toEqual([]);
  });
});

describe("a run in which no body could be judged", () => {
  it("has verified nothing: a broken page that knows no types is not green", async () => {
    const { code, out, report } = await verify("apart/api/run-list.md");
    expect(report.summary.verdict).toBe("nothing verified");
    expect(out).toMatch(/^○ nothing verified: \d+ not verified$/m);
    expect(code).toBe(1);
  });

  it("is not one with a body that was judged, nor one without a body", async () => {
    expect((await verify("docs", "--fail-on", "error")).report.summary.verdict).toBe("not conformant");
    expect((await verify("docs/api-reference/v1.0/api/run-delete.md")).report.summary.verdict).toBe(
      "conformant",
    );
    expect((await verify("apart/api/run-delete.md")).report.summary.verdict).toBe("conformant");
  });
});
