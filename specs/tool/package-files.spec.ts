import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
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

const { dependencies, peerDependencies, files } = JSON.parse(readFileSync("package.json", "utf8"));

describe("what the package holds", () => {
  it("has the workflows that its README tells to copy, for whom installs it", () => {
    const told = [...readFileSync("README.md", "utf8").matchAll(/\]\((\.github\/examples)[^)]*\)/g)];
    expect(told).not.toEqual([]);
    expect(files).toEqual(expect.arrayContaining(told.map(([, folder]) => folder)));
  });
});

/** The packages that a file imports, with those of the files that it imports in turn. */
function packagesOf(entry: string): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(importing)) {
      const types = file.endsWith(".d.ts") ? name.replace(/\.[jt]s$/, ".d.ts") : name;
      if (name.startsWith(".")) follow(join(file, "..", types));
      else if (!isBuiltin(name)) found.add(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? "");
    }
  };
  follow(entry);
  return [...found].sort();
}

const importing = /(?:^(?:import|export)\b[^"';]*\bfrom |^import |\bimport\()"([^"]+)"/gm;

describe("the built package", () => {
  it.each(["dist/playwright/test.js", "dist/playwright/test.d.ts"])(
    "needs nothing for %s but that and the Playwright of whoever uses it",
    (entry) => {
      expect(peerDependencies).toHaveProperty("@playwright/test");
      expect([...Object.keys(dependencies), "@playwright/test"]).toEqual(
        expect.arrayContaining(packagesOf(entry)),
      );
    },
  );

  it.each(["dist/index.js", "dist/index.d.ts", "dist/cli/main.js", "dist/mock/http/start-mock.js"])(
    "needs nothing for %s but what is installed with it",
    (entry) => {
      expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(packagesOf(entry)));
    },
  );

  it("says under which licence each library comes that is inside", () => {
    const licences = readFileSync("dist/LICENSES.txt", "utf8")
      .split(/^# (?=\S+ \d)/m)
      .slice(1);
    const built = readdirSync("dist", { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.js$/.test(file),
    );
    // The builder writes above each module where it comes from.
    const inside = built.flatMap((file) =>
      [
        ...readFileSync(`dist/${file}`, "utf8").matchAll(
          /^\/\/ (?:\S*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/gm,
        ),
      ].map(([, name]) => name),
    );
    expect(inside).toContain("ajv");
    expect(licences.map((licence) => licence.split(" ")[0])).toEqual([...new Set(inside)].sort());
    for (const licence of licences)
      expect(licence).toMatch(/Permission is hereby granted|Redistribution and use/);
  });
});
