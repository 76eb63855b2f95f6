import { describe, expect, it } from "vitest";
import { bodyNull } from "../../../src/rules/body/null.ts";
import { exchangeContext, requestContext } from "../../../src/rules/exchange-context.ts";
import { exampleOf, ok } from "../../support/example-of.ts";

function judged(description: string) {
  const { exchange, contract } = exampleOf({ response: ok({ value: [{ id: "1", total: 3 }] }) });
  if (!exchange.response) throw new Error("the sketch has a response");
  const types = Object.fromEntries(
    Object.entries(contract.types).map(([name, type]) => {
      const properties = type.properties.map((property) =>
        description === "never" ? { ...property, nullable: false } : property,
      );
      return [name, { ...type, properties }];
    }),
  );
  const context = requestContext(exchange, { ...contract, types });
  return bodyNull.judge(exchangeContext(context, exchange.response));
}

describe("body/null", () => {
  it("has nothing to judge where nothing is said never to be null, and passes where something is", () => {
    expect(judged("nothing")).toBe("not-applicable");
    expect(judged("never")).toEqual([]);
  });
});
