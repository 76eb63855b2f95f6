import { describe, expect, it } from "vitest";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { documentationOf, judgeDocumentedPage } from "../../../src/exchange/judge-documentation.ts";

const table = "|Permission|Least|\n|:---|:---|\n|Delegated|User.Read|\n";
const page = (include: string) => `# Get user\n\n## Permissions\n\n[!INCLUDE [p](${include})]\n`;

/** What is not passed on each page of a folder: the page, then rule, place and pointer. */
function failuresIn(files: Readonly<Record<string, string>>) {
  const pages = Object.entries(files).map(([file, text]) => readPage(text, { file, version: "v1.0" }));
  const documentation = documentationOf(folderOf(pages));
  return documentation.folder.pages.flatMap((one) =>
    judgeDocumentedPage(one, documentation).flatMap(({ file, assertions }) =>
      assertions
        .flatMap((each) => (each.status === "fail" ? each : []))
        .filter(({ rule }) => !rule.startsWith("page/operation"))
        .map(({ rule, span, pointer, cause }) => ({
          page: file,
          finding: `${rule} ${span.file}:${span.start.line} ${pointer}`,
          cause: cause.id,
        })),
    ),
  );
}

describe("what is wrong in an include", () => {
  const unclosed = `${table}\n\`\`\`http\nGET /me\n`;
  const finding = "page/unclosed-fence includes/p.md:5 /includes/includes~1p.md/sections/";

  it("is found by each page that includes it, at its place in the include, with one cause", () => {
    const found = failuresIn({
      "api/user-get.md": page("../includes/p.md"),
      "api/user-list.md": page("../includes/p.md"),
      "api/user-delete.md": page("../includes/q.md"),
      "includes/p.md": unclosed,
      "includes/q.md": table,
    });
    expect(found.map(({ page: file, finding: text }) => [file, text])).toEqual([
      ["api/user-get.md", finding],
      ["api/user-list.md", finding],
    ]);
    expect(new Set(found.map(({ cause }) => cause)).size).toBe(1);
  });

  it("is found where an include includes it, and once where includes include one another", () => {
    const found = failuresIn({
      "api/user-get.md": page("../includes/q.md"),
      "includes/q.md": "[!INCLUDE [p](p.md)]\n",
      "includes/p.md": `[!INCLUDE [q](q.md)]\n\n${unclosed}`,
    });
    expect(found.map(({ finding: text }) => text)).toEqual([finding.replace(":5", ":7")]);
  });

  it("is no finding of a page that does not include it", () => {
    const files = { "api/user-get.md": page("../includes/q.md"), "includes/p.md": unclosed };
    expect(failuresIn(files)).toEqual([]);
  });
});
