import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { TypeRef } from "../../../src/contract/contract.ts";
import { showExamples } from "../../../src/contract/derive/show-examples.ts";
import { derivedFiles } from "../../../src/contract/derived-files.ts";
import { typeNames } from "../../../src/contract/typescript/type-names.ts";
import type { GraphVersion } from "../../../src/docs/page.ts";
import { documentedExchanges } from "../../../src/exchange/judge-documentation.ts";
import { exchangeContext, requestContext } from "../../../src/rules/exchange-context.ts";
import { judgeExchange } from "../../../src/rules/judge.ts";
import { documentation } from "../../support/documentation.ts";

const versions: readonly GraphVersion[] = ["v1.0", "beta"];
// What a rule says of a body that TypeScript says too.
const seenByTypes = new Set(["body/type", "body/enum-member", "body/unknown-property"]);

interface TypedExample {
  readonly title: string;
  readonly declaration: string;
  readonly defective: boolean;
}

/** Every documented response body as a constant of its type. */
function typedExamples(version: GraphVersion): TypedExample[] {
  const contract = documentation.contract(version);
  const names = typeNames(contract);
  const nameOf = (type: TypeRef) => {
    const name = names.get(type.name);
    return name && `types.${name}${type.collection ? "CollectionResponse" : ""}`;
  };
  const pages = documentation.folder.pages.filter((page) => page.version === version);
  return pages.flatMap((page) =>
    documentedExchanges(page).flatMap((exchange) => {
      const { response } = exchange;
      const body = response?.body?.json?.value;
      if (!response || body === undefined) return [];
      const { type } = exchangeContext(requestContext(exchange, contract, page), response).promised;
      const { assertions } = judgeExchange(exchange, contract, { page });
      return [
        {
          title: `${page.file}: ${exchange.name}`,
          declaration: `types.Example<${(type && nameOf(type)) ?? "undeclared"}> = ${JSON.stringify(body)}`,
          defective: assertions.some(({ rule, status }) => status === "fail" && seenByTypes.has(rule)),
        },
      ];
    }),
  );
}

/** The examples that the compiler refuses, by title. */
function refused(version: GraphVersion, examples: readonly TypedExample[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "graph-conformance-types-"));
  try {
    const types = readFileSync(`schemas/${version}/types.d.ts`, "utf8");
    writeFileSync(join(folder, "types.d.ts"), `${types}\nexport type Example<T> = T;\n`);
    const lines = examples.map(({ declaration }, index) => `export const example${index}: ${declaration};`);
    writeFileSync(
      join(folder, "examples.ts"),
      `import type * as types from "./types";\n${lines.join("\n")}\n`,
    );
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: "preserve",
      moduleResolution: "bundler",
      types: [],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["examples.ts"] }));
    const output = compile(folder);
    const wrong = [...output.matchAll(/^examples\.ts[(:](\d+)/gm)].map((match) => Number(match[1]) - 2);
    if (wrong.length === 0 && output.trim() !== "") throw new Error(output);
    return [...new Set(wrong)].sort((a, b) => a - b).map((index) => examples[index]?.title ?? output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compile(folder: string): string {
  const tsc = resolve("node_modules/typescript/bin/tsc");
  try {
    return execFileSync(process.execPath, [tsc, "-p", ".", "--pretty", "false"], {
      cwd: folder,
      encoding: "utf8",
    });
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  }
}

const handWritten: readonly TypedExample[] = [
  {
    title: "another type",
    declaration: 'types.UserProcessingResult = { failedTasksCount: "none" }',
    defective: true,
  },
  {
    title: "no member",
    declaration: 'types.UserProcessingResult = { processingStatus: "lost" }',
    defective: true,
  },
  { title: "right", declaration: "types.UserProcessingResult = { failedTasksCount: 1 }", defective: false },
];

describe.each(versions)("schemas/%s", (version) => {
  it("is what the pages of fixtures/docs promise today (else: npm run derive)", async () => {
    const contract = documentation.contract(version);
    const files = await derivedFiles({ ...contract, shown: showExamples(contract, documentation.folder) });
    expect(readdirSync(`schemas/${version}`).sort()).toEqual([...files.keys()].sort());
    for (const [name, text] of files) {
      expect(readFileSync(`schemas/${version}/${name}`, "utf8") === text, `${name} is stale`).toBe(true);
    }
  });

  const examples = typedExamples(version);
  let refusedTitles: readonly string[] = [];
  beforeAll(() => {
    // The compiler takes most of a second to start.
    refusedTitles = refused(version, [...examples, ...handWritten]);
  });

  it("declares types that take every documented body, but for those with a known defect in them", () => {
    expect(examples.length).toBeGreaterThan(2);
    const defective = examples.filter((example) => example.defective).map(({ title }) => title);
    const titles = new Set(examples.map(({ title }) => title));
    expect(refusedTitles.filter((title) => titles.has(title))).toEqual(defective);
  });

  it("declares types that refuse a wrong body", () => {
    const titles = handWritten.map(({ title }) => title);
    expect(refusedTitles.filter((title) => titles.includes(title))).toEqual(["another type", "no member"]);
  });
});
