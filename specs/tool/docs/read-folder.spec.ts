import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import type { GraphVersion } from "../../../src/docs/page.ts";
import { ownPages } from "../../../src/docs/page-path.ts";
import { readFolders } from "../../../src/docs/read-folder.ts";
import { documentationOf } from "../../../src/exchange/judge-documentation.ts";

const roots: string[] = [];

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), "pages-"));
  roots.push(root);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

/** The pages in short: `file version`, below the root. */
async function read(root: string, version?: GraphVersion): Promise<string[]> {
  const pages = await readFolders([root], version);
  return pages.map((page) => `${page.file.slice(root.length + 1)} ${page.version}`);
}

const api = "# a\n\n## HTTP request\n";

describe("folders", () => {
  it("are read with all their pages, sorted", async () => {
    const root = folderWith({
      "api/b.md": api,
      "api/A.MD": api,
      "resources/c.md": "# c",
      "rendered/d.txt": api,
    });
    expect(await read(root)).toEqual([
      "api/A.MD v1.0",
      "api/b.md v1.0",
      "rendered/d.txt v1.0",
      "resources/c.md v1.0",
    ]);
  });

  it("leave out what is no page, hidden or installed", async () => {
    const root = folderWith({
      "api/a.md": api,
      "api/a.png": "x",
      ".git/b.md": api,
      "node_modules/x/c.md": api,
      "index.yml": "x",
    });
    expect(await read(root)).toEqual(["api/a.md v1.0"]);
  });

  it("may be a single page, or overlap", async () => {
    const root = folderWith({ "api/a.md": api, "api/b.md": api });
    const pages = await readFolders([join(root, "api/a.md"), root]);
    expect(pages).toHaveLength(2);
  });
});

describe("the version of a page that no path says", () => {
  const request = (version: string) =>
    `${api}\n\`\`\`http\nGET https://graph.microsoft.com/${version}/me\n\`\`\`\n`;
  const many = (count: number, version: string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`api/${version}-${at + 10}.md`, request(version)]),
    );
  const versionsOf = async (root: string, version?: GraphVersion) =>
    new Map((await read(root, version)).map((line) => line.split(" ") as [string, string]));

  it("is that of the requests around it", async () => {
    const root = folderWith({ ...many(2, "beta"), "api/z.md": api, "resources/c.md": "# c" });
    expect([...(await versionsOf(root)).values()]).toEqual(["beta", "beta", "beta", "beta"]);
  });

  it("is not the one of a request shown by a slip", async () => {
    const root = folderWith({ ...many(20, "v1.0"), "api/slip.md": request("beta"), "resources/c.md": "# c" });
    const versions = await versionsOf(root);
    expect(versions.get("api/slip.md")).toBe("v1.0");
    expect(new Set(versions.values())).toEqual(new Set(["v1.0"]));
  });

  it("is its own where both versions lie together", async () => {
    const root = folderWith({ ...many(19, "v1.0"), "api/new.md": request("beta"), "resources/c.md": "# c" });
    const versions = await versionsOf(root);
    expect(versions.get("api/new.md")).toBe("beta");
    expect(versions.get("resources/c.md")).toBe("v1.0");
  });

  it("does not count beside one that the path says", async () => {
    const root = folderWith({ ...many(20, "v1.0"), "beta/api/new.md": api, "beta/resources/d.md": "# d" });
    const versions = await versionsOf(root);
    expect([versions.get("beta/api/new.md"), versions.get("beta/resources/d.md")]).toEqual(["beta", "beta"]);
  });
});

describe("HTML that was saved from the site", () => {
  const head = (path: string, view: string) =>
    `<!DOCTYPE html><html><head><link rel="canonical" href="https://learn.microsoft.com/en-us/graph/api/${path}?view=graph-rest-${view}" /></head><body>`;
  const getRun = `${head("run-get", "1.0")}<h1>Get run</h1><h2>HTTP request</h2><p><a href="resources/run?view=graph-rest-1.0">run</a></p>`;
  const run = `${head("resources/run", "1.0")}<h1>run resource type</h1><h2>Properties</h2><h2>JSON representation</h2>`;

  it("is read beside Markdown, in the version that it says, and links lead from file to file", async () => {
    const root = folderWith({
      "api/a.md": api,
      "beta/Get run.html": getRun,
      "beta/run.htm": run,
      "x.html": run.replaceAll("1.0", "beta"),
    });
    expect(await read(root)).toEqual([
      "api/a.md v1.0",
      "beta/Get run.html v1.0",
      "beta/run.htm v1.0",
      "x.html beta",
    ]);
    const [, page] = await readFolders([root]);
    expect(page?.links).toMatchObject([{ text: "run", target: "run.htm" }]);
  });

  it("is left out where it is no page of Graph, and its neighbours are read", async () => {
    const root = folderWith({
      "a.html": getRun,
      "coverage/index.html": "<html><h1>Report</h1><h2>HTTP request</h2>",
      "b_files/frame.html": "",
      "picture.html": new Uint8Array([60, 0, 1, 255]),
    });
    expect(await read(root)).toEqual(["a.html v1.0"]);
  });

  it("is read in the encoding that it is in", async () => {
    const text = getRun.replace("Get run", "Get r\u00fcn");
    const root = folderWith({
      "a.html": Buffer.from(`\uFEFF${text}`, "utf16le"),
      "b.html": Buffer.from(text.replace("<head>", '<head><meta charset="windows-1252" />'), "latin1"),
      "c.html": Buffer.from(text.replace("<head>", '<head><meta charset="nonsense" />'), "utf8"),
    });
    const pages = await readFolders([root]);
    expect(pages.map(({ title }) => title)).toEqual(["Get r\u00fcn", "Get r\u00fcn", "Get r\u00fcn"]);
  });
});

