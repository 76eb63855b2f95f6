import { expect } from "@playwright/test";
import { pageName } from "../../src/docs/page-name.ts";
import { judgeDocumentedPage } from "../../src/exchange/judge-documentation.ts";
import { witnessed as documentation, systems, waivers } from "../support/documentation.ts";
import { test } from "../support/test.ts";
import { unwaivedFindings } from "../support/unwaived-findings.ts";

const { pages } = documentation.folder;
const nameOf = (page: (typeof pages)[number]) => `${page.version}/${pageName(page.file)}`;
const named = new Set(systems.flatMap((system) => system.pages));
const others = { name: "Other pages", pages: pages.map(nameOf).filter((name) => !named.has(name)) };

for (const system of [...systems, others]) {
  test.describe(system.name, () => {
    for (const name of system.pages) {
      test(name, async ({ report, today }) => {
        const page = pages.find((one) => nameOf(one) === name);
        expect(page, `${name} is not among the pages`).toBeDefined();
        const judgements = page ? judgeDocumentedPage(page, documentation) : [];
        await report(judgements);
        expect(unwaivedFindings(judgements, waivers, today)).toEqual([]);
      });
    }
  });
}
