import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandLine, inFolder } from "./command-line.ts";

/** The pages of a type and of what gets one, whose example has a property. */
const pagesOf = (type: string, property: string, version = "v1.0") => ({
  [`${type}.md`]: `# ${type} resource type

Namespace: microsoft.graph

## Properties

| Property | Type | Description |
| --- | --- | --- |
| id | String | The id. |
| name | String | The name. |

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.${type}" } -->

\`\`\`json
{ "@odata.type": "#microsoft.graph.${type}", "id": "String", "name": "String" }
\`\`\`
`,
  [`${type}-get.md`]: `# Get ${type}

Namespace: microsoft.graph

## HTTP request

\`\`\`http
GET /pier/${type}s/{id}
\`\`\`

## Response

If successful, this method returns a \`200 OK\` response code and a [${type}](${type}.md) object in the response body.

## Example

<!-- { "blockType": "request", "name": "get_${type}" } -->

\`\`\`http
GET https://graph.microsoft.com/${version}/pier/${type}s/7
\`\`\`

<!-- { "blockType": "response", "@odata.type": "microsoft.graph.${type}" } -->

\`\`\`http
HTTP/1.1 200 OK
Content-Type: application/json

{
  "id": "7",
  "${property}": "north"
}
\`\`\`
`,
});

/** Runs with a folder of pages, `docs`, and a place for a baseline. */
function withPages(
  use: (run: {
    readonly folder: string;
    readonly file: string;
    write(pages: Readonly<Record<string, string>>): void;
    verify(...options: string[]): Promise<{ code: number; out: string }>;
  }) => Promise<void>,
): Promise<void> {
  return inFolder(async (folder) => {
    mkdirSync(join(folder, "docs"));
    const file = join(folder, "base.json");
    await use({
      folder,
      file,
      write(pages) {
        for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, "docs", name), text);
      },
      verify: (...options) =>
        commandLine("verify", "--output", join(folder, "out"), "--baseline", file, ...options),
    });
  });
}

