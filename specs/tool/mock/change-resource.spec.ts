import { describe, expect, it } from "vitest";
import { changeResource } from "../../../src/mock/repair/change-resource.ts";
import { wholeResource } from "../../../src/mock/repair/complete-resource.ts";
import { contractOf } from "../../support/contract-of.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";
import { missingNames } from "../../support/resource-checks.ts";

const lifecycle = lifecycleContract();
const run = "microsoft.graph.run";
const stored = wholeResource(lifecycle, run, { id: "1", status: "queued", tags: ["a"] }, "s");

function changed(changes: Record<string, unknown>) {
  return changeResource(lifecycle, run, stored, changes, "s");
}

describe("a stored resource with changes", () => {
  it("has them, and all else as it was", () => {
    expect(changed({ status: "skipped", tags: [] })).toEqual({ ...stored, status: "skipped", tags: [] });
  });

  it("is itself when they change nothing, and only then", () => {
    expect(changed({})).toBe(stored);
    expect(changed({ status: "queued", tags: ["a"] })).toBe(stored);
    expect(changed({ status: "queued", tags: ["b"] })).toEqual({ ...stored, tags: ["b"] });
  });

  it("has them as they were sent, is complete where they are objects, and has no name that nobody documents", () => {
    const resource = changed({
      status: "<b>",
      scope: { "@odata.type": "#microsoft.graph.userScope" },
      colour: "red",
    });
    expect(missingNames(lifecycle, run, resource)).toEqual([]);
    expect(resource).toMatchObject({ status: "<b>", scope: { "@odata.type": "#microsoft.graph.userScope" } });
    expect(resource).not.toHaveProperty("colour");
  });

  it("is of another type where they have its names or name it, and is whole as one of that", () => {
    const contract = contractOf({
      types: {
        shape: { keyProperty: "id", properties: { id: "Edm.String", name: "Edm.String" } },
        circle: {
          base: "shape",
          keyProperty: "id",
          properties: { id: "Edm.String", name: "Edm.String", radius: "Edm.Int32", unit: "Edm.String" },
        },
      },
    });
    const shape = wholeResource(contract, "microsoft.graph.shape", { id: "1", name: "n" }, "s");
    const change = (changes: Record<string, unknown>) =>
      changeResource(contract, "microsoft.graph.shape", shape, changes, "s");
    const circle = { id: "1", "@odata.type": "#microsoft.graph.circle", unit: null };
    expect(change({ radius: 2 })).toEqual({ ...circle, name: "n", radius: 2 });
    expect(change({ "@odata.type": "#microsoft.graph.circle", name: "m" })).toMatchObject({
      ...circle,
      name: "m",
    });
    expect(change({ name: "m" })).toEqual({ id: "1", name: "m" });
  });
});
