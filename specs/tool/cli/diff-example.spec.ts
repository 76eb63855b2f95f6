import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readContract } from "../../../src/cli/read-basis.ts";
import { contractText } from "../../../src/contract/contract-file.ts";
import { diffContracts } from "../../../src/diff/diff-contracts.ts";
import { commandLine, inFolder } from "./command-line.ts";
import { earlierContract } from "./earlier-contract.ts";

const files = ["fixtures/earlier/contract.json", "schemas/v1.0/contract.json"] as const;
const read = (file: string) => readFileSync(file, "utf8");

describe("the example of what changed, which npm run example writes", () => {
  const [before, after] = files.map((file) => readContract(file));
  if (!before || !after) throw new Error("the example has two sides");

  it("begins with the pages of the package as they were before runs could be processed again", () => {
    expect(contractText(earlierContract())).toBe(read(files[0]));
  });

  it("has just what came with it, which breaks nobody", () => {
    const changes = diffContracts(before, after);
    expect(changes.map(({ rule }) => rule)).toEqual([
      "member/added-on-request",
      "path/added",
      "path/added",
      "property/added",
      "relationship/added",
      "relationship/added",
    ]);
    for (const { weighs } of changes) expect(new Set(Object.values(weighs))).toEqual(new Set(["compatible"]));
  });

  it("breaks whoever uses it, were it taken back", () => {
    for (const { rule, weighs } of diffContracts(after, before))
      expect(Object.values(weighs), rule).toContain("breaking");
  });

  it("stands in the README, and under reports/example, as diff writes it", async () => {
    const shown = "reports/example/changes";
    await inFolder(async (output) => {
      await commandLine("diff", ...files, "--format", "markdown,html", "--output", output);
      const changelog = readFileSync(`${output}/changes.md`, "utf8");
      expect(read(`${shown}/changes.md`)).toBe(changelog);
      // Its links lead from where it stands.
      const pathTo = /href="(?!#)[^"]*?(?=(?:fixtures|schemas)\/)/g;
      expect(read(`${shown}/index.html`).replaceAll(pathTo, "")).toBe(
        readFileSync(`${output}/index.html`, "utf8").replaceAll(pathTo, ""),
      );
      const quoted = changelog
        .slice(changelog.indexOf("## "))
        .trimEnd()
        .replace(/^(?=.)/gm, "> ")
        .replace(/^$/gm, ">");
      expect(read("README.md")).toContain(quoted);
    });
  });
});
