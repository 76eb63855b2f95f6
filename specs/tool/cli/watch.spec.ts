import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contractText } from "../../../src/contract/contract-file.ts";
import { profileText } from "../../../src/profile/shape-profile.ts";
import { boats, harbour, profileOf } from "../../support/seen-answers.ts";
import { commandLine, inFolder } from "./command-line.ts";

const kinds = (index: number) => ({ kind: index % 2 === 0 ? "sail" : "motor" });

/** Writes the profile of a list of boats. */
function profile(folder: string, name: string, number: number, facts: object, from = 0): string {
  const file = join(folder, `${name}.json`);
  const list = boats(number, (index) => ({ id: `boat-${from + index}`, ...kinds(index), ...facts }));
  writeFileSync(file, profileText(profileOf([list])));
  return file;
}

/** The contract that the boats are held to. */
function contractIn(folder: string): string {
  writeFileSync(join(folder, "contract.json"), contractText(harbour));
  return join(folder, "contract.json");
}

describe("watch", () => {
  it("prints one line and exits 0 where nothing changed", async () => {
    await inFolder(async (folder) => {
      const [old, next] = [profile(folder, "old", 6, {}), profile(folder, "new", 7, {})];
      expect(readFileSync(old, "utf8")).not.toBe(readFileSync(next, "utf8"));
      expect(await commandLine("watch", old, next)).toEqual({ code: 0, out: "✓ Nothing changed.\n" });
    });
  });

  it("says what changed, and with a contract which of it breaks a promise", async () => {
    await inFolder(async (folder) => {
      const old = profile(folder, "old", 6, {});
      const next = profile(folder, "new", 6, { mood: "glad", kind: "steam" });
      const alone = await commandLine("watch", old, next);
      expect(alone.code).toBe(1);
      expect(alone.out).toMatch(/^✗ 2 changes: 2 to look at\.$/m);
      expect(alone.out).toContain("boat.mood is a new property, 0 of 6 before, 6 of 6 now");
      const held = await commandLine("watch", old, next, "--contract", contractIn(folder));
      expect(held.code).toBe(1);
      expect(held.out).toMatch(/^✗ 2 changes: 1 breaking a promise, 1 not promised\.$/m);
      expect(held.out).toMatch(/new member "steam".*\n.*none of the 3 members of kind \(kind\.md:1\)/);
      expect(alone.out + held.out).not.toContain("glad");
    });
  });

  it("takes one text for enough that does not look like the type that the contract says", async () => {
    await inFolder(async (folder) => {
      const built = (index: number) => ({ builtAt: index === 0 ? "in May" : "1913-12-11T00:00:00Z" });
      const old = profile(folder, "old", 6, {});
      const next = join(folder, "next.json");
      writeFileSync(
        next,
        profileText(profileOf([boats(6, (index) => ({ ...kinds(index), ...built(index) }))])),
      );
      const alone = await commandLine("watch", old, next);
      expect(alone.out).toMatch(/^✓ Nothing changed; 1 not known, seen too seldom to say\.$/m);
      const held = await commandLine("watch", old, next, "--contract", contractIn(folder));
      expect(held.out).toMatch(/^✗ 1 change: 1 breaking a promise\.$/m);
      const few = profile(folder, "few", 3, {});
      const seldom = await commandLine("watch", few, next, "--contract", contractIn(folder));
      expect(seldom.out).toMatch(/^✓ Nothing changed; 1 not known, seen too seldom to say\.$/m);
    });
  });

  it("exits by what it is to fail on", async () => {
    await inFolder(async (folder) => {
      const old = profile(folder, "old", 6, {});
      const own = profile(folder, "own", 6, { mood: "glad" });
      const documented = profile(folder, "documented", 6, { flag: "red" });
      const code = async (next: string, ...more: string[]) =>
        (await commandLine("watch", old, next, ...more)).code;
      const contract = ["--contract", contractIn(folder)];
      expect(await code(own)).toBe(1);
      expect(await code(own, "--fail-on", "none")).toBe(0);
      expect(await code(own, ...contract)).toBe(0);
      expect(await code(own, ...contract, "--fail-on", "unpromised")).toBe(1);
      expect(await code(documented)).toBe(0);
      expect(await code(documented, "--fail-on", "any")).toBe(1);
      await expect(code(own, "--fail-on", "broken")).rejects.toThrow(/^--fail-on broken needs --contract/);
    });
  });

  it("writes JSON and Markdown where they are asked for", async () => {
    await inFolder(async (folder) => {
      const old = profile(folder, "old", 6, {});
      const next = profile(folder, "new", 6, { mood: "glad" });
      const output = join(folder, "watched");
      await commandLine("watch", old, next, "--format", "json,markdown", "--output", output);
      const { format, summary, changes } = JSON.parse(readFileSync(join(output, "watch.json"), "utf8"));
      expect({ format, verdict: summary.verdict }).toEqual({ format: 1, verdict: "broken" });
      expect(changes).toMatchObject([{ kind: "property", property: "mood", undocumented: true }]);
      expect(readFileSync(join(output, "watch.md"), "utf8")).toMatch(
        /^<!-- graph-conformance watch -->\n\n## 1 change: 1 to look at\.\n/,
      );
    });
  });

  it("takes a folder of profiles for all of them together", async () => {
    await inFolder(async (folder) => {
      const [old, next] = [join(folder, "old"), join(folder, "new")];
      for (const side of [old, next]) mkdirSync(side);
      profile(folder, "old/1", 3, { mood: "glad" });
      profile(folder, "old/2", 3, { mood: "glad" }, 3);
      profile(folder, "new/1", 3, {});
      profile(folder, "new/2", 3, {}, 3);
      const one = await commandLine("watch", join(old, "1.json"), join(next, "1.json"));
      expect(one.out).toMatch(/^✓ Nothing changed; 1 not known, seen too seldom to say\.$/m);
      const { code, out } = await commandLine("watch", old, next);
      expect(code).toBe(1);
      expect(out).toContain("boat.mood comes no more, 6 of 6 before, 0 of 6 now");
    });
  });

  it("is never green where nothing could be compared", async () => {
    await inFolder(async (folder) => {
      const old = profile(folder, "old", 6, {});
      const next = profile(folder, "new", 0, {});
      const { code, out } = await commandLine("watch", old, next, "--fail-on", "none");
      expect(code).toBe(1);
      expect(out).toMatch(
        /^✗ Nothing could be compared: the two have seen no objects of the same operation\.$/m,
      );
    });
  });

  it("says in one sentence what it cannot take", async () => {
    await inFolder(async (folder) => {
      const good = profile(folder, "good", 1, {});
      const file = (text: string) => {
        writeFileSync(join(folder, "bad.json"), text);
        return commandLine("watch", good, join(folder, "bad.json"));
      };
      await expect(file("{")).rejects.toThrow(/bad\.json" is no shape profile: it is not JSON$/);
      await expect(file('{"format": 1, "types": {}}')).rejects.toThrow(
        /is no shape profile: gate and traffic write one with --profile$/,
      );
      await expect(file('{"format": 2, "versions": {}}')).rejects.toThrow(
        /has the form 2 of another version of this tool, which reads 1: write it anew$/,
      );
      await expect(file('{"format": 1, "versions": {"v1.0": {}}}')).rejects.toThrow(
        /is no whole shape profile: \/versions\/v1\.0 must have required property 'operations'$/,
      );
      await expect(commandLine("watch", good, join(folder, "none.json"))).rejects.toThrow(
        /it does not exist$/,
      );
      await expect(commandLine("watch", good)).rejects.toThrow(/^watch compares two shape profiles/);
      mkdirSync(join(folder, "empty"));
      await expect(commandLine("watch", good, join(folder, "empty"))).rejects.toThrow(
        /is a folder without a profile/,
      );
    });
  });
});
