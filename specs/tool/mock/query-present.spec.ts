import { describe, expect, it } from "vitest";
import type { Resource } from "../../../src/mock/message.ts";
import { present } from "../../../src/mock/query/present.ts";
import { contractOf } from "../../support/contract-of.ts";
import { type QuerySketch, queryOf } from "./query-of.ts";

const contract = contractOf({
  types: {
    run: {
      keyProperty: "id",
      properties: {
        id: "Edm.String",
        status: "Edm.String",
        total: { type: "Edm.Int32", nullable: false },
        tags: "Collection(Edm.String)",
        place: "place",
        places: "Collection(place)",
        kind: "kind",
        secret: { type: "Edm.String", onlyOnSelect: true },
        owner: { type: "user", navigation: true },
        tasks: { type: "Collection(task)", navigation: true },
      },
    },
    longRun: { base: "run", properties: { reason: "Edm.String" } },
    plain: { properties: { id: "Edm.String", name: "Edm.String" } },
    place: { properties: { city: "Edm.String", street: "Edm.String" } },
    task: { keyProperty: "id", properties: { id: "Edm.String", name: "Edm.String", kind: "kind" } },
    user: {
      keyProperty: "id",
      properties: { id: "Edm.String", mail: "Edm.String", manager: { type: "user", navigation: true } },
    },
  },
  enums: { kind: { members: ["a", "unknownFutureValue", "b"], onRequest: ["b"] } },
});

const run: Resource = {
  "@odata.type": "#microsoft.graph.run",
  id: "1",
  status: "done",
  "status@odata.type": "#String",
  total: 3,
  place: { city: "Bern", street: "Gasse" },
  places: [{ city: "Bern", street: "Gasse" }, { city: "Rom" }],
  kind: "b",
  secret: "s",
};
const related: Readonly<Record<string, unknown>> = {
  owner: { id: "u1", mail: "a@b.c", manager: "not a resource" },
  tasks: [
    { id: "t1", name: "b", kind: "b" },
    { id: "t2", name: "a", kind: "a" },
    { id: "t3", name: "c", kind: "a" },
  ],
};
const follow = (resource: Resource, name: string) => (resource === run ? related[name] : undefined);

function shown(
  resource: Resource,
  query: string,
  sketch: QuerySketch & { readonly type?: string } = {},
): Resource {
  const type = contract.types[`microsoft.graph.${sketch.type ?? "run"}`];
  return present(resource, queryOf(contract, query, sketch), { contract, follow, ...(type ? { type } : {}) });
}

describe("present", () => {
  it("gives everything that comes unasked, and hides what only comes on request", () => {
    const { secret: _, ...rest } = run;
    expect(shown(run, "")).toEqual({ ...rest, kind: "unknownFutureValue" });
    expect(shown(run, "", { prefer: "include-unknown-enum-members" })).toEqual(rest);
    expect(run.kind).toBe("b");
  });

  it("does not copy what needs no change", () => {
    const plain = { id: "1", name: "b" };
    expect(shown(plain, "", { type: "plain" })).toBe(plain);
  });

  it("gives what is selected and control information, and no key that is not", () => {
    expect(shown(run, "?$select=Status,kind")).toEqual({
      "@odata.type": "#microsoft.graph.run",
      status: "done",
      "status@odata.type": "#String",
      kind: "unknownFutureValue",
    });
  });

  it("gives the parts of complex values that are selected", () => {
    expect(shown(run, "?$select=place/city,places/street")).toEqual({
      "@odata.type": "#microsoft.graph.run",
      place: { city: "Bern" },
      places: [{ street: "Gasse" }, {}],
    });
    expect(shown(run, "?$select=place/city,place")).toMatchObject({
      place: { city: "Bern", street: "Gasse" },
    });
  });

  it("gives a property that comes on $select only when it is selected by name", () => {
    expect(shown(run, "?$select=secret")).toHaveProperty("secret", "s");
    expect(shown(run, "?$select=*")).not.toHaveProperty("secret");
    expect(shown(run, "?$select=*,secret")).toHaveProperty("secret", "s");
    expect(shown(run, "?$select=*")).toHaveProperty("total", 3);
  });

  it("gives a selected property without a value, unless the page says that it always has one", () => {
    expect(shown({ id: "1" }, "?$select=status,tags,total,owner")).toEqual({ status: null, tags: [] });
    const long = { "@odata.type": "#microsoft.graph.longRun", id: "1" };
    expect(shown(long, "?$select=reason")).toEqual({
      "@odata.type": "#microsoft.graph.longRun",
      reason: null,
    });
    expect(shown({ id: "1" }, "?$select=reason")).toEqual({});
  });

  it("gives a relationship that is part of the resource as it is stored, when all or it is selected", () => {
    const inline = { id: "1", owner: { id: "u1" } };
    expect(shown(inline, "")).toEqual(inline);
    expect(shown(inline, "?$select=owner")).toEqual({ owner: { id: "u1" } });
    expect(shown(inline, "?$select=id")).toEqual({ id: "1" });
    expect(shown(inline, "?$select=*")).toEqual({ id: "1" });
  });

  it("expands relationships with their own options", () => {
    const { tasks, owner, ...rest } = shown(
      run,
      "?$select=id&$expand=owner($select=mail),tasks($select=name,kind;$filter=name ne 'c';$orderby=name;$top=1;$count=true)",
    );
    expect(rest).toEqual({ "@odata.type": "#microsoft.graph.run", id: "1", "tasks@odata.count": 2 });
    expect(owner).toEqual({ mail: "a@b.c" });
    expect(tasks).toEqual([{ name: "a", kind: "a" }]);
  });

  it("hides members in what is expanded, and shows them to who asks", () => {
    const kinds = (prefer: string) => shown(run, "?$select=id&$expand=tasks($select=kind)", { prefer }).tasks;
    expect(kinds("")).toEqual([{ kind: "unknownFutureValue" }, { kind: "a" }, { kind: "a" }]);
    expect(kinds("include-unknown-enum-members")).toEqual([{ kind: "b" }, { kind: "a" }, { kind: "a" }]);
  });

  it("gives null or an empty list for an expanded relationship that leads nowhere", () => {
    expect(shown({ id: "2" }, "?$expand=owner,tasks")).toEqual({ id: "2", owner: null, tasks: [] });
  });

  it("gives at most 20 related resources", () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ id: `${index}` }));
    const type = contract.types["microsoft.graph.run"];
    const query = queryOf(contract, "?$expand=tasks($count=true)");
    const out = present({ id: "1" }, query, { contract, follow: () => many, ...(type ? { type } : {}) });
    expect(out.tasks).toEqual(many.slice(0, 20));
    expect(out["tasks@odata.count"]).toBe(30);
  });

  it("ends where levels go round in a circle", () => {
    const one: Resource = { id: "u1" };
    const type = contract.types["microsoft.graph.user"];
    const query = queryOf(contract, "?$expand=manager($levels=max)", { type: "user" });
    const out = present(one, query, { contract, follow: () => one, ...(type ? { type } : {}) });
    expect(JSON.stringify(out).match(/"id":"u1"/g)).toHaveLength(11);
  });
});
