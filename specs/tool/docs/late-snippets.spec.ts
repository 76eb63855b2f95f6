import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { pageMemory } from "../../../src/docs/kept/page-memory.ts";
import { readAgain } from "../../../src/docs/read-again.ts";
import { type Reading, readInContext } from "../../../src/docs/read-in-context.ts";

const api = "docs/api-reference/v1.0/api/lamp-get.md";
const snippets = "docs/api-reference/v1.0/includes/snippets";
const sharp = `${snippets}/csharp/get-lamp-csharp-snippets.md`;
const java = `${snippets}/java/get-lamp-java-snippets.md`;
const code = (title: string) =>
  `# ${title}\n\n\`\`\`csharp\nawait client.Lamps.Request().GetAsync();\n\`\`\`\n`;

const files: Readonly<Record<string, string>> = {
  [api]: "# Get lamp\n\n## HTTP request\n\n```http\nGET /lamps/{id}\n```\n",
  [sharp]: code("one"),
  [java]: code("two"),
};

async function planted<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "pages-"));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pageIn({ pages }: Reading, folder: string, file: string) {
  const page = pages.find((one) => one.file === join(folder, file));
  if (!page) throw new Error(`${file} was not read`);
  return page;
}

describe("a snippet beside the pages that are judged", () => {
  it("is there, and is read when something of it is asked for", () =>
    planted(async (folder) => {
      const reading = await readInContext([join(folder, api)]);
      writeFileSync(join(folder, sharp), code("later"));
      const snippet = pageIn(reading, folder, sharp);
      expect([snippet.kind, snippet.version]).toEqual(["include", "v1.0"]);
      expect([snippet.title, snippet.snippets.length]).toEqual(["later", 1]);
    }));

  it("is read at once where it is asked for itself", () =>
    planted(async (folder) => {
      const reading = await readInContext([join(folder, dirname(dirname(snippets)))]);
      writeFileSync(join(folder, sharp), code("later"));
      expect(pageIn(reading, folder, sharp).title).toBe("one");
    }));

  it("has nothing to say where it is no text", () =>
    planted(async (folder) => {
      writeFileSync(join(folder, sharp), "\u0000");
      const snippet = pageIn(await readInContext([join(folder, api)]), folder, sharp);
      expect([snippet.kind, snippet.snippets, snippet.flaws]).toEqual(["include", [], []]);
    }));

  it("is read again by a process that goes on, and stays the value that it was where it is the same", () =>
    planted(async (folder) => {
      const by = { paths: [join(folder, api)], memory: pageMemory() };
      const before = await readInContext(by.paths, by);
      const [was, other] = [pageIn(before, folder, sharp), pageIn(before, folder, java)];
      expect(was.title).toBe("one");
      writeFileSync(join(folder, sharp), code("another"));
      const alone = await readAgain(before, [join(folder, sharp)], by);
      // All is read again where a file is new.
      const added = join(folder, dirname(java), "new.md");
      writeFileSync(added, code("three"));
      const all = await readAgain(alone, [added], by);
      for (const now of [alone, all]) {
        expect(pageIn(now, folder, sharp).title).toBe("another");
        expect(pageIn(now, folder, java)).toBe(other);
      }
      expect(all.pages).toHaveLength(before.pages.length + 1);
    }));
});
