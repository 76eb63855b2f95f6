import { expect } from "@playwright/test";
import { pageName } from "../../src/docs/page-name.ts";
import { judgeService } from "../../src/exchange/service/judge-service.ts";
import type { Judgement } from "../../src/rules/assertion.ts";
import { witnessed as documentation, systems, waivers } from "../support/documentation.ts";
import { askMock, versions } from "../support/service.ts";
import { test } from "../support/test.ts";
import { unwaivedFindings } from "../support/unwaived-findings.ts";

const contracts = versions.map((version) => documentation.contract(version));

/** The pages that promise something for which a service can be asked. */
const asked = new Set(
  contracts.flatMap(({ version, operations, examples }) =>
    [...operations, ...examples].map(({ file }) => `${version}/${pageName(file)}`),
  ),
);
const named = new Set(systems.flatMap((system) => system.pages));
const others = { name: "Other pages", pages: [...asked].filter((name) => !named.has(name)) };

const pageOf = ({ version, file }: Judgement) => `${version}/${pageName(file)}`;
const judgements: Judgement[] = [];

test.beforeAll("ask the service for all that the pages promise", async () => {
  for await (const judgement of askMock(contracts, judgeService)) judgements.push(judgement);
});

for (const system of [...systems, others]) {
  test.describe(`Mock: ${system.name}`, () => {
    for (const name of system.pages.filter((page) => asked.has(page))) {
      test(name, async ({ report, today }) => {
        const own = judgements.filter((judgement) => pageOf(judgement) === name);
        expect(own, `nothing was asked for ${name}`).not.toEqual([]);
        await report(own);
        expect(unwaivedFindings(own, waivers, today)).toEqual([]);
        expect(hindrances(own), "what the service holds back").toEqual([]);
      });
    }
  });
}

test("Mock: every system is asked for, or held by an answer", () => {
  const shown = new Set(judgements.flatMap((judgement) => [pageOf(judgement), judgement.resource ?? ""]));
  const unseen = systems.filter(({ pages }) => !pages.some((page) => shown.has(page)));
  expect(unseen.map(({ name }) => name)).toEqual([]);
});

test("Mock: all that is asked is documented, or comes from a page that promises something for it", () => {
  const undocumented = judgements.filter(({ assertions }) =>
    assertions.some((each) => each.status === "not-verified" && each.reason === "undocumented"),
  );
  expect(undocumented.map((judgement) => `${pageOf(judgement)}: ${judgement.example}`)).toEqual([]);
});

/** Why answers of the service verify nothing; a page that is not at hand is no fault of it. */
function hindrances(own: readonly Judgement[]): string[] {
  return own
    .filter(({ response }) => response)
    .flatMap(({ example, assertions }) =>
      assertions.flatMap((each) =>
        each.status === "not-verified" && each.reason !== "not-in-folder"
          ? `${example}: ${each.reason}: ${each.message}`
          : [],
      ),
    );
}
