import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../../src/cli/run-command.ts";
import { fixtureFolder } from "../../support/rule-fixture.ts";
import { commandLine, inFolder } from "./command-line.ts";

const folderOfPages = `${fixtureFolder}docs/`;
const validPages: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folderOfPages, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => [file, readFileSync(`${folderOfPages}${file}`, "utf8")]),
);

function replaceOnce(text: string, part: string, by: string): string {
  const [before, after, ...more] = text.split(part);
  if (after === undefined || more.length > 0) throw new Error(`not once: ${part}`);
  return `${before}${by}${after}`;
}

const page = "api/library-get.md";
/** A trailing comma, a reason phrase in other words, and a name in other letters. */
const broken = [
  ['"stamp": "bGVuZGluZw=="', '"stamp": "bGVuZGluZw==",'],
  ["HTTP/1.1 200 OK", "HTTP/1.1 200 Okay"],
  ['"displayName": "City Library"', '"displayname": "City Library"'],
] as const;

interface Given {
  readonly change?: (text: string) => string;
  readonly more?: Readonly<Record<string, string>>;
}

/** The valid pages with one that is broken, in a folder of their own; a report goes beside them. */
async function withPages<T>(
  { change = (text) => text, more = {} }: Given,
  use: (given: Use) => Promise<T> | T,
): Promise<T> {
  return inFolder(async (folder) => {
    const docs = join(folder, "docs");
    const text = change(broken.reduce((edited, [part, by]) => replaceOnce(edited, part, by), valid));
    for (const [file, content] of Object.entries({ ...validPages, [page]: text, ...more })) {
      mkdirSync(join(docs, file, ".."), { recursive: true });
      writeFileSync(join(docs, file), content);
    }
    const read = (file = page) => readFileSync(join(docs, file), "utf8");
    const run = (...options: string[]) =>
      commandLine("verify", docs, "--output", join(folder, "report"), "--format", "json", ...options);
    const findings = () => JSON.parse(readFileSync(join(folder, "report/report.json"), "utf8")).findings;
    return await use({ folder, docs, text, read, run, findings });
  });
}

interface Use {
  readonly folder: string;
  readonly docs: string;
  /** Of the broken page. */
  readonly text: string;
  readonly read: (file?: string) => string;
  readonly run: (...options: string[]) => Promise<{ code: number; out: string }>;
  readonly findings: () => readonly { readonly rule: string }[];
}

const valid = validPages[page] ?? "";
const crlf = (text: string) => text.replaceAll("\n", "\r\n");

