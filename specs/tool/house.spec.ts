import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** The text of every file below a folder, by its path. */
type Files = ReadonlyMap<string, string>;

function filesBelow(...folders: readonly string[]): Files {
  const paths = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => normalize(join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(path, "utf8")]));
}

const isProgram = (path: string) => /\.[cm]?[jt]sx?$/.test(path);
const lines = (text: string) => text.split("\n").length - 1;

/** The programs with more lines than that. */
function longerThan(limit: number, files: Files): string[] {
  return [...files].filter(([path, text]) => isProgram(path) && lines(text) > limit).map(([path]) => path);
}

function shorterThan(limit: number, files: Files): string[] {
  return [...files].filter(([path, text]) => isProgram(path) && lines(text) < limit).map(([path]) => path);
}

/** The programs whose name is not lower case with dashes. */
function oddlyNamed(files: Files): string[] {
  const kebab = /^[a-z\d]+(?:-[a-z\d]+)*(?:\.(?:slow|spec|config|d))*\.(?:ts|mjs|js)$/;
  return [...files.keys()].filter((path) => isProgram(path) && !kebab.test(basename(path)));
}

/** Programs beside the specs of one room that something elsewhere imports: they belong in `specs/support`. */
function sharedFromARoom(files: Files): string[] {
  const imported = [...files].flatMap(([path, text]) =>
    [...text.matchAll(/ from "(\.[^"]+)"/g)].map(([, target = ""]) => ({
      by: path,
      target: normalize(join(dirname(path), target)).replaceAll("\\", "/"),
    })),
  );
  const strays = imported.filter(
    ({ by, target }) => target.startsWith("specs/tool/") && dirname(by) !== dirname(target),
  );
  return [...new Set(strays.map(({ target }) => target))].sort();
}

describe("the house", () => {
  const src = filesBelow("src");
  const specs = filesBelow("specs");

  it("has no file of src over 250 lines", () => {
    expect(longerThan(250, src)).toEqual([]);
  });

  it("has at most 45 files of src under 20 lines: what is always read together stands together", () => {
    const crumbs = shorterThan(20, src);
    expect(crumbs.length, crumbs.join("\n")).toBeLessThanOrEqual(45);
  });

  it("has one tree of paths", () => {
    const trees = [...src].filter(([, text]) => /\binterface PathNode\b/.test(text));
    expect(trees.map(([path]) => path)).toEqual(["src/contract/path/path-node.ts"]);
  });

  it("has no program among the data in fixtures", () => {
    expect([...filesBelow("fixtures").keys()].filter(isProgram)).toEqual([]);
  });

  it("names its files in lower case with dashes", () => {
    expect(oddlyNamed(new Map([...src, ...specs]))).toEqual([]);
  });

  it("keeps in specs/support the programs that the specs of several rooms use", () => {
    expect(sharedFromARoom(specs)).toEqual([]);
  });

  it("would not go unnoticed if it were otherwise", () => {
    const text = "line\n".repeat(251);
    const files = new Map([
      ["src/docs/Long_File.ts", text],
      ["src/docs/crumb.ts", "line\n"],
      ["src/docs/rule.md", text],
      ["specs/tool/docs/a.spec.ts", 'import { b } from "../mock/b.ts";\nimport { c } from "./c.ts";\n'],
    ]);
    expect(longerThan(250, files)).toEqual(["src/docs/Long_File.ts"]);
    expect(shorterThan(20, files)).toEqual(["src/docs/crumb.ts", "specs/tool/docs/a.spec.ts"]);
    expect(oddlyNamed(files)).toEqual(["src/docs/Long_File.ts"]);
    expect(sharedFromARoom(files)).toEqual(["specs/tool/mock/b.ts"]);
  });
});
