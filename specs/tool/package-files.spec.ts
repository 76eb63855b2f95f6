import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

// dist/cli/main.js, dist/chunks/...: as far below the package as src/docs/own-pages.ts.
const address = /new URL\(\s*[`"]([^`"$]*)[^,]*,\s*import\.meta\.url/g;

function strays(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => {
    const said = [...text.matchAll(/import\.meta/g)].length;
    const right = [...text.matchAll(address)].filter(([, path = ""]) => path.startsWith("../../"));
    return said === right.length && (said === 0 || file.split("/").length === 2) ? [] : [file];
  });
}

describe("what the package reads of itself", () => {
  it("is addressed from one folder below src, since the built files stand that deep whatever they are made of", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    expect(strays(new Map(files.map((file) => [file, readFileSync(`src/${file}`, "utf8")])))).toEqual([]);
  });

  it("is not found from anywhere else", () => {
    const text = 'readFileSync(new URL("../../package.json", import.meta.url))';
    expect(strays(new Map([["cli/tool.ts", text]]))).toEqual([]);
    expect(strays(new Map([["index.ts", text]]))).toEqual(["index.ts"]);
    expect(strays(new Map([["report/html/page.ts", text]]))).toEqual(["report/html/page.ts"]);
    expect(strays(new Map([["cli/tool.ts", text.replace("../../", "../")]]))).toEqual(["cli/tool.ts"]);
    expect(strays(new Map([["cli/tool.ts", "import.meta.dirname"]]))).toEqual(["cli/tool.ts"]);
  });
});
