import { expect } from "@playwright/test";
import { pageName } from "../../src/docs/page-name.ts";
import { judgeService } from "../../src/exchange/service/judge-service.ts";
import { unwaivedFindings } from "../../src/report/apply-waivers.ts";
import type { Judgement } from "../../src/rules/assertion.ts";
import { documentation, systems, waivers } from "../support/documentation.ts";
import { askMock, versions } from "../support/service.ts";
import { test } from "../support/test.ts";

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

test("Mock: what no page documents is asked by just the examples of the page whose request line is a slip", () => {
  const undocumented = judgements.filter(({ assertions }) =>
    assertions.some((each) => each.status === "not-verified" && each.reason === "undocumented"),
  );
  expect(undocumented.map((judgement) => `${pageOf(judgement)}: ${judgement.example}`)).toEqual([
    "v1.0/identitygovernance-workflow-list-userprocessingresults: lifecycleworkflows_list_userprocessingresult",
    "v1.0/identitygovernance-workflow-list-userprocessingresults: lifecycleworkflows_list_userprocessingresult_select",
  ]);
});

/** Why answers of the service verify nothing; what the pages do not have is no fault of it. */
function hindrances(own: readonly Judgement[]): string[] {
  const ofPages = new Set(["not-in-folder", "undocumented"]);
  return own
    .filter(({ response }) => response)
    .flatMap(({ example, assertions }) =>
      assertions.flatMap((each) =>
        each.status === "not-verified" && !ofPages.has(each.reason)
          ? `${example}: ${each.reason}: ${each.message}`
          : [],
      ),
    );
}
