import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gate } from "../../../src/cli/gate.ts";
import { gateOptions } from "../../../src/cli/gate-options.ts";
import { commandLine } from "./command-line.ts";

const read = (file: string) => readFileSync(file, "utf8");
const examples = ["action.yml", ...readdirSync(".github/examples").map((file) => `.github/examples/${file}`)];
const known = new Set(["help", ...gate.options.map(({ name }) => name)]);

/** The options in the lines of a text that speak of the gate, and in what goes on in the next line. */
function optionsIn(text: string): string[] {
  const joined = text.replace(/\\\n\s*/g, " ");
  const lines = joined
    .split("\n")
    .filter((line) => /\bgate\b/.test(line) && !/verify|mock|playwright/.test(line));
  return lines.flatMap((line) =>
    [...line.matchAll(/(?<![\w-])--([a-z][a-z-]+)/g)].map(([, name = ""]) => name),
  );
}

describe("what shows how a gate is started", () => {
  it("names only options that there are", () => {
    for (const file of [...examples, "README.md"]) {
      expect(
        optionsIn(read(file)).filter((name) => !known.has(name)),
        file,
      ).toEqual([]);
    }
    expect(optionsIn("node main.js gate \\\n  --formt html")).toEqual(["formt"]);
  });

  it("tells every setting in --help and in .env.example", async () => {
    const { out } = await commandLine("gate", "--help");
    const example = read(".env.example");
    for (const { name, variable } of gateOptions) {
      expect(out).toContain(`--${name} `.trimEnd());
      expect(out).toContain(`(${variable})`);
      expect(example).toMatch(new RegExp(`^# ${variable}=`, "m"));
    }
  });

  it("hands no input of a workflow to a shell as text", () => {
    const scripts = [...read("action.yml").matchAll(/^\s+run: (?:\|\n((?:\s{8,}.*\n)+)|(.*)\n)/gm)];
    expect(scripts.length).toBe(3);
    for (const [script] of scripts) expect(script).not.toContain("${{");
  });

  it("leaves the tenant to npm run gate: no other script runs it, or every project there is", () => {
    const { scripts } = JSON.parse(read("package.json"));
    for (const [name, script] of Object.entries<string>(scripts)) {
      for (const [call] of script.matchAll(/playwright test[^&]*/g)) {
        expect(call, name).toContain("--project=");
        expect(call.includes("--project=tenant"), name).toBe(name === "gate");
      }
    }
  });
});