describe("the pages that come with the package", () => {
  it("are named alike wherever it is installed, and those of any other folder as it is given", async () => {
    const own = await readFolders([ownPages]);
    expect(own.map(({ file }) => file)).toContain(
      "graph-conformance/fixtures/docs/api-reference/v1.0/resources/identitygovernance-run.md",
    );
    expect(own.every(({ file }) => file.startsWith("graph-conformance/fixtures/docs/"))).toBe(true);
    const given = await readFolders(["fixtures/docs"]);
    expect(given.map(({ file, version }) => [`graph-conformance/${file}`, version])).toEqual(
      own.map(({ file, version }) => [file, version]),
    );
  });
});

describe("the version of a page", () => {
  it("is said by its folders, its name or the URLs on it, in this order", async () => {
    const root = folderWith({
      "beta/api/a.md": api,
      "graph-v1.0-2021/api/b.md": `${api}https://graph.microsoft.com/beta/me`,
      "rendered/c.beta.txt": api,
      "other/api/d.md": `${api}https://graph.microsoft.com/beta/me`,
      "beta/v1.0/api/e.md": api,
    });
    expect(await read(root)).toEqual([
      "beta/api/a.md beta",
      "beta/v1.0/api/e.md v1.0",
      "graph-v1.0-2021/api/b.md v1.0",
      "other/api/d.md beta",
      "rendered/c.beta.txt beta",
    ]);
  });

  it("is beta where nothing else says it and the note of beta stands above its first section", async () => {
    const note = "[!INCLUDE [beta-disclaimer](../includes/beta-disclaimer.md)]";
    const root = folderWith({
      "resources/a.md": `# a\n\n${note}\n\n## Properties\n`,
      "resources/b.md": "# b\n\n> **Important:** APIs under the `/beta` version can change.\n",
      "resources/c.md": `# c\n\n## A part\n\n${note}\n`,
      "resources/d.md": `# d\n\n${note}\n\nhttps://graph.microsoft.com/v1.0/me\n`,
    });
    const versions = ["a.md beta", "b.md beta", "c.md v1.0", "d.md v1.0"];
    expect(await read(root)).toEqual(versions.map((line) => `resources/${line}`));
  });

  it("is the one asked for when nothing says it", async () => {
    const root = folderWith({ "api/a.md": api, "v1.0/api/b.md": api });
    expect(await read(root, "beta")).toEqual(["api/a.md beta", "v1.0/api/b.md v1.0"]);
  });
});

