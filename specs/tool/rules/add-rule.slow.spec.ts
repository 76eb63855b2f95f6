import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleRule } from "../../support/example-rule.ts";
import { replaceOnce } from "./valid-documentation.ts";

// The repository is copied as it is, without what is installed and what is made.
const left = /^(?:(?:.*\/)?node_modules|\.git|dist|built|test-results|reports\/(?!example\b).*)$/;
const copy = realpathSync(mkdtempSync(join(tmpdir(), "graph-conformance-")));

beforeAll(() => {
  cpSync(".", copy, { recursive: true, filter: (file) => !left.test(file) });
  symlinkSync(realpathSync("node_modules"), join(copy, "node_modules"));
  for (const [file, text] of Object.entries(exampleRule.files)) write(file, text);
  for (const { file, before, text } of exampleRule.insertions) {
    write(file, replaceOnce(read(file), before, text + before));
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("a rule that is added by the steps of CONTRIBUTING", () => {
  it("touches fewer than six files", () => {
    const touched = [...Object.keys(exampleRule.files), ...exampleRule.insertions.map(({ file }) => file)];
    expect(new Set(touched).size).toBeLessThan(6);
  });

  // The other specs are of rooms that know no single rule: to run them a second time would take minutes.
  it("passes the checks of the house and of the rules, and no other rule fails for it", {
    timeout: 600_000,
  }, async () => {
    expect(await run("npm", "run", "--silent", "prepare")).toEqual(passed);
    expect(await run("npx", "tsc", "--noEmit")).toEqual(passed);
    expect(await run("npx", "biome", "check")).toEqual(passed);
    const specs = ["specs/tool/rules", "house", "import-arrows", "package-files"];
    expect(await run("npx", "vitest", "run", "--project", "check", ...specs)).toEqual(passed);
  });

  it("is the one that finds the fault which breaks it", { timeout: 300_000 }, async () => {
    expect(await run("npm", "run", "--silent", "kill-matrix", "--", "blank-in-id")).toEqual(passed);
  });

  // What is in no list is not asked for the rest: that takes a run of its own.
  const listed = {
    "src/rules/odata/entity-id.md": "odata/entity-id has no rule page src/rules/odata/entity-id.md",
    "fixtures/rules/odata/entity-id.json":
      "odata/entity-id has no fixture fixtures/rules/odata/entity-id.json",
    "src/mock/faults/odata-faults.ts": "odata/entity-id has no fault that breaks it",
  };
  const unlisted = {
    "src/rules/catalogue.ts": "odata/entity-id is in no list: src/rules/catalogue.ts",
  };
  it.each<Readonly<Record<string, string>>>([listed, unlisted])(
    "is told of each of its parts that it lacks",
    { timeout: 120_000 },
    async (missing) => {
      const { failed, output } = await without(Object.keys(missing), () =>
        run("npx", "vitest", "run", "specs/tool/rules/catalogue.spec.ts"),
      );
      for (const said of Object.values(missing)) expect(output).toContain(said);
      expect(failed).toBe(true);
    },
  );
});

interface Run {
  readonly failed: boolean;
  /** Of a failure only: what is written of a success is of no interest. */
  readonly output: string;
}

const passed: Run = { failed: false, output: "" };

function run(command: string, ...words: readonly string[]): Promise<Run> {
  // A run within this one is none of its workers.
  const own = Object.entries(process.env).filter(([name]) => !/^(?:VITEST|TEST$|NODE_ENV$)/.test(name));
  const env = { ...Object.fromEntries(own), NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(command, words, { cwd: copy, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      resolve(error ? { failed: true, output: stdout + stderr } : passed),
    );
  });
}

/** What comes of it while files of the rule are not there, or those that were there before are as they were. */
async function without(files: readonly string[], happens: () => Promise<Run>): Promise<Run> {
  const texts = files.map((file) => [file, read(file)] as const);
  for (const file of files) {
    if (file in exampleRule.files) rmSync(join(copy, file));
    else cpSync(file, join(copy, file));
  }
  try {
    return await happens();
  } finally {
    for (const [file, text] of texts) write(file, text);
  }
}

function read(file: string): string {
  return readFileSync(join(copy, file), "utf8");
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
}
