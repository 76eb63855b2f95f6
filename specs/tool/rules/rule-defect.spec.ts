import { expect, it, vi } from "vitest";
import { judgeExchange } from "../../../src/rules/judge.ts";
import { defineRule } from "../../../src/rules/rule.ts";
import { exampleOf } from "./example-of.ts";

vi.mock("../../../src/rules/catalogue.ts", () => ({
  catalogue: [
    defineRule("http/status", {
      promise: "Never kept.",
      judge() {
        throw new RangeError("out of luck");
      },
    }),
  ],
}));

it("names the rule that failed to judge, and why", () => {
  const { exchange, contract } = exampleOf({});
  expect(() => judgeExchange(exchange, contract)).toThrow("the rule http/status failed to judge: out of luck");
});
