import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { commandLine, inFolder } from "./command-line.ts";

const page = "api-reference/v1.0/resources/identitygovernance-run.md";
const workflow = readFileSync(".github/examples/verify-pull-request.yml", "utf8");

/** The script of a step, a folded one in a line. */
function script(name: string): string {
  const [, step = ""] = workflow.split(`- name: ${name}\n`);
  const [, fold, lines = ""] = /^ +run: ([|>])\n((?: {10}.*\n)+)/m.exec(step) ?? [];
  const text = lines.replace(/^ {10}/gm, "");
  return fold === ">" ? text.replace(/\n/g, " ") : text;
}

/** Runs the workflow's scripts over changed pages, with a `gh` that knows a comment, or none, and notes what it is asked. */
async function pullRequest(folder: string, change: (text: string) => string, earlier: string) {
  cpSync("fixtures/docs/api-reference", join(folder, "api-reference"), { recursive: true });
  const baseline = join(folder, "baseline.json");
  const here = process.cwd();
  process.chdir(folder);
  try {
    await commandLine(
      "verify",
      "api-reference",
      "--baseline",
      baseline,
      "--update-baseline",
      "--format",
      "json",
      "--output",
      "first",
    );
  } finally {
    process.chdir(here);
  }
  writeFileSync(join(folder, page), change(readFileSync(join(folder, page), "utf8")));
  mkdirSync(join(folder, "bin"));
  const notes = join(folder, "gh.txt");
  writeFileSync(
    join(folder, "bin", "gh"),
    `#!/bin/sh\necho "$*" >> ${notes}\ncase "$*" in *--paginate*) echo "${earlier}";; esac\nfor each; do case "$each" in body=@*) cat "\${each#body=@}" >> ${notes};; esac; done\nwhile [ $# -gt 0 ] && [ "$1" != --body-file ]; do shift; done; [ $# -gt 1 ] && cat "$2" >> ${notes}; exit 0\n`,
  );
  chmodSync(join(folder, "bin", "gh"), 0o755);
  writeFileSync(join(folder, "main.mjs"), `await import(${JSON.stringify(resolve("dist/cli/main.js"))});`);
  const run = (text: string) =>
    spawnSync("bash", ["-e", "-c", text.replace(".graph-conformance/dist/cli/main.js", "main.mjs")], {
      cwd: folder,
      encoding: "utf8",
      env: {
        PATH: `${join(folder, "bin")}:${process.env.PATH}`,
        GITHUB_REPOSITORY: "owner/docs",
        NUMBER: "7",
      },
    });
  const verified = run(script("Verify"));
  const commented = run(script("Comment"));
  expect(commented.status, commented.stderr).toBe(0);
  const asked = existsSync(notes) ? readFileSync(notes, "utf8") : "";
  rmSync(notes, { force: true });
  return { status: verified.status, asked };
}

const broken = (text: string) => text.replace(/^\|totalTasksCounts\|.*\n/m, "");

test("the workflow for a pull request fails on what is new, and comments on that alone", async () => {
  await inFolder(async (folder) => {
    const { status, asked } = await pullRequest(folder, broken, "");
    expect(status).toBe(1);
    expect(asked).toContain("pr comment 7 --body-file verify-report/comment.md");
    expect(asked).toContain("<!-- graph-conformance documented -->");
    expect(asked).toMatch(/^\| error .*totalTasksCounts/m);
    expect(asked).not.toContain("canary.graph.microsoft.com");
  });
});

test("it writes its earlier comment anew, and passes where nothing is new", async () => {
  await inFolder(async (folder) => {
    const { status, asked } = await pullRequest(folder, (text) => `${text}\nMore words.\n`, "41");
    expect(status).toBe(0);
    expect(asked).toContain("repos/owner/docs/issues/comments/41 --field body=@verify-report/comment.md");
    expect(asked).toContain("Nothing is new.");
  });
});
