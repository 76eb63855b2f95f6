import { afterEach, expect, it, vi } from "vitest";
import { status } from "../../../src/rules/http/status.ts";
import { judgeExchange } from "../../../src/rules/judge.ts";
import { exampleOf } from "../../support/example-of.ts";

afterEach(() => vi.restoreAllMocks());

it("names the rule that failed to judge, and why", () => {
  vi.spyOn(status, "judge").mockImplementation(() => {
    throw new RangeError("out of luck");
  });
  const { exchange, contract } = exampleOf({});
  expect(() => judgeExchange(exchange, contract)).toThrow(
    "the rule http/status failed to judge: out of luck",
  );
});

it("names no rule when none failed to judge", () => {
  const { exchange, contract } = exampleOf({});
  expect(() => judgeExchange(exchange, contract)).not.toThrow();
});
