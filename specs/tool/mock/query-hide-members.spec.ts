import { describe, expect, it } from "vitest";
import { hasHiddenMembers, hideMembers } from "../../../src/mock/query/hide-members.ts";
import { contractOf } from "../../support/contract-of.ts";

const kind = { members: ["a", "b", "unknownFutureValue", "c", "d"], onRequest: ["c", "d"] };
const contract = contractOf({
  types: {
    run: {
      properties: {
        id: "Edm.String",
        kind: "kind",
        kinds: "Collection(kind)",
        flags: "flags",
        detail: "detail",
        details: "Collection(detail)",
        listed: { type: "Edm.String", values: { ...kind, multiValued: false } },
        parent: { type: "run", navigation: true },
        other: "plain",
      },
    },
    detail: { properties: { kind: "kind", note: "Edm.String" } },
    base: { properties: { id: "Edm.String" } },
    derived: { base: "base", properties: { kind: "kind" } },
    plain: { properties: { name: "Edm.String" } },
  },
  enums: { kind, flags: { ...kind, multiValued: true } },
});
const hide = (resource: Readonly<Record<string, unknown>>, type = "run") =>
  hideMembers(contract, `microsoft.graph.${type}`, resource);

describe("hideMembers", () => {
  it("replaces the members that come on request, wherever they stand", () => {
    const stored = {
      id: "c",
      kind: "c",
      kinds: ["a", "d", null],
      flags: "a, c,d",
      detail: { kind: "d", note: "d" },
      details: [{ kind: "a" }, { kind: "c" }],
      listed: "c",
      parent: { kind: "c" },
    };
    const shown = {
      id: "c",
      kind: "unknownFutureValue",
      kinds: ["a", "unknownFutureValue", null],
      flags: "a,unknownFutureValue",
      detail: { kind: "unknownFutureValue", note: "d" },
      details: [{ kind: "a" }, { kind: "unknownFutureValue" }],
      listed: "unknownFutureValue",
      parent: { kind: "unknownFutureValue" },
    };
    expect(hide(stored)).toEqual(shown);
    expect(stored.kind).toBe("c");
  });

  it("returns what needs no change as it is", () => {
    const stored = {
      id: "1",
      kind: "a",
      kinds: ["b"],
      flags: "a,b",
      detail: { kind: "a" },
      details: [],
      listed: null,
    };
    expect(hide(stored)).toBe(stored);
    const plain = { name: "c" };
    expect(hide(plain, "plain")).toBe(plain);
    expect(hide(plain, "absent")).toBe(plain);
  });

  it("goes by the type that the resource names, when it derives from the declared one", () => {
    const named = { "@odata.type": "#microsoft.graph.derived", kind: "c" };
    expect(hide(named, "base")).toEqual({ ...named, kind: "unknownFutureValue" });
    const unnamed = { kind: "c" };
    expect(hide(unnamed, "base")).toBe(unnamed);
  });

  it("leaves values that break their type alone", () => {
    const stored = { kind: 3, kinds: "a", detail: "c", details: [1, null] };
    expect(hide(stored)).toBe(stored);
  });

  it("knows the types in whose values there is something to hide", () => {
    const hiding = Object.keys(contract.types).filter((name) => hasHiddenMembers(contract, name));
    expect(hiding).toEqual(["run", "detail", "base", "derived"].map((name) => `microsoft.graph.${name}`));
  });
});
