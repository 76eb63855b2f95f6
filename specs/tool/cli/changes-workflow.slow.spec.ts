import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder } from "./command-line.ts";

const run = "api-reference/v1.0/resources/identitygovernance-run.md";
const steps = new Map(
  readFileSync(".github/examples/changes-github.yml", "utf8")
    .split(/^ {6}- (?=name: )/m)
    .flatMap((step) => {
      const [, name = ""] = /^name: (.*)/.exec(step) ?? [];
      const [, block, line] = /^ +run: (?:\|\n((?: {10}.*\n)+)|(.*)\n)/m.exec(step) ?? [];
      return block || line ? [[name, block?.replace(/^ {10}/gm, "") ?? line ?? ""] as const] : [];
    }),
);

interface Asked {
  readonly failed: boolean;
  /** What `gh` was called with, and the comment it was given. */
  readonly comments: string;
}

/** Runs the workflow's scripts in a checkout where a pull request changed a page, with a `gh` that knows a comment, or none, and notes. */
function pullRequest(folder: string, change: (page: string) => void, earlier = ""): Asked {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: folder });
  git("init", "-q");
  cpSync("fixtures/docs/api-reference", join(folder, "api-reference"), { recursive: true });
  git("add", ".");
  git("commit", "-qm", "before");
  change(join(folder, run));
  git("commit", "-qam", "after", "--allow-empty");
  mkdirSync(join(folder, ".graph-conformance", "dist"), { recursive: true });
  writeFileSync(
    join(folder, ".graph-conformance", "dist", "main.mjs"),
    `await import(${JSON.stringify(resolve("dist/cli/main.js"))});`,
  );
  const notes = join(folder, "gh.txt");
  const gh = join(folder, "gh");
  writeFileSync(
    gh,
    `#!/bin/sh\necho "$*" >> ${notes}\ncase "$*" in *--paginate*) echo "${earlier}";; esac\nfor each; do case "$each" in body=@*) cat "\${each#body=@}" >> ${notes};; esac; done\nwhile [ $# -gt 0 ] && [ "$1" != --body-file ]; do shift; done; [ $# -gt 1 ] && cat "$2" >> ${notes}; exit 0\n`,
  );
  chmodSync(gh, 0o755);
  const shell = (script: string) =>
    spawnSync("bash", ["-e", "-c", script], {
      cwd: folder,
      encoding: "utf8",
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        DOCS: "api-reference",
        RUNNER_TEMP: join(folder, "temp"),
        GITHUB_REPOSITORY: "owner/docs",
        NUMBER: "7",
      },
    });
  const program = ".graph-conformance/dist/cli/main.js";
  const compared = shell((steps.get("Compare") ?? "").replace(program, ".graph-conformance/dist/main.mjs"));
  const commented = shell(steps.get("Comment") ?? "false");
  expect(commented.status, commented.stderr).toBe(0);
  return {
    failed: compared.status !== 0,
    comments: existsSync(notes) ? readFileSync(notes, "utf8") : "",
  };
}

describe("the workflow that comments on a pull request", () => {
  it("tells only what the pull request changes, and fails where it breaks", async () => {
    await inFolder(async (folder) => {
      const { failed, comments } = pullRequest(folder, (page) => {
        writeFileSync(page, readFileSync(page, "utf8").replace(/^\|activatedOnScope\|.*\n/m, ""));
      });
      expect(failed).toBe(true);
      expect(comments).toContain("pr comment 7 --repo owner/docs --body-file comment.md");
      expect(comments).toContain("<!-- graph-conformance changes -->");
      expect(comments).toContain('run has "activatedOnScope" no more');
      expect(comments.match(/^- /gm)).toHaveLength(1);
    });
  });

  it("makes no comment where nothing changes but words", async () => {
    await inFolder(async (folder) => {
      const { failed, comments } = pullRequest(folder, (page) => appendFileSync(page, "\nMore words.\n"));
      expect(failed).toBe(false);
      expect(comments).not.toContain("pr comment");
    });
  });

  it("writes its own earlier comment anew, and nobody else's", async () => {
    await inFolder(async (folder) => {
      const { comments } = pullRequest(folder, (page) => appendFileSync(page, "\nMore words.\n"), "41");
      expect(comments).toContain('startswith("<!-- graph-conformance changes -->")');
      expect(comments).toContain("repos/owner/docs/issues/comments/41 --field body=@comment.md");
      expect(comments).not.toContain("pr comment");
    });
  });
});
