import { describe, expect, it } from "vitest";
import { isObject } from "../../../src/base/is-object.ts";
import { judgeService } from "../../../src/exchange/service/judge-service.ts";
import type { Judgement } from "../../../src/rules/assertion.ts";
import { judgeExchange } from "../../../src/rules/judge.ts";
import { documentation } from "../../support/documentation.ts";
import { askMock, listOf, versions } from "../../support/service.ts";

const contracts = versions.map((version) => documentation.contract(version));

/** The rules that cannot hold where nobody knows which type an answer has. */
const ofTypes = /^(?:enum\/|query\/select-projection$|body\/(?!duplicate-key$|invalid-json$))/;

/** What is asked, with the type of what came, as far as it is known: nothing else shows that a pass was earned. */
interface Asked {
  readonly judgement: Judgement;
  /** The answer is a success, and holds a resource at least. */
  readonly holds: boolean;
}

async function askWith(items: number): Promise<Asked[]> {
  const holding = new WeakSet<Judgement>();
  const judgements = await listOf(
    askMock(
      contracts,
      (input) =>
        judgeService({
          ...input,
          judge(exchange, contract) {
            const judgement = judgeExchange(exchange, contract);
            const { status = 400, body } = exchange.response ?? {};
            const value = body?.json?.value;
            const list = isObject(value) && Array.isArray(value.value) ? value.value : [value];
            if (status < 300 && list.some(isObject)) holding.add(judgement);
            return judgement;
          },
        }),
      { items },
    ),
  );
  return judgements.map((judgement) => ({ judgement, holds: holding.has(judgement) }));
}

describe("the service with more items than its pages show", () => {
  for (const items of [5, 20, 200]) {
    it(`keeps every promise with ${items} of them, and none is called kept for want of knowledge`, async () => {
      const asked = await askWith(items);
      expect(asked.filter(({ holds }) => holds).length).toBeGreaterThan(200);
      const said = asked.flatMap(({ judgement: { example, resource, assertions }, holds }) =>
        assertions.flatMap((each) => {
          const { rule } = each;
          if (each.status === "fail") return `${example}: ${rule}: ${each.message}`;
          const ignorant = each.status === "pass" && holds && resource === undefined && ofTypes.test(rule);
          return ignorant ? `${example}: ${rule} passes, and the type is unknown` : [];
        }),
      );
      expect(said).toEqual([]);
    });
  }
});
