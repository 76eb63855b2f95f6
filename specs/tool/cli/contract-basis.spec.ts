import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { gateContract } from "../../../src/cli/run-gate.ts";
import { marina } from "../../support/marina.ts";
import { commandLine, inFolder, whileRunning } from "./command-line.ts";

const loan = "fixtures/rules/docs";

/** The pages of the marina in a folder, and the file that derive wrote of them. */
async function derived(folder: string, ...more: string[]): Promise<{ pages: string; contract: string }> {
  const pages = join(folder, "pages");
  for (const [file, text] of Object.entries(marina)) {
    const path = join(pages, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const output = join(folder, "schemas");
  await commandLine("derive", pages, "--output", output, ...more);
  return { pages, contract: join(output, "v1.0", "contract.json") };
}

describe("a contract.json in the place of pages", () => {
  it("is derived to the same files, but for the examples that it has not", async () => {
    await inFolder(async (folder) => {
      const { contract } = await derived(folder, "--examples");
      await commandLine("derive", contract, "--output", join(folder, "again"), "--examples");
      for (const name of ["contract.json", "openapi.json", "types.d.ts", "microsoft.graph.boat.json"]) {
        const [first, again] = [dirname(contract), join(folder, "again", "v1.0")];
        expect(readFileSync(join(again, name), "utf8")).toBe(readFileSync(join(first, name), "utf8"));
      }
    });
  });

  it("is served, with a line where there is no example to serve", async () => {
    await inFolder(async (folder) => {
      const greeting = async (...more: string[]) => {
        const { contract } = await derived(folder, ...more);
        const { code, out } = await whileRunning(["mock", contract, "--port", "0"], async (printed) => {
          const origin = /serving (\S+)\/v1\.0/.exec(printed)?.[1] ?? "";
          expect((await fetch(`${origin}/v1.0/boats`)).status).toBe(401);
        });
        expect(code).toBe(0);
        return out;
      };
      expect(await greeting()).toContain("no example is known, so all data is generated");
      expect(await greeting("--examples")).not.toContain("no example is known");
    });
  });

  it("judges traffic as its pages do", async () => {
    await inFolder(async (folder) => {
      await commandLine("derive", loan, "--output", folder);
      const file = join(folder, "traffic.har");
      writeFileSync(file, har("https://graph.microsoft.com/v1.0/lending/libraries/1/loans"));
      const run = async (docs: string) => {
        const output = join(folder, "out");
        const { code, out } = await commandLine(
          "traffic",
          file,
          "--docs",
          docs,
          "--format",
          "json",
          "--output",
          output,
        );
        expect(out).toContain("1 judged");
        const { findings } = JSON.parse(readFileSync(join(output, "report.json"), "utf8"));
        return { code, findings };
      };
      const byPages = await run(loan);
      expect(byPages.findings).not.toEqual([]);
      expect(await run(join(folder, "v1.0", "contract.json"))).toEqual(byPages);
    });
  });

  it("is what a gate judges by", async () => {
    await inFolder(async (folder) => {
      const { pages, contract } = await derived(folder, "--examples");
      const { shown: _, ...read } = await gateContract([contract], "v1.0");
      expect(read).toEqual(JSON.parse(JSON.stringify(await gateContract([pages], "v1.0"))));
      await expect(gateContract([contract], "beta")).rejects.toThrow("nothing of beta");
    });
  });
});

describe("a contract.json is refused", () => {
  it("where verify needs pages, and where it stands beside what it cannot be heard with", async () => {
    await inFolder(async (folder) => {
      const { pages, contract } = await derived(folder);
      const refused = (...argv: string[]) => expect(commandLine(...argv)).rejects;
      await refused("verify", contract).toThrow("is no page: verify judges pages by pages");
      await refused("verify", pages, "--context", contract).toThrow("verify judges pages by pages");
      await refused("mock", contract, pages).toThrow("give contracts, or pages");
      await refused("mock", contract, contract).toThrow("are both contracts of v1.0");
      await refused("derive", contract, "--metadata", "v1.0.csdl").toThrow("give it to derive");
      const other = join(folder, "other.json");
      writeFileSync(other, readFileSync(contract, "utf8").replace('"format": 1', '"format": 7'));
      await refused("mock", other).toThrow("has the form 7 of another version of this tool, which reads 1");
      await refused("traffic", "fixtures/x.har", "--docs", "nowhere.json").toThrow();
    });
  });
});

/** One answer that has what no page promises. */
function har(url: string): string {
  const text = JSON.stringify({ value: [{ id: 5 }] });
  const headers = [{ name: "Content-Type", value: "application/json" }];
  const request = { method: "GET", url, httpVersion: "HTTP/1.1", headers: [], queryString: [], cookies: [] };
  const response = {
    status: 200,
    statusText: "OK",
    headers,
    content: { mimeType: "application/json", text },
  };
  const entry = { startedDateTime: "2026-11-22T12:00:00Z", time: 1, request, response };
  return JSON.stringify({
    log: { version: "1.2", creator: { name: "spec", version: "1" }, entries: [entry] },
  });
}
