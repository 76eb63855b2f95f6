import type { Page, PageExample } from "../../src/docs/page.ts";
import { documentedExchanges } from "../../src/exchange/judge-documentation.ts";
import type { Judgement } from "../../src/rules/assertion.ts";

/** An example without a finding of its own, on its page. */
export interface ValidExample {
  readonly page: Page;
  readonly text: string;
  readonly example: PageExample;
}

/** The examples of a judged page in which nothing is found, of whatever weight. Those that share a request go together. */
export function validExamples(page: Page, text: string, judgements: readonly Judgement[]): ValidExample[] {
  const withRequest = page.examples.filter(({ request }) => request !== undefined);
  const judged = judgements.filter(({ kind }) => kind === "exchange");
  if (documentedExchanges(page).length !== judged.length || withRequest.length !== judged.length) return [];
  const broken = new Set(
    withRequest.flatMap(({ request }, index) =>
      judged[index]?.assertions.some(({ status }) => status === "fail") ? [request?.location.line] : [],
    ),
  );
  return withRequest
    .filter(({ request, response }) => response && !broken.has(request?.location.line))
    .map((example) => ({ page, text, example }));
}