describe("verify --fix", () => {
  it("writes what needs no guess, judges again, and says what it did", async () => {
    await withPages({}, async ({ run, read, findings }) => {
      const { code, out } = await run("--fix");
      expect(read()).toBe(valid);
      expect(out).toMatch(/^✓ conformant/);
      expect(out).toContain(
        [
          "Fixed        3 findings on 1 page",
          "             1 × body/invalid-json",
          "             1 × body/unknown-property",
          "             1 × http/reason-phrase",
        ].join("\n"),
      );
      expect(out).not.toContain("Not fixed");
      expect(code).toBe(0);
      expect(findings()).toEqual([]);
    });
  });

  it("changes nothing the second time, nor where there is nothing to fix", async () => {
    await withPages({}, async ({ run, docs }) => {
      await run("--fix");
      const before = statSync(join(docs, page)).mtimeMs;
      expect((await run("--fix")).out).toMatch(/^Fixed {8}nothing$/m);
      expect(statSync(join(docs, page)).mtimeMs).toBe(before);
    });
  });

  it("exits by what is left", async () => {
    const change = (text: string) => replaceOnce(text, '"rating": 4.5', '"rating": "good"');
    await withPages({ change }, async ({ run, read, findings }) => {
      const { code } = await run("--fix");
      expect(code).toBe(1);
      expect(findings().map(({ rule }) => rule)).toEqual(["body/type"]);
      expect(read()).toBe(change(valid));
    });
  });

  it("changes nothing without being asked", async () => {
    await withPages({}, async ({ run, read, text }) => {
      expect((await run()).out).not.toMatch(/^Fixed/m);
      expect(read()).toBe(text);
    });
  });

  it.each<[string, (text: string) => string]>([
    ["line ends of Windows", crlf],
    ["a byte order mark", (text) => `\uFEFF${text}`],
    ["a last line without an end", (text) => text.trimEnd()],
    ["blanks at the ends of lines", (text) => text.replaceAll("\n\n", "  \n\n")],
    [
      "line ends of both kinds",
      (text) => text.split("\n").reduce((all, line, at) => all + (at % 2 === 0 ? "\r\n" : "\n") + line),
    ],
  ])("keeps %s", async (_, change) => {
    await withPages({ change }, async ({ run, read }) => {
      await run("--fix");
      expect(read()).toBe(change(valid));
    });
  });

  it("leaves what is waived", async () => {
    await withPages({}, async ({ folder, run, read, text, findings }) => {
      await run();
      const [first] = findings() as readonly { rule: string; fingerprint: string }[];
      const waivers = join(folder, "waivers.json");
      const reason = { reason: "known", owner: "docs", expires: "2999-01-01", link: "https://example.com" };
      writeFileSync(waivers, JSON.stringify({ waivers: [{ fingerprint: first?.fingerprint, ...reason }] }));
      const { out } = await run("--fix", "--waivers", waivers);
      expect(out).toContain("Fixed        2 findings on 1 page");
      expect(first?.rule).toBe("http/reason-phrase");
      expect(read()).toBe(replaceOnce(valid, "HTTP/1.1 200 OK", "HTTP/1.1 200 Okay"));
      expect(text).not.toBe(read());
    });
  });

  it("keeps the file's mode, and writes behind a link into the file", async () => {
    await withPages({}, async ({ docs, run, read }) => {
      const [linked, real] = [join(docs, page), join(docs, "real.md")];
      renameSync(linked, real);
      symlinkSync("../real.md", linked);
      chmodSync(real, 0o640);
      await run("--fix");
      expect(read()).toBe(valid);
      expect(statSync(real).mode & 0o777).toBe(0o640);
      expect(readFileSync(real, "utf8")).toBe(valid);
      expect(readdirSync(join(docs, "api")).filter((name) => name.startsWith("."))).toEqual([]);
    });
  });

  it("says which page cannot be written, and goes on with the others", async () => {
    const other = "api/loan-get.md";
    const more = { [other]: replaceOnce(validPages[other] ?? "", "HTTP/1.1 200 OK", "HTTP/1.1 200 Okay") };
    await withPages({ more }, async ({ docs, run, read, text, findings }) => {
      chmodSync(join(docs, page), 0o444);
      const { code, out } = await run("--fix");
      expect(read(other)).toBe(validPages[other]);
      expect(read()).toBe(text);
      expect(out).toMatch(/^Not fixed {4}3 findings with a fix: .*library-get\.md: it is read-only$/m);
      expect(findings()).toHaveLength(3);
      expect(code).toBe(1);
    });
  });

  it("leaves a page that is not UTF-8 throughout", async () => {
    await withPages({}, async ({ docs, run, text }) => {
      const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xe9, 0x0a])]);
      writeFileSync(join(docs, page), bytes);
      expect((await run("--fix")).out).toContain("library-get.md: it is not UTF-8 throughout");
      expect(readFileSync(join(docs, page))).toEqual(bytes);
    });
  });

  it("changes no page but those that are named", async () => {
    await withPages({}, async ({ docs, folder, text, read }) => {
      const run = (path: string) =>
        commandLine("verify", join(docs, path), "--context", docs, "--fix", "--output", folder);
      await run("resources");
      expect(read()).toBe(text);
      await run(page);
      expect(read()).toBe(valid);
    });
  });

  it("leaves a page behind a link that leads out of what is named", async () => {
    await withPages({}, async ({ docs, folder, run, text }) => {
      const elsewhere = join(folder, "elsewhere.md");
      renameSync(join(docs, page), elsewhere);
      symlinkSync(elsewhere, join(docs, page));
      expect((await run("--fix")).out).toContain("a link leads out of what was named");
      expect(readFileSync(elsewhere, "utf8")).toBe(text);
    });
  });
});

describe("verify --fix --dry-run", () => {
  it.each([
    ["the repository that the pages lie in", (folder: string) => folder, true],
    ["what was named", (folder: string) => join(folder, "docs"), false],
  ])("prints nothing but a patch, which git apply makes the same of in %s", async (_, where, repository) => {
    await withPages({ change: (text) => crlf(text).trimEnd() }, async ({ docs, folder, read, text }) => {
      if (repository) execFileSync("git", ["init", "--quiet", folder]);
      const patch: string[] = [];
      const told: string[] = [];
      const code = await runCommand(["verify", docs, "--fix", "--dry-run", "--output", folder], {
        out: (printed) => patch.push(printed),
        log: (line) => told.push(line),
        progress: () => {},
        colour: false,
        now: new Date(),
        interrupted: async () => {},
      });
      expect([code, read()]).toEqual([1, text]);
      expect(told.join("\n")).toContain("Fixes        3 findings on 1 page, none of them written");
      expect(told.join("\n")).toContain(`its names begin in ${where(folder)}: git -C ${where(folder)} apply`);
      expect(patch.join("")).toMatch(/^--- a\/\S*library-get\.md\n/);
      execFileSync("git", ["apply", "--whitespace=nowarn"], { cwd: where(folder), input: patch.join("") });
      expect(read()).toBe(crlf(valid).trimEnd());
    });
  });

  it("judges the pages as they are", async () => {
    await withPages({}, async ({ run, findings }) => {
      const { code, out } = await run("--fix", "--dry-run");
      expect(code).toBe(1);
      expect(findings()).toHaveLength(3);
      expect(out.match(/^[-+][^-+].*$/gm)).toHaveLength(6);
    });
  });

  it("needs --fix", async () => {
    await expect(commandLine("verify", "fixtures/docs", "--dry-run")).rejects.toThrow(
      "--dry-run shows what --fix would write: it takes --fix beside it",
    );
  });
});
