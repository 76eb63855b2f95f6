import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandLine, inFolder, whileRunning } from "./command-line.ts";

const api = "api-reference/v1.0/api";
const said = `${api}/bad-get.md: the file cannot be read: it does not exist`;
const har = JSON.stringify({
  log: {
    version: "1.2",
    entries: [
      {
        request: {
          method: "GET",
          url: "https://graph.microsoft.com/v1.0/identityGovernance/lifecycleWorkflows/workflows/1/runs/2/userProcessingResults",
          headers: [],
        },
        response: {
          status: 200,
          statusText: "OK",
          headers: [{ name: "Content-Type", value: "application/json" }],
          content: {
            text: JSON.stringify({
              "@odata.context":
                "https://graph.microsoft.com/v1.0/$metadata#identityGovernance/lifecycleWorkflows/workflows('1')/runs('2')/userProcessingResults",
              value: [],
            }),
          },
        },
      },
    ],
  },
});

/** Runs where the pages that come with the tool lie, with a page among them that leads nowhere, or without it. */
function among(isBroken: boolean, use: (docs: string, folder: string) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    const docs = join(folder, "docs");
    cpSync("fixtures/docs", docs, { recursive: true });
    if (isBroken) symlinkSync(join(folder, "nowhere.md"), join(docs, api, "bad-get.md"));
    writeFileSync(join(folder, "a.har"), har);
    await use(docs, folder);
  });
}

describe("a page that cannot be read among those whose promises count", () => {
  it.each([true, false])(
    "is a finding of traffic, which judges by all others (there is one: %s)",
    (isBroken) =>
      among(isBroken, async (docs, folder) => {
        const output = join(folder, "out");
        const { code, out } = await commandLine(
          "traffic",
          join(folder, "a.har"),
          "--docs",
          docs,
          "--output",
          output,
        );
        const { findings, summary } = JSON.parse(readFileSync(join(output, "report.json"), "utf8"));
        expect(out).toContain("Exchanges    1: 1 judged");
        expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(
          isBroken ? ["page/unreadable"] : [],
        );
        expect(out.includes(`Not read     ${docs}/${said}\n`)).toBe(isBroken);
        expect(out).toMatch(/^Judged {7}1 operation, 1 recorded exchange$/m);
        expect([code, summary.pages]).toEqual([isBroken ? 1 : 0, 0]);
      }),
  );

  it.each([true, false])("is named by the mock, which serves all others (there is one: %s)", (isBroken) =>
    among(isBroken, async (docs) => {
      await whileRunning(["mock", docs, "--port", "0"], async (printed) => {
        expect(printed.includes(`Not read     ${docs}/${said}\n`)).toBe(isBroken);
        expect(printed).toMatch(/serving .*v1\.0 \(\d+ operations\)/);
      });
    }),
  );

  it("is an error where a contract would be written or compared with a hole in it", () =>
    among(true, async (docs, folder) => {
      const why = `${docs}/${api}/bad-get.md cannot be read: it does not exist`;
      const output = join(folder, "out");
      await expect(commandLine("derive", docs, "--output", output)).rejects.toThrow(why);
      await expect(
        commandLine("diff", docs, "schemas/v1.0/contract.json", "--output", output),
      ).rejects.toThrow(why);
    }));

  it("is an error where it is what was named", () =>
    among(true, async (docs, folder) => {
      const page = join(docs, api, "bad-get.md");
      await expect(commandLine("traffic", join(folder, "a.har"), "--docs", page)).rejects.toThrow(
        "cannot be read",
      );
    }));
});
