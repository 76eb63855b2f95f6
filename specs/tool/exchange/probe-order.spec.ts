import { describe, expect, it } from "vitest";
import { planRequests } from "../../../src/exchange/service/plan-requests.ts";
import { contractOf, typeRefOf } from "../../support/contract-of.ts";
import { follow, inLine } from "./service-answers.ts";

const location = { file: "v1.0/api/user-list.md", line: 7, column: 1 };

/** The orders that the plan asks of users with these names and ages, by both of which they can be sorted. */
function ordersFor(...users: readonly (readonly [name: string, age: number, mood?: string])[]): string[] {
  const contract = contractOf({
    enums: { mood: ["calm", "merry"] },
    types: {
      user: {
        keyProperty: "id",
        properties: {
          id: "Edm.String",
          name: { type: "Edm.String", orderby: true },
          age: { type: "Edm.Int32", orderby: true },
          mood: { type: "mood", orderby: users.some(([, , mood]) => mood !== undefined) },
        },
      },
    },
    operations: [
      { method: "GET", path: "/users", queryOptions: { kind: "listed", options: ["$orderby"], location } },
    ],
  });
  const responses = [{ status: 200, body: typeRefOf(contract, "Collection(user)"), location }];
  const operations = contract.operations.map((operation) => ({ ...operation, responses }));
  const value = users.map(([name, age, mood]) => ({ id: name + age, name, age, mood }));
  const { reads } = planRequests({ ...contract, operations }, { writes: false, depth: "documented" });
  const steps = [...reads].flatMap((script) => follow(script, () => ({ status: 200, json: { value } })));
  return steps.map(inLine).flatMap((line) => line.split("$orderby=")[1] ?? []);
}

describe("the plan for an order", () => {
  it("asks for two properties where items tie in the one and differ in the other", () => {
    expect(ordersFor(["Ada", 36], ["Bob", 36], ["Cy", 7])).toEqual([
      "name",
      "age",
      "name%20desc",
      "age,name",
    ]);
    expect(ordersFor(["Ada", 36], ["Ada", 7])).toContain("name,age");
  });

  it("asks for none where no item ties, or those that do are the same in both", () => {
    expect(ordersFor(["Ada", 36], ["Bob", 7])).toEqual(["name", "age", "name%20desc"]);
    expect(ordersFor(["Ada", 36], ["Ada", 36])).toEqual(["name", "age", "name%20desc"]);
  });

  it("asks for the members of an enum the other way round, too, where the items differ in it", () => {
    expect(ordersFor(["Ada", 36, "merry"], ["Bob", 7, "calm"])).toEqual([
      "name",
      "age",
      "mood",
      "mood%20desc",
      "name%20desc",
    ]);
    expect(ordersFor(["Ada", 36, "calm"], ["Bob", 7, "calm"])).not.toContain("mood%20desc");
    expect(
      ordersFor(["Ada", 36, "calm"], ["Ada", 36, "merry"]).filter((order) => order === "mood%20desc"),
    ).toHaveLength(1);
  });
});
