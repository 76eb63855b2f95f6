import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

// A folder may import the folders behind it, and itself.
const below: Readonly<Record<string, readonly string[]>> = {
  base: [],
  http: ["base"],
  docs: ["http", "base"],
  odata: ["http", "base"],
  metadata: ["http", "base"],
  contract: ["docs", "metadata", "odata", "http", "base"],
  rules: ["contract", "docs", "metadata", "odata", "http", "base"],
  profile: ["rules", "contract", "docs", "metadata", "odata", "http", "base"],
  diff: ["contract", "docs", "metadata", "odata", "http", "base"],
  exchange: ["rules", "contract", "docs", "metadata", "odata", "http", "base"],
  mock: ["rules", "contract", "docs", "metadata", "odata", "http", "base"],
  fix: ["rules", "contract", "docs", "metadata", "odata", "http", "base"],
  report: ["profile", "rules", "diff", "contract", "docs", "metadata", "odata", "http", "base"],
  playwright: ["report", "exchange", "rules", "contract", "docs", "odata", "http", "base"],
  cli: [
    "report",
    "exchange",
    "mock",
    "fix",
    "profile",
    "rules",
    "diff",
    "contract",
    "docs",
    "metadata",
    "odata",
    "http",
    "base",
  ],
};

type Imports = ReadonlyMap<string, readonly string[]>;

function importsIn(directory: string): Imports {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(directory, file), "utf8");
      const found = [...text.matchAll(/^(?:import|export)\b[^;]*?from\s+"(\.[^"]+)"/gms)].map(
        (match) => match[1] ?? "",
      );
      return [normalize(file), found.map((path) => normalize(join(dirname(file), path)))];
    }),
  );
}

function wrongArrows(imports: Imports): string[] {
  return [...imports].flatMap(([file, targets]) => {
    const from = file.split("/")[0] ?? "";
    if (!file.includes("/")) return [];
    return targets
      .filter((target) => {
        const to = target.split("/")[0] ?? "";
        return to !== from && !below[from]?.includes(to);
      })
      .map((target) => `${file} -> ${target}`);
  });
}

function circles(imports: Imports): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    if (path.includes(file) || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}

function barrels(imports: Imports, directory: string): string[] {
  return [...imports.keys()].filter((file) => {
    if (file === "index.ts") return false;
    return /^export\s+(?:\*|\{[^}]*\})\s+from/m.test(readFileSync(join(directory, file), "utf8"));
  });
}

describe("the arrows between the folders of src", () => {
  const imports = importsIn("src");

  it("run one way: cli, then report and exchange and mock, then rules and diff, contract, docs and odata, http, base", () => {
    expect(wrongArrows(imports)).toEqual([]);
  });

  it("make no circle", () => {
    expect(circles(imports)).toEqual([]);
  });

  it("pass through no barrel but src/index.ts", () => {
    expect(barrels(imports, "src")).toEqual([]);
  });

  it("are said to be wrong where one runs back", () => {
    expect(wrongArrows(new Map([["docs/page.ts", ["rules/rule.ts"]]]))).toEqual([
      "docs/page.ts -> rules/rule.ts",
    ]);
    expect(wrongArrows(new Map([["report/a.ts", ["exchange/b.ts"]]]))).toEqual([
      "report/a.ts -> exchange/b.ts",
    ]);
  });

  it("are said to make a circle where they do", () => {
    const circle = new Map([
      ["docs/a.ts", ["docs/b.ts"]],
      ["docs/b.ts", ["docs/a.ts"]],
    ]);
    expect(circles(circle)).toEqual(["docs/a.ts -> docs/b.ts -> docs/a.ts"]);
  });
});
