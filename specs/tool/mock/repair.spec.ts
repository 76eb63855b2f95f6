import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeResource } from "../../../src/mock/repair/complete-resource.ts";
import { repairResource } from "../../../src/mock/repair/repair-resource.ts";
import { isGuid } from "../../../src/odata/edm-format.ts";
import { contractOf } from "../../support/contract-of.ts";
import { documentation } from "../../support/documentation.ts";
import { documentedResources, faultsOfRepaired } from "../../support/documented-resources.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";
import { missingNames, publishedSchemas, violationsOf } from "../../support/resource-checks.ts";

const lifecycle = lifecycleContract();
const run = "microsoft.graph.run";

function repairRun(value: unknown) {
  return repairResource(lifecycle, run, value);
}

describe("a repaired resource", () => {
  it("without a fault is what the example shows", () => {
    const value = {
      id: "14879e66-9ea9-48d0-804d-8fea672d0341",
      completedDateTime: null,
      failedTasksCount: 0,
      tags: ["a", null],
      status: "skipped",
      category: "joiner,leaver",
      scope: { "@odata.type": "#microsoft.graph.userScope", kind: "k", user: "u" },
      reprocessedRuns: [{ id: "2", reprocessedRuns: [{ id: "3" }] }],
      subject: { id: "4", names: [["a"], [null]] },
    };
    expect(repairRun(value)).toEqual(value);
  });

  it("is the same for the same example, and leaves the example alone", () => {
    const value = { id: "{id}", status: "String", tags: [1] };
    const before = structuredClone(value);
    expect(repairRun(value)).toEqual(repairRun(structuredClone(value)));
    expect(value).toEqual(before);
  });

  it.each([
    ["of another type", { failedTasksCount: "1" }],
    ["null where that is excluded", { failedTasksCount: null }],
    ["no member", { status: "nonsense" }],
    ["no member among members", { category: "joiner,stranger" }],
    ["no date", { completedDateTime: "2022-02-30T00:00:00Z" }],
    ["beyond the range", { priority: 17 }],
    ["too long", { notes: "longer than five" }],
    ["an object for a text", { notes: { a: 1 } }],
    ["a text for an object", { scope: "scope" }],
    ["an object for a collection", { tags: {} }],
    ["a collection for an object", { scope: [] }],
  ])("has a generated value for one that is %s", (_what, value) => {
    const repaired = repairRun({ id: "1", ...value });
    expect(violationsOf(lifecycle, run, { id: "1", ...value })).toHaveLength(1);
    expect(violationsOf(lifecycle, run, repaired)).toEqual([]);
    expect(Object.keys(repaired)).toEqual(["id", ...Object.keys(value)]);
    expect(repaired).not.toEqual({ id: "1", ...value });
  });

  it("has the other items of a collection as they were", () => {
    const repaired = repairRun({
      tags: ["a", 1, "b"],
      reprocessedRuns: [{ id: "1" }, null, "2", { id: "3" }],
    });
    expect(repaired.tags).toMatchObject(["a", expect.any(String), "b"]);
    expect(repaired.reprocessedRuns).toMatchObject([{ id: "1" }, {}, {}, { id: "3" }]);
    expect(violationsOf(lifecycle, run, repaired)).toEqual([]);
  });

  it("has lost the names that nobody documents, but not what an open type may hold", () => {
    expect(repairRun({ id: "1", nonsense: 1, constructor: 2, "#microsoft.graph.restart": {} })).toEqual({
      id: "1",
    });
    expect(repairResource(lifecycle, "microsoft.graph.openThing", { name: "n", more: 1 })).toEqual({
      name: "n",
      more: 1,
    });
    expect(repairResource(lifecycle, "microsoft.graph.partial", { name: "n", more: 1 })).toEqual({
      name: "n",
      more: 1,
    });
  });

  it("has the right name for a misspelt one, unless it is there already", () => {
    expect(repairRun({ totalTasksCount: 5, Status: "queued" })).toEqual({
      totalTasksCounts: 5,
      status: "queued",
    });
    expect(repairRun({ totalTasksCount: 5, totalTasksCounts: 6 })).toEqual({ totalTasksCounts: 6 });
    expect(repairRun({ reprocessedRuns: [{ totalTaskCounts: 5 }] })).toEqual({
      reprocessedRuns: [{ totalTasksCounts: 5 }],
    });
  });

  it.each(["String", "<id>", "{id}", "id-value", "...", "(the id)", "String (identifier)"])(
    "has a GUID for %s as its id",
    (id) => {
      expect(isGuid(String(repairRun({ id }).id))).toBe(true);
    },
  );

  it.each([
    "AAMkAGI2...",
    "<MWHPR1301MB2110@example.com>",
    "microsoft.graph.openTypeExtension.Com.Example",
    "a\nb {c}",
    "<p>x</p>",
    "",
  ])("has %j as it is shown", (id) => {
    expect(repairRun({ id })).toEqual({ id });
  });

  it("has generated values for the blanks at any depth, and none for what nobody describes", () => {
    const repaired = repairRun({
      scope: { "@odata.type": "microsoft.graph.userScope" },
      reprocessedRuns: [{ "@odata.type": "microsoft.graph.run" }, { notes: "String" }],
      subject: {
        id: "{id}",
        displayName: "Ada",
        photo: { "@odata.type": "microsoft.graph.photo" },
        mail: ["String", "a@b.com"],
      },
    });
    expect(repaired).toMatchObject({
      scope: { "@odata.type": "#microsoft.graph.userScope", user: expect.any(String) },
      reprocessedRuns: [
        { "@odata.type": "#microsoft.graph.run", id: expect.any(String) },
        { notes: expect.any(String) },
      ],
      subject: { displayName: "Ada", mail: ["a@b.com"] },
    });
    expect(JSON.stringify(repaired)).not.toMatch(/"String"|\{id\}|photo/);
    expect(violationsOf(lifecycle, run, repaired)).toEqual([]);
  });

  it("keeps the type that it names only where that is right, and writes it right", () => {
    const typed = (type: string) => repairRun({ scope: { "@odata.type": type, kind: "k" } }).scope;
    expect(typed("microsoft.graph.userScope")).toEqual({
      "@odata.type": "#microsoft.graph.userScope",
      kind: "k",
    });
    expect(typed("#microsoft.graph.UserScope")).toEqual({
      "@odata.type": "#microsoft.graph.userScope",
      kind: "k",
    });
    expect(typed("String")).toEqual({ kind: "k" });
    expect(repairRun({ "@odata.type": "#microsoft.graph.device", id: "1" })).toEqual({ id: "1" });
    expect(repairRun({ "@odata.type": "#microsoft.graph.run", id: "1" })).toEqual({
      "@odata.type": "#microsoft.graph.run",
      id: "1",
    });
  });

  it("is repaired by both types where pages do not say that the one derives from the other", () => {
    const contract = contractOf({
      types: {
        base: { properties: { id: "Edm.String", size: "Edm.Int32" } },
        other: { properties: { mail: "Edm.String", count: "Edm.Int32" } },
        holder: { properties: { one: "base", all: "Collection(base)" } },
      },
    });
    const object = {
      "@odata.type": "#microsoft.graph.other",
      id: 1,
      size: "s",
      mail: "a@b.com",
      count: "c",
      more: 1,
    };
    const repaired = {
      "@odata.type": "#microsoft.graph.other",
      mail: "a@b.com",
      count: expect.any(Number),
      id: expect.any(String),
      size: expect.any(Number),
    };
    expect(repairResource(contract, "microsoft.graph.base", object)).toEqual(repaired);
    expect(repairResource(contract, "microsoft.graph.holder", { one: object, all: [object] })).toEqual({
      one: repaired,
      all: [repaired],
    });
    const stranger = { ...object, "@odata.type": "#microsoft.graph.stranger" };
    expect(repairResource(contract, "microsoft.graph.base", stranger)).toMatchObject({
      id: expect.any(String),
      count: "c",
      more: 1,
    });
  });

  it("says its derived type where the example left that out", () => {
    expect(repairRun({ scope: { user: "u" } }).scope).toEqual({
      "@odata.type": "#microsoft.graph.userScope",
      user: "u",
    });
    expect(repairRun({ scope: { kind: "k" } }).scope).toEqual({ kind: "k" });
  });

  it("has none of the links, counts and contexts that the service writes, but its tag", () => {
    const value = {
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#runs/$entity",
      "@odata.id": "runs/1",
      "@odata.etag": 'W/"1"',
      "@removed": { reason: "deleted" },
      "@id": "runs/1",
      "reprocessedRuns@odata.count": 2,
      "reprocessedRuns@odata.context": "#runs",
      "tags@odata.type": "#Collection(String)",
      "@microsoft.graph.downloadUrl": "https://www.example.com/1",
      id: "1",
    };
    expect(repairRun(value)).toEqual({
      "@odata.etag": 'W/"1"',
      "@microsoft.graph.downloadUrl": "https://www.example.com/1",
      id: "1",
    });
  });

  it.each([undefined, null, "a", 1, [], [{ id: "1" }]])("is a generated one for %j", (value) => {
    const repaired = repairRun(value);
    expect(isGuid(String(repaired.id))).toBe(true);
    expect(violationsOf(lifecycle, run, repaired)).toEqual([]);
  });

  it("is nothing but content for a type that nobody declares", () => {
    expect(repairResource(lifecycle, "stranger", { "@odata.context": "c", id: "1", name: "String" })).toEqual(
      {
        id: "1",
      },
    );
  });

  it("has no fault, whatever the example holds", () => {
    const names = lifecycle.types[run]?.properties.map(({ name }) => name) ?? [];
    const leaf = fc.oneof(
      fc.constantFrom<unknown>(
        "",
        "String",
        "{id}",
        "queued",
        "2022-08-24T18:27:43Z",
        null,
        true,
        0,
        17,
        1.5,
        2 ** 31,
        -1,
      ),
      fc.constantFrom("#microsoft.graph.run", "microsoft.graph.userScope", "#microsoft.graph.newScope"),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("value"), { maxLength: 3 }), tie("object")),
      object: fc.dictionary(
        fc.constantFrom(...names, "@odata.type", "value", "unknown", "__proto__", "kind", "user"),
        tie("value"),
        {
          maxKeys: 6,
        },
      ),
    }));
    const accepts = publishedSchemas(lifecycle);
    fc.assert(
      fc.property(value, (example) => {
        const repaired = repairRun(example);
        expect(violationsOf(lifecycle, run, repaired)).toEqual([]);
        expect(accepts(run, repaired)).toBe(true);
        const whole = completeResource(lifecycle, run, repaired, "a");
        expect(violationsOf(lifecycle, run, whole)).toEqual([]);
        expect(missingNames(lifecycle, run, whole)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("of a deep example ends", () => {
    let deep: unknown = "a";
    for (let depth = 0; depth < 500; depth++) deep = { subject: deep };
    for (let depth = 0; depth < 500; depth++) deep = { reprocessedRuns: [deep] };
    expect(violationsOf(lifecycle, run, repairRun(deep))).toEqual([]);
  });
});

describe("a completed resource", () => {
  it("has null where the contract permits it, empty collections, and values elsewhere", () => {
    const whole = completeResource(lifecycle, run, { status: "queued" }, "a");
    expect(whole).toMatchObject({
      status: "queued",
      completedDateTime: null,
      tags: [],
      scope: null,
      failedTasksCount: expect.any(Number),
    });
    expect(isGuid(String(whole.id))).toBe(true);
    expect(missingNames(lifecycle, run, whole)).toEqual([]);
    expect(missingNames(lifecycle, run, { status: "queued" })).toContain("tags");
    expect(whole).not.toHaveProperty("subject");
  });

  it("keeps what it has, also nulls and what is not documented", () => {
    const partial = { id: "1", tags: null, more: 1, "@odata.etag": "e" };
    expect(completeResource(lifecycle, run, partial, "a")).toMatchObject(partial);
  });

  it("has whole objects, by the type that they name", () => {
    const partial = {
      scope: { "@odata.type": "#microsoft.graph.userScope" },
      reprocessedRuns: [{ id: "2" }],
    };
    expect(completeResource(lifecycle, run, partial, "a")).toMatchObject({
      scope: { "@odata.type": "#microsoft.graph.userScope", kind: null, user: null },
      reprocessedRuns: [{ id: "2", tags: [] }],
    });
    const unknown = { scope: { "@odata.type": "#microsoft.graph.newScope" } };
    expect(completeResource(lifecycle, run, unknown, "a").scope).toEqual(unknown.scope);
  });

  it("is the same for the same seed, and the partial one for a type that nobody declares", () => {
    expect(completeResource(lifecycle, run, {}, "a")).toEqual(completeResource(lifecycle, run, {}, "a"));
    expect(completeResource(lifecycle, run, {}, "b")).not.toEqual(completeResource(lifecycle, run, {}, "a"));
    expect(completeResource(lifecycle, "stranger", { a: 1 }, "a")).toEqual({ a: 1 });
  });

  it("has its properties once, though a page documents its type as one", () => {
    const contract = contractOf({
      types: { a: { properties: { "@odata.type": "Edm.String", id: "Edm.String" } } },
    });
    expect(completeResource(contract, "microsoft.graph.a", {}, "a")).toEqual({
      "@odata.type": "#microsoft.graph.a",
      id: null,
    });
  });
});

describe("the documented examples", () => {
  it.each(["v1.0", "beta"] as const)(
    "of the shipped pages have no fault in %s when repaired and completed",
    (version) => {
      const contract = documentation.contract(version);
      expect(documentedResources(contract).length).toBeGreaterThan(5);
      expect(faultsOfRepaired(contract)).toEqual([]);
    },
  );

  it("have some before", () => {
    const contract = documentation.contract("v1.0");
    const found = documentedResources(contract).flatMap(({ type, value }) =>
      violationsOf(contract, type, value),
    );
    expect(found).toContain("unknown-property /totalTasksCount");
  });
});
