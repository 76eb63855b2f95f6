import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { marina } from "../../support/marina.ts";
import { commandLine, inFolder } from "./command-line.ts";

const draught = "|draught|Int32|In centimetres.|";

/** The pages in a folder of their own, one row of them changed. */
function write(folder: string, row = draught): string {
  for (const [file, text] of Object.entries(marina)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replace(draught, row));
  }
  return folder;
}

describe("diff", () => {
  it("prints one line and exits 0 where nothing changed", async () => {
    await inFolder(async (folder) => {
      const [old, next] = [
        write(join(folder, "old")),
        write(join(folder, "new"), "|draught|Int32|How deep it lies.|"),
      ];
      const { code, out } = await commandLine("diff", old, next, "--output", join(folder, "out"));
      expect(out).toBe("✓ Nothing changed.\n");
      expect(code).toBe(0);
    });
  });

  it("exits 1 for what breaks the clients that are asked for, and 0 for the others", async () => {
    await inFolder(async (folder) => {
      const [old, next] = [
        write(join(folder, "old")),
        write(join(folder, "new"), "|draught|Int32|Deep. Required.|"),
      ];
      const run = (...more: string[]) =>
        commandLine("diff", old, next, "--output", join(folder, "out"), ...more);
      const all = await run();
      expect(all.code).toBe(1);
      expect(all.out).toContain("property/now-required");
      expect((await run("--for", "read,sdk")).code).toBe(0);
      const policy = join(folder, "policy.json");
      writeFileSync(policy, '{"rules": {"property/now-required": {"write": "risky"}}}');
      const decided = await run("--policy", policy);
      expect(decided.code).toBe(0);
      expect(decided.out).toContain("weighed by the policy");
      expect((await run("--policy", policy, "--fail-on", "risky")).code).toBe(1);
    });
  });

  it("compares folders with contracts that derive wrote, and says the same", async () => {
    await inFolder(async (folder) => {
      const [old, next] = [write(join(folder, "old")), write(join(folder, "new"), "|draught|String|Deep.|")];
      for (const side of [old, next]) await commandLine("derive", side, "--output", `${side}-schemas`);
      const changes = async (one: string, other: string) => {
        await commandLine("diff", one, other, "--format", "json", "--output", join(folder, "out"));
        return JSON.parse(readFileSync(join(folder, "out", "changes.json"), "utf8")).changes;
      };
      const file = (side: string) => join(`${side}-schemas`, "v1.0", "contract.json");
      expect(await changes(file(old), file(next))).toEqual(await changes(old, next));
      expect(await changes(old, file(next))).toEqual(await changes(old, next));
    });
  });

  it("compares revisions of a checkout, where an existing path wins and a drive letter is none", async () => {
    await inFolder(async (folder) => {
      const git = (...args: string[]) =>
        execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
          cwd: folder,
        });
      git("init", "-q");
      write(join(folder, "docs"));
      git("add", ".");
      git("commit", "-qm", "one");
      write(join(folder, "docs"), "|draught|String|Deep.|");
      const before = process.cwd();
      try {
        process.chdir(folder);
        const { out } = await commandLine("diff", "HEAD:docs", "docs", "--output", "out");
        expect(out).toContain('"draught" of microsoft.graph.boat was Int32 and is String');
        await expect(commandLine("diff", "nowhere:docs", "docs")).rejects.toThrow(
          "nowhere:docs cannot be read: it is no path here",
        );
        await expect(commandLine("diff", "C:\\docs", "docs")).rejects.toThrow("does not exist");
      } finally {
        process.chdir(before);
      }
    });
  });

  it("explains a rule with who says what it weighs, and refuses one that is none", async () => {
    const { out, code } = await commandLine("diff", "--explain", "member/added");
    expect(code).toBe(0);
    expect(out).toContain("Microsoft Graph REST API guidelines");
    expect(out).toContain("says compatible");
    await expect(commandLine("diff", "--explain", "member/add")).rejects.toThrow(
      "did you mean member/added?",
    );
  });

  it.each([
    [[], "diff compares two contracts"],
    [["fixtures/docs"], "diff compares two contracts"],
    [["fixtures/docs", "nowhere"], "nowhere cannot be read: it does not exist"],
    [["fixtures/docs", "package.json"], "package.json is no contract"],
    [
      ["fixtures/docs/api-reference/v1.0", "fixtures/docs/api-reference/beta", "--version", "v1.0"],
      "no page of v1.0",
    ],
  ])("refuses %j with a sentence", async (paths, sentence) => {
    await expect(commandLine("diff", ...paths)).rejects.toThrow(sentence);
  });

  it.each([
    ["[]", "must be an object"],
    ['{"rule": {}}', '"rule" is neither "rules" nor "prefer"'],
    ['{"prefer": "me"}', '"prefer" must be one of'],
    ['{"rules": {"member/add": "risky"}}', 'did you mean "member/added"?'],
    ['{"rules": {"member/added": "bad"}}', "must be one of breaking"],
    ['{"rules": {"member/*": {"reads": "risky"}}}', '"reads" of "member/*" is none of'],
    ["{", "is not JSON"],
  ])("refuses the policy %s with a sentence", async (text, sentence) => {
    await inFolder(async (folder) => {
      const file = join(folder, "policy.json");
      writeFileSync(file, text);
      await expect(commandLine("diff", "fixtures/docs", "fixtures/docs", "--policy", file)).rejects.toThrow(
        sentence,
      );
    });
  });
});
