import { answered, answerText, assertion, failure, report } from "../../specs/support/hand-made.ts";
import type { Report } from "../../src/report/report.ts";

/** A report of so many exchanges with a tenant, over a tenth as many operations; a third of them has a finding. */
export function manyExchanges(count: number): Report {
  const operations = Math.ceil(count / 10);
  const judgements = Array.from({ length: count }, (_, number) => {
    const operation = number % operations;
    const file = `docs/v1.0/api/page-${operation}.md`;
    const message = `"property${operation % 97}" is not a property of thing${operation}`;
    const broken = failure({
      source: "tenant",
      fingerprint: number.toString(16).padStart(12, "0"),
      message,
      cause: { id: `cause ${operation}`, span: failure().span, sentence: message },
    });
    return answered([assertion(), ...(number % 3 === 0 ? [broken] : [])], {
      source: "tenant",
      file,
      title: `Operation ${operation}, request ${number}`,
      example: `example ${number}`,
      subject: { kind: "operation", id: `GET /things${operation}/{}/parts` },
      response: answerText([{ id: String(number), name: `Part ${number}`, state: "done" }]),
    });
  });
  const systems = Array.from({ length: operations }, (_, operation) => ({
    name: `Things ${operation}`,
    pages: [`v1.0/page-${operation}`],
  }));
  return report(judgements, { systems });
}
