import { describe, expect, it } from "vitest";
import { askedOf } from "../../support/asked.ts";
import { contractOf, typeRefOf } from "../../support/contract-of.ts";
import { documentation } from "../../support/documentation.ts";

const contracts = (["v1.0", "beta"] as const).map((version) => documentation.contract(version));
const workflows = "/identityGovernance/lifecycleWorkflows/workflows";
const documentedId = "14879e66-9ea9-48d0-804d-8fea672d0341";

describe("a service whose data is generated", () => {
  it("has none of the ids that the examples name, in any answer", async () => {
    const { ask } = await askedOf(contracts, { data: "generated" });
    const ids = new Set(
      contracts.flatMap(({ examples }) =>
        examples.flatMap(({ request }) => request.url.match(/[\da-f]{8}-[\da-f-]{27}/g) ?? []),
      ),
    );
    expect(ids.size).toBeGreaterThan(5);
    for (const { version, examples } of contracts) {
      for (const { request } of examples.filter(({ request: { method } }) => method === "GET")) {
        const path = new URL(request.url).pathname.replace(/^\/[^/]+/, `/${version}`);
        expect((await ask(path)).status, path).toBe(404);
      }
    }
    const listed = JSON.stringify((await ask(workflows)).body);
    for (const id of ids) expect(listed).not.toContain(id);
  });

  it("is as the examples show unless it is said", async () => {
    const { ask } = await askedOf(contracts);
    expect((await ask(`${workflows}/${documentedId}/userProcessingResults`)).status).toBe(200);
  });

  it("takes no key for a resource that it does not list, and any where no example shows one", async () => {
    const made = contractOf({
      types: {
        team: { keyProperty: "id", properties: { id: "Edm.String", name: "Edm.String" } },
        member: { keyProperty: "id", properties: { id: "Edm.String" } },
      },
      operations: [{ method: "GET", path: "/teams/{id}/members" }],
    });
    const body = typeRefOf(made, "Collection(member)");
    const operations = made.operations.map((one) => ({
      ...one,
      responses: [{ status: 200, body, location: one.location }],
    }));
    const statusWith = async (data: "shown" | "generated") => {
      const { ask } = await askedOf([{ ...made, operations }], { data });
      return (await ask("/teams/7/members")).status;
    };
    expect(await statusWith("generated")).toBe(404);
    expect(await statusWith("shown")).toBe(200);
  });

  it("has a resource without anything below it before those that have something", async () => {
    const { ask } = await askedOf(contracts, { data: "generated" });
    const counts: number[] = [];
    for (const { id } of (await ask(workflows)).items)
      counts.push((await ask(`${workflows}/${id}/runs`)).items.length);
    expect(counts).toEqual([0, 3, 3]);
  });

  it("lacks, in the last of several resources, a value of which its page says that it may be absent", async () => {
    const { ask } = await askedOf(contracts, { data: "generated" });
    const { items } = await ask(`${workflows}/${(await ask(workflows)).items[1]?.id}/userProcessingResults`);
    expect(items.map(({ completedDateTime }) => completedDateTime === null)).toEqual([false, false, true]);
    expect(items.map(({ id }) => typeof id)).toEqual(["string", "string", "string"]);
  });

  it("is the same for the same seed, and another for another", async () => {
    const listed = async (seed: number) => {
      const { ask } = await askedOf(contracts, { data: "generated", seed });
      return (await ask(workflows)).items;
    };
    expect(await listed(4)).toEqual(await listed(4));
    expect(await listed(5)).not.toEqual(await listed(4));
  });
});
