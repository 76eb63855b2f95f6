import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { folderOf } from "../../../src/docs/folder.ts";
import { readContents } from "../../../src/docs/read-contents.ts";
import { readFolders } from "../../../src/docs/read-folder.ts";
import { documentationOf, judgeDocumentedPage } from "../../../src/exchange/judge-documentation.ts";

const root = mkdtempSync(join(tmpdir(), "contents-"));
afterAll(() => rmSync(root, { recursive: true }));

const contents = `items:
- name: Shelf
  href: ../resources/shelf.md
- name: Lists
  items:
  - {name: no}
  - href: "../api/Shelf-List.md"
  - name: elsewhere
    href: https://learn.microsoft.com/graph/x
  # href: ../resources/lamp.md
`;

describe("a table of contents", () => {
  const page = readContents(contents, { file: "v1.0/toc/toc.yml", version: "v1.0" });

  it("names pages, each with its place", () => {
    expect(page).toMatchObject({ kind: "contents", file: "v1.0/toc/toc.yml" });
    expect(page.links.map(({ target, location }) => `${target} ${location.line}:${location.column}`)).toEqual(
      ["../resources/shelf.md 3:9", "../api/Shelf-List.md 7:12"],
    );
  });

  it("is no page, and says of those that it names that they exist", () => {
    const folder = folderOf([page]);
    expect(folder.pages).toEqual([]);
    expect(folder.lists("v1.0/resources/shelf.md")).toBe(true);
    expect(folder.lists("v1.0/api/shelf-list.md")).toBe(true);
    expect(folder.lists("v1.0/resources/lamp.md")).toBe(false);
  });
});

describe("an excerpt with a table of contents", () => {
  async function deadLinks(links: string): Promise<(string | undefined)[]> {
    const files = {
      "v1.0/toc/toc.yml": contents,
      "v1.0/api/shelf-get.md": `# Get shelf\n\n## HTTP request\n\n\`\`\`http\nGET /shelf\n\`\`\`\n\n${links}\n`,
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    const documentation = documentationOf(folderOf(await readFolders([root])));
    const [own] = documentation.folder.pages;
    const judgements = own ? judgeDocumentedPage(own, documentation) : [];
    return judgements.flatMap(({ assertions }) =>
      assertions.filter(({ rule }) => rule === "reference/dead-link").map(({ status }) => status),
    );
  }

  it("knows that a link leads to a page, though it was not read", async () => {
    expect(await deadLinks("[shelf](../resources/shelf.md) [list](shelf-list.md)")).not.toContain(
      "not-verified",
    );
    expect(await deadLinks("[lamp](../resources/lamp.md)")).toContain("not-verified");
  });

  it("does not know which headings it has", async () => {
    expect(await deadLinks("[shelf](../resources/shelf.md#properties)")).toContain("not-verified");
  });
});
