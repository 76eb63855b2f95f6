import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/rules/catalogue.ts";
import { severityOf } from "../../../src/rules/rule.ts";
import { brokenPages, failuresIn, judgePages, validPages } from "./valid-documentation.ts";

/** One thing to break in the valid pages, and where exactly one finding must come. */
interface Break {
  readonly breaks: string;
  readonly file: string;
  readonly replace: string;
  readonly with: string;
  /** `file`, when the finding is elsewhere. */
  readonly expect: { readonly line: number; readonly pointer?: string; readonly file?: string };
}

const source = fileURLToPath(new URL("../../../src/rules/", import.meta.url));
const fixtures = fileURLToPath(new URL("../../../fixtures/rules/", import.meta.url));
const ids = catalogue.map(({ id }) => id);
// What is judged on services only has no page to break: there the faults of the embedded service break it.
const documented = catalogue
  .filter((rule) => severityOf(rule, "documented") !== undefined)
  .map(({ id }) => id);

describe("a rule is complete", () => {
  it("when it has a rule page and, if documentation can break it, a breaking fixture, and there are no others", () => {
    // Waivers are no part of a page or an exchange: the report judges them.
    const waivers = ["waiver/expired", "waiver/unused"];
    expect(namesBelow(source, ".md")).toEqual([...ids, ...waivers].sort());
    expect(namesBelow(fixtures, ".json")).toEqual(documented);
  });

  it("when its file exports it under its name, and the catalogue has it", async () => {
    const exported = await Promise.all(
      namesBelow(source, ".ts").map(async (name) => [name, await rulesIn(name)]),
    );
    expect(exported.filter(([, rules]) => rules?.length !== 0)).toEqual(ids.map((id) => [id, [id]]));
  });

  it.each(namesBelow(source, ".md"))("when the page of %s has every section", (name) => {
    const shown = /^```.*?^```$/gms;
    const page = readFileSync(`${source}${name}.md`, "utf8").replaceAll(shown, "");
    const sections = ["Explanation", "Example", "Consequences", "Common causes", "Source"];
    expect(page.match(/^#{1,2} .*$/gm)).toEqual([`# ${name}`, ...sections.map((section) => `## ${section}`)]);
  });
});

describe("the valid pages", () => {
  const judgements = judgePages(validPages);

  it("break no rule, and leave nothing unverified", () => {
    const statuses = judgements.flatMap(({ assertions }) => assertions.map(({ status }) => status));
    expect(failuresIn(judgements)).toEqual([]);
    expect([...new Set(statuses)].sort()).toEqual(["not-applicable", "pass"]);
  });

  it("hold something that every rule judges", () => {
    const assertions = judgements.flatMap((judgement) => judgement.assertions);
    const passed = new Set(assertions.filter(({ status }) => status === "pass").map(({ rule }) => rule));
    expect(documented.filter((id) => !passed.has(id))).toEqual([]);
  });
});

describe.each(documented)("%s is the one finding where", (rule) => {
  it.each(breaksOf(rule))("$breaks", ({ file, replace, with: by, expect: expected }) => {
    const { line, pointer } = expected;
    const place = { rule, file: expected.file ?? file, line, ...(pointer === undefined ? {} : { pointer }) };
    expect(failuresIn(judgePages(brokenPages(file, replace, by)))).toEqual([place]);
  });
});

function breaksOf(rule: string): Break[] {
  const fixture: Break | Break[] = JSON.parse(readFileSync(`${fixtures}${rule}.json`, "utf8"));
  return [fixture].flat();
}

/** `area/name` of every file in the folders of the areas. */
function namesBelow(directory: string, extension: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(extension) && /^[^/]+\/[^/]+$/.test(file))
    .map((file) => file.slice(0, -extension.length))
    .sort();
}

async function rulesIn(name: string): Promise<string[]> {
  const exported: object = await import(pathToFileURL(`${source}${name}.ts`).href);
  return Object.values(exported).flatMap((value: unknown) =>
    typeof value === "object" && value !== null && "judge" in value && "id" in value
      ? [String(value.id)]
      : [],
  );
}
