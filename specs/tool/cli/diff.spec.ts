import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { marina } from "../../support/marina.ts";
import { csdlOf } from "../../support/metadata-of.ts";
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
        for (const root of ["HEAD:.", "HEAD:./", "HEAD:", "HEAD:./docs/"]) {
          expect((await commandLine("diff", root, "docs", "--output", "out")).out).toContain(
            '"draught" of microsoft.graph.boat was Int32 and is String',
          );
        }
        process.chdir("docs");
        for (const root of ["HEAD:docs", "HEAD:./"]) {
          expect((await commandLine("diff", root, ".", "--output", "../out")).out).toContain(
            '"draught" of microsoft.graph.boat was Int32 and is String',
          );
        }
        process.chdir(folder);
        await expect(commandLine("diff", "nowhere:docs", "docs")).rejects.toThrow(
          "nowhere:docs cannot be read: it is no path here",
        );
        await expect(commandLine("diff", "C:\\docs", "docs")).rejects.toThrow("does not exist");
        await expect(commandLine("diff", "HEAD", "docs")).rejects.toThrow(
          "HEAD cannot be read: git has a revision of that name, and wants a path behind it: HEAD:path/to/",
        );
        await expect(commandLine("diff", "HEAT", "docs")).rejects.toThrow("it does not exist");
      } finally {
        process.chdir(before);
      }
    });
  });

  it("holds two editions of the metadata beside the pages, and says what it needs for it", async () => {
    await inFolder(async (folder) => {
      const [old, next] = [write(join(folder, "old")), write(join(folder, "new"), "|draught|Boolean|Deep.|")];
      const metadata = [join(folder, "old.csdl"), join(folder, "new.csdl")];
      const boat = csdlOf(
        '<EntityType Name="boat"><Property Name="draught" Type="Edm.Boolean"/></EntityType>',
      );
      // What PowerShell writes with ">" is read like any other.
      writeFileSync(metadata[0] ?? "", `\ufeff${boat}`, "utf16le");
      writeFileSync(metadata[1] ?? "", boat);
      const run = (...more: string[]) =>
        commandLine("diff", old, next, "--output", join(folder, "out"), ...more);
      const both = metadata.flatMap((file) => ["--metadata", file]);
      expect((await run()).code).toBe(1);
      const { code, out } = await run(...both);
      expect(code).toBe(0);
      expect(out).toContain("property/type-mended 1");
      expect(out).toContain("property  both 0, pages only 1 (of these, metadata was so already 1)");
      await expect(run(...both.slice(2))).rejects.toThrow("--metadata OLD --metadata NEW");
      await expect(run("--metadata", old, "--metadata", old)).rejects.toThrow("cannot be read");
      const declared = commandLine("diff", old, metadata[1] ?? "", ...both);
      await expect(declared).rejects.toThrow("one of the sides is metadata already");
    });
  });

  it("explains an area by its rules, and says which areas there are", async () => {
    const area = await commandLine("diff", "--explain", "permission");
    expect(area.code).toBe(0);
    expect(area.out).toContain("permission/least-raised");
    expect(area.out).not.toContain("cloud/available");
    const all = await commandLine("diff", "--explain");
    expect(all.out).toMatch(/^cloud +available, not-available/m);
    expect(all.out).toContain("diff --explain AREA");
    await expect(commandLine("diff", "--explain", "permissions")).rejects.toThrow("did you mean permission?");
    await expect(commandLine("diff", "--explain", "weather")).rejects.toThrow("diff --explain lists them");
  });

  it("writes what the rule pages say into the help of SARIF", async () => {
    await inFolder(async (folder) => {
      const [old, next] = [write(join(folder, "old")), write(join(folder, "new"), "|draught|String|Deep.|")];
      await commandLine("diff", old, next, "--format", "sarif", "--output", join(folder, "out"));
      const log = JSON.parse(readFileSync(join(folder, "out", "changes.sarif"), "utf8"));
      const [rule] = log.runs[0].tool.driver.rules;
      expect(rule.id).toBe("property/type-changed");
      expect(rule.help.markdown).toContain("**Producer:**");
    });
  });

  it("explains a rule with who says what it weighs, and refuses one that is none", async () => {
    const { out, code } = await commandLine("diff", "--explain", "member/added");
    expect(code).toBe(0);
    expect(out).toContain("**Producer:** add the sentinel first");
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