describe("what cannot be read", () => {
  async function complaint(path: string): Promise<string> {
    const error: unknown = await readFolders([path]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    return error instanceof Error ? error.message : "";
  }

  it("is said in one sentence: no such path, no page, no text", async () => {
    const root = folderWith({ "readme.md": "# About this folder" });
    expect(await complaint(join(root, "nowhere"))).toBe(
      `${join(root, "nowhere")} cannot be read: it does not exist`,
    );
    expect(await complaint(root)).toBe(
      `${root} holds no documentation page; expected API or resource pages, in Markdown or as HTML saved from the site`,
    );
    const binary = folderWith({ "api/a.md": new Uint8Array([35, 0, 1]) });
    expect(await complaint(binary)).toBe(
      `${join(binary, "api/a.md")} cannot be read: it is no text, but binary content`,
    );
  });

  it("is a page in UTF-16", async () => {
    const root = folderWith({ "api/a.md": new Uint8Array([0xff, 0xfe, 35, 0, 32, 0]) });
    expect(await complaint(root)).toBe(
      `${join(root, "api/a.md")} cannot be read: it is UTF-16; documentation pages are UTF-8`,
    );
  });

  it("is HTML that is no page of Graph, named alone", async () => {
    const root = folderWith({ "a.html": "<html><body><h1>Pets</h1></body></html>" });
    expect(await complaint(join(root, "a.html"))).toMatch(
      /^\S+a\.html holds no documentation page; expected /,
    );
  });

  it("is a page of its own among others, with the reason, and leaves its neighbours alone", async () => {
    const root = folderWith({
      "api/a.md": api,
      "api/b.md": new Uint8Array([0xff, 0xfe, 35, 0]),
      "api/c.html": new Uint8Array([35, 0, 1]),
      "beta/d.md": new Uint8Array([35, 0, 1]),
    });
    symlinkSync("nowhere.md", join(root, "api/e.md"));
    symlinkSync("f.md", join(root, "api/f.md"));
    symlinkSync("g", join(root, "api/g"));
    symlinkSync("/dev/null", join(root, "api/h.md"));
    const pages = await readFolders([root]);
    const told = pages.map(({ file, version, kind, flaws }) =>
      [file.slice(root.length + 1), version, kind, ...flaws.map(({ message }) => message)].join(" "),
    );
    expect(told).toEqual([
      "api/a.md v1.0 api",
      "api/b.md v1.0 unreadable the file cannot be read: it is UTF-16; documentation pages are UTF-8",
      "api/e.md v1.0 unreadable the file cannot be read: it does not exist",
      "api/f.md v1.0 unreadable the file cannot be read: its links lead in a circle",
      "beta/d.md beta unreadable the file cannot be read: it is no text, but binary content",
    ]);
  });

  it("ends the reading where nothing but what is promised is read", async () => {
    const root = folderWith({ "api/a.md": api, "api/b.md": new Uint8Array([35, 0, 1]) });
    await expect(readFolders([root], undefined, "promises")).rejects.toThrow(
      `${join(root, "api/b.md")} cannot be read: it is no text, but binary content`,
    );
  });

  it("is a path without a name", async () => {
    expect(await complaint("")).toBe("a folder of documentation pages is named by an empty word");
  });

  it("is no page with odd bytes, which are replaced", async () => {
    const root = folderWith({ "api/a.md": new Uint8Array([35, 32, 0xff, 10]) });
    const [page] = await readFolders([root]);
    expect(page?.title).toBe("\uFFFD");
  });
});

describe("symbolic links", () => {
  it("are followed to a page and to a folder of pages", async () => {
    const root = folderWith({ "api/a.md": "# Get a" });
    const elsewhere = folderWith({ "b.md": "# Get b", "more/c.md": "# Get c" });
    symlinkSync(join(elsewhere, "b.md"), join(root, "api/b.md"));
    symlinkSync(join(elsewhere, "more"), join(root, "api/more"));
    expect(await read(root)).toEqual(["api/a.md v1.0", "api/b.md v1.0", "api/more/c.md v1.0"]);
  });

  it("end where they lead back", async () => {
    const root = folderWith({ "api/a.md": "# Get a" });
    symlinkSync(root, join(root, "api/again"));
    expect(await read(root)).toEqual(["api/a.md v1.0"]);
  });
});

describe("what pages promise", () => {
  const snippet = "---\ntitle: x\n---\n\n```csharp\nawait graphClient.Users.Request().GetAsync();\n```\n";
  const page =
    "---\ntitle: List users\n---\n\n# List users\n\nTODO\n\n## HTTP request\n\n```http\nGET /users\n```\n";
  const files = { "api/a.md": page, "includes/snippets/csharp/a-snippets.md": snippet };

  it("is read without the snippets that they include, and nobody asks what is wrong with them", async () => {
    const [read, ...others] = await readFolders([folderWith(files)], undefined, "promises");
    expect(others).toEqual([]);
    expect(read?.operation?.requests).toHaveLength(1);
    expect([read?.flaws, read?.headings, read?.reading.counted.fence]).toEqual([[], [], 0]);
  });

  it("is the least of what is read of them otherwise", async () => {
    const [read, included] = await readFolders([folderWith(files)]);
    expect(read?.flaws.map(({ rule }) => rule)).toContain("page/template-text");
    expect([read?.headings.length, read?.reading.counted.fence, included?.snippets.length]).toEqual([
      2, 1, 1,
    ]);
  });

  it.each(["fixtures/docs", "fixtures/rules/docs"])("makes the same contract of %s", async (folder) => {
    const [whole, promised] = await Promise.all(
      (["everything", "promises"] as const).map(async (reads) => {
        const documentation = documentationOf(folderOf(await readFolders([folder], undefined, reads)));
        return (["v1.0", "beta"] as const).map((version) => documentation.contract(version));
      }),
    );
    expect(promised).toEqual(whole);
  });
});
