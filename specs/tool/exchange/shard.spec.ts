import { describe, expect, it } from "vitest";
import type { Contract } from "../../../src/contract/contract.ts";
import { planRequests } from "../../../src/exchange/service/plan-requests.ts";
import { ownPart, type Shard } from "../../../src/exchange/service/shard.ts";
import { documentation } from "../../support/documentation.ts";
import { documentedAnswers, follow, inLine } from "./service-answers.ts";

const contract = documentation.contract("v1.0");

function asked(planned: Contract, shard?: Shard): string[] {
  const plan = planRequests(planned, { writes: false, ...(shard ? { shard } : {}) });
  const answer = documentedAnswers(planned);
  return [...plan.reads, ...plan.writes].flatMap((script) => follow(script, answer)).map(inLine);
}

const shards = (of: number): Shard[] => Array.from({ length: of }, (_, at) => ({ number: at + 1, of }));

describe("the shards of a plan", () => {
  it("ask between them what the whole asks, and nothing else", () => {
    const whole = asked(contract);
    const parts = shards(3).map((shard) => asked(contract, shard));
    expect(parts.flat().sort()).toEqual(whole.sort());
    for (const part of parts) expect(part.length).toBeLessThan(whole.length);
    expect(parts.every((part) => part.length > 0)).toBe(true);
  });

  it("are the whole where there is one, and may be empty where there are more than paths", () => {
    expect(asked(contract, { number: 1, of: 1 })).toEqual(asked(contract));
    const parts = shards(contract.operations.length + 3).map((shard) => asked(contract, shard));
    expect(parts.filter((part) => part.length === 0)).not.toEqual([]);
    expect(parts.flat().sort()).toEqual(asked(contract).sort());
  });

  it("keep together what is asked at one path, with its examples and the number of its items", () => {
    const [first] = contract.operations;
    if (!first) throw new Error("no operation");
    const operations = [
      { ...first, id: "GET /runs" },
      { ...first, id: "POST /runs" },
      { ...first, id: "GET /runs/$count" },
      { ...first, id: "GET /users" },
    ];
    const owns = shards(2).map((shard) => ownPart({ ...contract, operations, examples: [] }, shard));
    const [one, two] = owns.map(({ operation }) => operations.filter(operation).map(({ id }) => id));
    expect(one).toEqual(["GET /runs", "POST /runs", "GET /runs/$count"]);
    expect(two).toEqual(["GET /users"]);
  });
});
