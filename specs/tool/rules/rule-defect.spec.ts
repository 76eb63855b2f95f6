import { expect, it, vi } from "vitest";
import { judgeExchange } from "../../../src/rules/judge.ts";
import { exampleOf } from "./example-of.ts";

vi.mock("../../../src/rules/catalogue.ts", async () => {
  const { defineRule } = await import("../../../src/rules/rule.ts");
  const unlucky = defineRule("http/status", {
    promise: "Never kept.",
    judge() {
      throw new RangeError("out of luck");
    },
  });
  return { catalogue: [unlucky] };
});

it("names the rule that failed to judge, and why", () => {
  const { exchange, contract } = exampleOf({});
  expect(() => judgeExchange(exchange, contract)).toThrow(
    "the rule http/status failed to judge: out of luck",
  );
});
