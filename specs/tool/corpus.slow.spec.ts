import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Contract } from "../../src/contract/contract.ts";
import { csdl } from "../../src/contract/csdl/csdl.ts";
import { isPlaceholder } from "../../src/contract/validation/placeholder.ts";
import { type Documentation, judgeDocumentedPage } from "../../src/exchange/judge-documentation.ts";
import { generateResource } from "../../src/mock/generate/generate-resource.ts";
import { repairResource } from "../../src/mock/repair/repair-resource.ts";
import { readingReasons } from "../../src/rules/reading-class.ts";
import { corpus, hasCorpus } from "../support/corpus.ts";
import { declarations, mistakes, parse, readByOasis } from "../support/csdl-checks.ts";
import { documentedResources, faultsOfRepaired } from "../support/documented-resources.ts";
import { markdownParts } from "../support/markdown-parts.ts";
import { missingNames, violationsOf } from "../support/resource-checks.ts";

const metadata = "../shared/metadata/v1.0-2026-08.csdl";

/** What is made for a name or id that looks like a placeholder, as the pages themselves show them. */
const looksLikePlaceholder = /(?:-value| [\da-f-]{36})$/;

describe.skipIf(!hasCorpus)("the documentation of July 2021", () => {
  let documentation: Documentation;
  let contract: Contract;

  beforeAll(async () => {
    documentation = await corpus();
    contract = documentation.contract("v1.0");
  }, 120_000);

  it("is read and judged to its end, every page, and no include as one", () => {
    const { pages, includes, snippets } = documentation.folder;
    expect([pages.length, includes.length, snippets.length]).toEqual([3341, 2, 5440]);
    const judged = pages.map((page) => judgeDocumentedPage(page, documentation).length);
    expect(judged.every((count) => count > 0)).toBe(true);
    expect(judged.reduce((total, count) => total + count)).toBeGreaterThan(5000);
  });

  it("leaves under 0.2 % of its fences and rows unread, as many as another reader of Markdown counts", () => {
    const { read, pages } = documentation.folder;
    const readings = read.map(({ reading }) => reading);
    const left = (part: string) =>
      readings.flatMap((reading) =>
        reading.left.filter((one) => one.part === part && !readingReasons[one.left].aside),
      ).length;
    const of = (part: "fence" | "row") => readings.reduce((sum, { counted }) => sum + counted[part], 0);
    expect(left("fence") / of("fence")).toBeLessThan(0.002);
    expect(left("row") / of("row")).toBeLessThan(0.002);
    const sample = pages.filter((_, index) => index % 20 === 0);
    const others = sample.map(({ file }) => markdownParts(readFileSync(file, "utf8")));
    const own = sample.map(({ reading }) => reading.counted);
    const apart = own.filter(
      ({ fence, row }, index) => fence !== others[index]?.fence || row !== others[index]?.row,
    );
    // One page in a hundred: a fence that is not closed, a table without the bars that CommonMark asks for.
    expect(apart.length).toBeLessThan(sample.length / 100 + 1);
  });

  it("gives generated resources that are whole and without a fault, for each of its 1,001 types", () => {
    const faults = Object.keys(contract.types).flatMap((name) => {
      const resource = generateResource(contract, name, { seed: "a", key: "key" });
      return [...violationsOf(contract, name, resource), ...missingNames(contract, name, resource)].map(
        (fault) => `${name} ${fault}`,
      );
    });
    expect(faults.filter((fault) => !looksLikePlaceholder.test(fault))).toEqual([]);
  });

  it("has examples without a fault when repaired and completed, and with nearly no placeholder", () => {
    const resources = documentedResources(contract);
    expect(resources.length).toBeGreaterThan(1800);
    expect(faultsOfRepaired(contract).filter((fault) => !looksLikePlaceholder.test(fault))).toEqual([]);
    const repaired = resources.map(({ type, value }) => repairResource(contract, type, value));
    const before = placeholdersIn(resources.map(({ value }) => value));
    expect(placeholdersIn(repaired)).toBeLessThan(before / 20);
  });

  it("gives a CSDL without a mistake, which the reader of OASIS takes", () => {
    const xml = csdl(contract);
    expect(mistakes(xml)).toEqual([]);
    readByOasis(xml);
  });

  it.skipIf(!existsSync(metadata))(
    "gives a CSDL that agrees with Graph's own of five years later on what is what",
    () => {
      const own = declarations(parse(csdl(contract)));
      const theirs = declarations(parse(readFileSync(metadata, "utf8")));
      const both = [...own].filter(([name]) => theirs.has(name));
      const otherKind = both.filter(([name, { name: kind }]) => theirs.get(name)?.name !== kind);
      expect(both.length).toBeGreaterThan(1200);
      expect(otherKind.length / both.length).toBeLessThan(0.03);
      const members = both.flatMap(([name, element]) =>
        element.children.flatMap((child) => {
          const same = theirs
            .get(name)
            ?.children.find(({ attributes }) => attributes.Name === child.attributes.Name);
          return child.attributes.Name !== undefined && same
            ? [child.attributes.Type === same.attributes.Type]
            : [];
        }),
      );
      expect(members.length).toBeGreaterThan(5000);
      expect(members.filter((agrees) => !agrees).length / members.length).toBeLessThan(0.04);
    },
  );
});

function placeholdersIn(value: unknown): number {
  let count = 0;
  JSON.stringify(value, (name, inner: unknown) => {
    if (typeof inner === "string" && name !== "@odata.type" && isPlaceholder(inner)) count++;
    return inner;
  });
  return count;
}