describe("--baseline", () => {
  it("is written where there is none yet, and then only what is new fails", async () => {
    await withPages(async ({ folder, file, write, verify }) => {
      const docs = join(folder, "docs");
      write(pagesOf("lamp", "nam"));
      const first = await verify(docs, "--update-baseline");
      expect(first.code).toBe(0);
      expect(first.out).toMatch(/^◐ conformant but for the baseline: /);
      const written = readFileSync(file, "utf8");
      expect(JSON.parse(written)).toMatchObject({ form: "baseline", judged: ["v1.0/lamp", "v1.0/lamp-get"] });

      expect((await verify(docs)).code).toBe(0);
      write(pagesOf("rope", "nam"));
      const { code, out } = await verify(docs);
      expect(code).toBe(1);
      expect(out).toMatch(/^✗ not conformant: 1 new error/);

      for (const name of ["rope.md", "rope-get.md"]) rmSync(join(docs, name));
      write(pagesOf("lamp", "name"));
      const mended = await verify(docs);
      expect(mended.code).toBe(0);
      expect(mended.out).toMatch(
        / {2}error {2}body\/unknown-property {2}.* {2}v1\.0\/lamp-get, get_lamp, \/nam\n/,
      );
      expect(readFileSync(file, "utf8")).toBe(written);
      await verify(docs, "--update-baseline");
      expect(readFileSync(file, "utf8")).not.toContain("/nam");
    });
  });

  it("takes any report.json of before, and says the same", async () => {
    await withPages(async ({ folder, write, file, verify }) => {
      const docs = join(folder, "docs");
      write(pagesOf("lamp", "nam"));
      await commandLine("verify", docs, "--output", join(folder, "earlier"), "--format", "json");
      cpSync(join(folder, "earlier", "report.json"), file);
      const byReport = await verify(docs);
      expect(byReport.code).toBe(0);
      rmSync(file);
      await verify(docs, "--update-baseline");
      expect((await verify(docs)).out).toBe(byReport.out);
    });
  });

  it("is held against one page of many, of which the others are not judged", async () => {
    await withPages(async ({ folder, write, verify }) => {
      write(pagesOf("lamp", "nam"));
      write(pagesOf("rope", "nam"));
      await verify(join(folder, "docs"), "--update-baseline");
      const { code, out } = await verify(
        join(folder, "docs", "lamp.md"),
        join(folder, "docs", "lamp-get.md"),
      );
      expect(code).toBe(0);
      expect(out).toMatch(/Baseline {5}0 new, \d+ known, 0 fixed, \d+ not judged now/);
      write(pagesOf("oar", "nam"));
      expect((await verify(join(folder, "docs", "oar.md"), join(folder, "docs", "oar-get.md"))).code).toBe(1);
    });
  });

  it("is refused where it is of another contract, naming both", async () => {
    await withPages(async ({ folder, write, verify }) => {
      const docs = join(folder, "docs");
      write(pagesOf("lamp", "nam"));
      await verify(docs, "--update-baseline");
      const other = join(folder, "other");
      mkdirSync(other);
      for (const [name, text] of Object.entries(pagesOf("rope", "nam")))
        writeFileSync(join(other, name), text);
      await expect(verify(other)).rejects.toThrow(
        /is a baseline of other pages \(v1\.0\/lamp, v1\.0\/lamp-get; from .*docs\), and this run is of .*other, which has none of them \(v1\.0\/rope, v1\.0\/rope-get\)/,
      );
      await expect(verify(other, "--update-baseline")).rejects.toThrow("is a baseline of other pages");
      write(pagesOf("lamp", "nam", "beta"));
      await expect(verify(join(docs, "lamp-get.md"))).rejects.toThrow(
        "is a baseline of v1.0, and this run is of beta",
      );
      // A repository that has renamed all its pages is the same one.
      const { "lamp.md": type = "", "lamp-get.md": get = "" } = pagesOf("lamp", "nam");
      for (const name of ["lamp.md", "lamp-get.md"]) rmSync(join(docs, name));
      write({ "lantern.md": type, "get-lantern.md": get.replace("(lamp.md)", "(lantern.md)") });
      expect((await verify(docs)).code).toBe(0);
    });
  });

  it("is refused where it is of another source or another form", async () => {
    await withPages(async ({ folder, file, write, verify }) => {
      const docs = join(folder, "docs");
      write(pagesOf("lamp", "nam"));
      await verify(docs, "--update-baseline");
      const written = JSON.parse(readFileSync(file, "utf8"));
      const refused = async (value: unknown, why: string) => {
        writeFileSync(file, JSON.stringify(value));
        await expect(verify(docs)).rejects.toThrow(why);
      };
      await refused(
        { ...written, sources: ["tenant"] },
        "is a baseline of a tenant (gate), and this run is of documentation (verify)",
      );
      await refused({ ...written, format: 1 }, "has form 1 of the report, and this tool reads form 2");
      await refused({ ...written, findings: [{}] }, "is no baseline of graph-conformance");
      await refused({ waivers: [] }, "is no report.json of graph-conformance");
    });
  });

  it("says what to do where it cannot be", async () => {
    await withPages(async ({ folder, write, file, verify }) => {
      const docs = join(folder, "docs");
      write(pagesOf("lamp", "nam"));
      await expect(verify(docs)).rejects.toThrow("--update-baseline writes it from what is found now");
      await expect(commandLine("verify", docs, "--update-baseline")).rejects.toThrow("name one");
      await expect(
        commandLine(
          "verify",
          docs,
          "--baseline",
          file,
          "--update-baseline",
          "--output",
          join(file, "..", "a"),
          "--format",
          "json",
        ),
      ).resolves.toMatchObject({ code: 0 });
    });
  });

  it("never is the report that the run itself writes: nothing would be new in the next", async () => {
    await withPages(async ({ folder, write }) => {
      const out = join(folder, "out");
      write(pagesOf("lamp", "nam"));
      const run = () =>
        commandLine("verify", join(folder, "docs"), "--output", out, "--baseline", join(out, "report.json"));
      await expect(run()).rejects.toThrow("would be written over its own baseline");
      expect(existsSync(out)).toBe(false);
    });
  });

  it("is no harm to fail-on and waivers", async () => {
    await withPages(async ({ folder, write, verify }) => {
      const docs = join(folder, "docs");
      write(pagesOf("lamp", "nam"));
      await verify(docs, "--update-baseline");
      const waivers = join(folder, "waivers.json");
      const one = {
        rule: "body/unknown-property",
        scope: "lamp-get",
        reason: "a",
        owner: "b",
        link: "https://x.example",
      };
      writeFileSync(waivers, JSON.stringify({ waivers: [{ ...one, expires: "2020-01-01" }] }));
      const { code, out } = await verify(docs, "--waivers", waivers);
      expect(code).toBe(1);
      expect(out).toContain("waiver/expired");
      expect((await verify(docs, "--fail-on", "info")).code).toBe(0);
    });
  });
});

describe("--trend", () => {
  it("says what became of the findings since earlier reports, from a folder or by name", async () => {
    await withPages(async ({ folder, write }) => {
      const history = join(folder, "history");
      const docs = join(folder, "docs");
      const run = (output: string, ...options: string[]) =>
        commandLine("verify", docs, "--format", "json", "--output", join(history, output), ...options);
      write(pagesOf("lamp", "nam"));
      await run("one");
      write(pagesOf("lamp", "name"));
      const { out } = await run("two", "--trend", history);
      expect(out).toMatch(/Trend {8}since 2026-11-22, of 2 runs: 0 new, \d+ still, [1-9]\d* fixed\n/);
      const [first] = JSON.parse(readFileSync(join(history, "two", "report.json"), "utf8")).trend;
      expect(first.file).toBe(join(history, "one", "report.json"));
      const named = ["one", "two"].flatMap((name) => ["--trend", join(history, name, "report.json")]);
      expect((await run("three", ...named)).out).toMatch(/of 3 runs: 0 new, \d+ still, 0 fixed\n/);
    });
  });

  it("refuses a report of another contract, and does not go with --watch", async () => {
    await withPages(async ({ folder, write }) => {
      const docs = join(folder, "docs");
      write(pagesOf("lamp", "nam"));
      const output = join(folder, "out");
      await commandLine("verify", docs, "--format", "json", "--output", output);
      write(pagesOf("lamp", "nam", "beta"));
      const trend = ["--trend", join(output, "report.json")];
      await expect(commandLine("verify", join(docs, "lamp-get.md"), ...trend)).rejects.toThrow(
        /is a report of v1\.0, and this run is of beta: --trend takes earlier reports of the same contract/,
      );
      await expect(commandLine("verify", docs, "--watch", ...trend)).rejects.toThrow(
        "--watch and --trend exclude each other",
      );
    });
  });
});
