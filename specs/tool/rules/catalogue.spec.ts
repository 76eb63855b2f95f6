import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { faults } from "../../../src/mock/faults/faults.ts";
import { catalogue } from "../../../src/rules/catalogue.ts";
import { type Rule, severityOf } from "../../../src/rules/rule.ts";
import { fixtureFolder, hasFixture } from "../../support/rule-fixture.ts";

const source = fileURLToPath(new URL("../../../src/rules/", import.meta.url));
const ids = catalogue.map(({ id }) => id);
/** What a run itself has to keep; an embedded service is written to without a thought. */
const ofTheRun = "service/left-behind";
/** What only who runs a service can announce. */
const ofTheTenant = "service/deprecation";
const brokenByFaults = new Set(
  faults.flatMap(({ expect, onTenant = expect }) =>
    [expect, onTenant].map((one) => ("rule" in one ? one.rule : "")),
  ),
);

describe("the catalogue", () => {
  it("holds every rule once, by id", () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it("holds every rule that there is a file of", async () => {
    const files = await filesWithRules();
    const left = files.flatMap(({ rules }) => rules).filter((id) => !ids.includes(id));
    expect(left.map((id) => `${id} is in no list: src/rules/catalogue.ts`)).toEqual([]);
  });

  it("holds the rules of files that have one each, and its name", async () => {
    const files = await filesWithRules();
    const other = files.filter(({ name, rules }) => rules.length > 1 || rules[0] !== name);
    expect(other).toEqual([]);
  });
});

describe("a rule", () => {
  it("has all that belongs to one", () => {
    const alone = [ofTheTenant, ofTheRun];
    expect(catalogue.flatMap(missingOf)).toEqual(
      alone.map((id) => `${id} weighs something on a mock or a tenant, and nothing on the other`),
    );
  });

  it("that lacks something is told what", () => {
    const rule: Pick<Rule, "id" | "weighs"> = { id: "http/teapot", weighs: { documented: "error" } };
    expect(missingOf(rule)).toEqual([
      "http/teapot has no rule page src/rules/http/teapot.md",
      "http/teapot has no fixture fixtures/rules/http/teapot.json, though documentation is judged by it",
    ]);
    expect(missingOf({ ...rule, weighs: { mock: "error", tenant: "info" } })).toEqual([
      "http/teapot has no rule page src/rules/http/teapot.md",
      "http/teapot has no fault that breaks it: src/mock/faults",
    ]);
    expect(missingOf({ id: "http/status", weighs: {} })).toEqual([
      "http/status weighs nothing, whatever the source",
      "http/status has a fixture, though no documentation is judged by it",
    ]);
    expect(missingOf({ id: "auth/anonymous", weighs: { mock: "error" } })).toEqual([
      "auth/anonymous weighs something on a mock or a tenant, and nothing on the other",
    ]);
  });

  it("is what every rule page and every fixture belongs to", () => {
    // Waivers are no part of a page or an exchange: the report judges them.
    const pages = namesBelow(source, ".md").filter((name) => !name.startsWith("waiver/"));
    const named = [...pages, ...namesBelow(fixtureFolder, ".json")];
    expect(named.filter((name) => !ids.includes(name))).toEqual([]);
  });

  it.each(namesBelow(source, ".md"))("has a page with every section: %s", (name) => {
    const shown = /^```.*?^```$/gms;
    const page = readFileSync(`${source}${name}.md`, "utf8").replaceAll(shown, "");
    const sections = ["Explanation", "Example", "Consequences", "Common causes", "Source"];
    expect(page.match(/^#{1,2} .*$/gm)).toEqual([`# ${name}`, ...sections.map((section) => `## ${section}`)]);
  });
});

describe("what a failure weighs", () => {
  it("is nothing on a service for a page and for a request", () => {
    for (const { id, subject, weighs } of catalogue) {
      if (id !== ofTheRun && subject !== "exchange") expect(Object.keys(weighs)).toEqual(["documented"]);
    }
  });

  it("is from recorded traffic what it is from a tenant, and nothing where the rule is not judged", () => {
    const rule = { weighs: { mock: "error", tenant: "warning" } } as const;
    expect(severityOf(rule, "documented")).toBeUndefined();
    expect(severityOf(rule, "mock")).toBe("error");
    expect(severityOf(rule, "tenant")).toBe("warning");
    expect(severityOf(rule, "recorded")).toBe("warning");
  });
});

/** What a rule of the catalogue lacks, a sentence each. */
function missingOf(rule: Pick<Rule, "id" | "weighs">): string[] {
  const { id, weighs } = rule;
  const missing: string[] = [];
  const says = (sentence: string) => missing.push(`${id} ${sentence}`);
  if (Object.values(weighs).length === 0) says("weighs nothing, whatever the source");
  if ((weighs.mock === undefined) !== (weighs.tenant === undefined)) {
    says("weighs something on a mock or a tenant, and nothing on the other");
  }
  if (!existsSync(`${source}${id}.md`)) says(`has no rule page src/rules/${id}.md`);
  const judged = weighs.documented !== undefined;
  if (judged && !hasFixture(id)) {
    says(`has no fixture fixtures/rules/${id}.json, though documentation is judged by it`);
  }
  if (!judged && hasFixture(id)) says("has a fixture, though no documentation is judged by it");
  if (weighs.mock !== undefined && !brokenByFaults.has(id)) {
    says("has no fault that breaks it: src/mock/faults");
  }
  return missing;
}

/** `area/name` of every file in the folders of the areas. */
function namesBelow(directory: string, extension: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(extension) && /^[^/]+\/[^/]+$/.test(file))
    .map((file) => file.slice(0, -extension.length))
    .sort();
}

interface FileWithRules {
  readonly name: string;
  readonly rules: readonly string[];
}

async function filesWithRules(): Promise<FileWithRules[]> {
  const files = namesBelow(source, ".ts").map(async (name) => ({ name, rules: await rulesIn(name) }));
  return (await Promise.all(files)).filter(({ rules }) => rules.length > 0);
}

async function rulesIn(name: string): Promise<string[]> {
  const exported: object = await import(pathToFileURL(`${source}${name}.ts`).href);
  return Object.values(exported).flatMap((value: unknown) =>
    typeof value === "object" && value !== null && "judge" in value && "id" in value
      ? [String(value.id)]
      : [],
  );
}
