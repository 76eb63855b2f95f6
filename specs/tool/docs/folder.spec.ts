import { describe, expect, it } from "vitest";
import { folderOf } from "../../../src/docs/folder.ts";
import type { Page } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";

function resource(name: string, body = ""): string {
  return `# ${name} resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key.|\n${body}`;
}

function read(file: string, text: string): Page {
  return readPage(text, { file, version: "v1.0" });
}

/** `count` resource pages, and one that links to each of them and to `missing` more. */
function folderWith(count: number, missing: number) {
  const names = Array.from({ length: count + missing }, (_, index) => `type${index}`);
  const links = names.map((name) => `[${name}](${name}.md)`).join(" ");
  return folderOf([
    read("resources/index.md", resource("index", `\n${links}\n`)),
    ...names.slice(0, count).map((name) => read(`resources/${name}.md`, resource(name))),
  ]);
}

describe("a folder of pages", () => {
  it("finds a page whatever its letter case", () => {
    const folder = folderOf([read("Resources/User.md", resource("user"))]);
    expect(folder.page("resources/user.md")?.file).toBe("Resources/User.md");
    expect(folder.page("./resources/user.md")?.file).toBe("Resources/User.md");
    expect(folder.page("resources/group.md")).toBeUndefined();
  });

  it("finds an include for the pages that include it, and counts it as no page", () => {
    const include = read("includes/note.md", "A note.\n");
    const folder = folderOf([read("resources/user.md", resource("user")), include]);
    expect(folder.page("includes/note.md")).toBe(include);
    expect(folder.pages.map(({ file }) => file)).toEqual(["resources/user.md"]);
    expect(folder.includes).toEqual([include]);
  });

  it("tells the code of SDKs from the includes that may promise something", () => {
    const table = "|Permission type|Permissions|\n|:--|:--|\n|Application|User.Read.All|\n";
    const names = ["includes/permissions/user.md", "includes/snippets/csharp/get-user.md"];
    const [permissions, snippet] = names.map((name) => read(name, table));
    const shown = names.map((name) => `[!INCLUDE [it](../${name})]`).join("\n\n");
    const page = read("api/user-get.md", `# Get user\n\n${shown}\n`);
    const folder = folderOf([page, ...[permissions, snippet].flatMap((one) => one ?? [])]);
    expect(folder.included(page)).toEqual([permissions, snippet]);
    expect(folder.lending(page)).toEqual([permissions]);
    expect([folder.includes, folder.snippets]).toEqual([[permissions], [snippet]]);
  });

  it("was read as a whole when 49 of 50 pages that its links look for are there", () => {
    const folder = folderWith(49, 1);
    expect(folder.isWhole("resources")).toBe(true);
    expect(folder.hasAllTypes("v1.0")).toBe(true);
    expect(folder.hasAllTypes("beta")).toBe(false);
  });

  it("was read as a whole with its includes, as without", () => {
    const names = Array.from({ length: 50 }, (_, index) => `snippet${index}`);
    const shown = names.map((name) => `[!INCLUDE [sample](../includes/${name}.md)]`).join("\n\n");
    const page = read("resources/user.md", resource("user", `\n${shown}\n`));
    const includes = names.map((name) => read(`includes/${name}.md`, "C#.\n"));
    expect(folderOf([page, ...includes]).isWhole("includes")).toBe(true);
    expect(folderOf([page, ...includes.slice(2)]).isWhole("includes")).toBe(false);
  });

  it("is an excerpt when more pages are missing, or too few are looked for to tell", () => {
    expect(folderWith(60, 2).isWhole("resources")).toBe(false);
    expect(folderWith(49, 0).isWhole("resources")).toBe(false);
    expect(folderWith(49, 0).hasAllTypes("v1.0")).toBe(false);
    expect(folderWith(49, 1).isWhole("api")).toBe(false);
  });

  it("counts a page that is looked for twice once", () => {
    const twice = "[a](a.md) ".repeat(60);
    const folder = folderOf([
      read("resources/index.md", resource("index", `\n${twice}\n`)),
      read("resources/a.md", resource("a")),
    ]);
    expect(folder.isWhole("resources")).toBe(false);
  });

  it("knows the types and enums that a page declares, by a row that lists members too", () => {
    const rows =
      "|status|microsoft.graph.runStatus|The possible values are: `queued`, `done`.|\n|kind|String|Possible values are: `a`, `b`.|\n";
    const folder = folderOf([read("resources/run.md", resource("run", rows))]);
    expect(folder.declaredBy("resources/run.md")).toEqual([
      "microsoft.graph.run",
      "microsoft.graph.runStatus",
    ]);
    expect(folder.declaredBy("resources/none.md")).toEqual([]);
  });
});
