import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/rules/catalogue.ts";
import { commandLine } from "./command-line.ts";

const said = async (...argv: string[]) => (await commandLine(...argv)).out;

describe("--explain", () => {
  it("prints the page of a rule, what it weighs and how a finding is accepted, and judges nothing", async () => {
    const out = await said("verify", "--explain", "body/unknown-property");
    expect(out).toMatch(/^# body\/unknown-property\n/);
    expect(out).toContain("\n  documented error\n  mock       error\n  tenant     info\n");
    expect(out).toContain('"rule": "body/unknown-property", "scope"');
    expect(out).not.toMatch(/Judged|Report/);
  });

  it("lists the rules of an area, and all of them without a word", async () => {
    const area = await said("gate", "--explain", "odata");
    const all = await said("traffic", "--explain");
    for (const { id } of catalogue) {
      const [name = "", rule = ""] = id.split("/");
      if (name === "odata") expect(area).toContain(`${id} `);
      else expect(area).not.toContain(id);
      expect(all).toMatch(new RegExp(`^${name} .*\\b${rule}\\b`, "m"));
    }
  });

  it("shows the rule pages of waivers like those of others, and weighs nothing there", async () => {
    const out = await said("verify", "--explain", "waiver/unknown-name");
    expect(out).toContain("## Common causes");
    expect(out).not.toContain("## Weight");
    expect(await said("verify", "--explain", "waiver")).toContain("waiver/unused");
  });

  it("says which rule was meant", async () => {
    await expect(commandLine("merge", "--explain", "body/unknwn-property")).rejects.toThrow(
      '"body/unknwn-property" is no rule; did you mean body/unknown-property?',
    );
  });

  it("says what a fingerprint is, which stands beside a rule", async () => {
    await expect(commandLine("merge", "--explain", "e0f5633f3331")).rejects.toThrow(
      '"e0f5633f3331" is a fingerprint; --explain takes the rule that stands with it',
    );
  });
});
