import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edmFormats } from "../../../src/contract/json-schema/edm.ts";
import { jsonSchemas } from "../../../src/contract/json-schema/json-schema.ts";
import { schemaAnnotations } from "../../../src/contract/json-schema/schema.ts";
import { bodyViolations } from "../../../src/contract/validation/body-violations.ts";
import { typeRefOf } from "../../support/contract-of.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";

const contract = lifecycleContract();
const run = "microsoft.graph.run";

function violations(promised: string, body: unknown, memberPreference = false) {
  return bodyViolations(contract, typeRefOf(contract, promised), body, { memberPreference });
}

/** The violations in short: `keyword pointer`. */
function places(promised: string, body: unknown, memberPreference = false): string[] {
  return violations(promised, body, memberPreference).map(({ keyword, pointer }) => `${keyword} ${pointer}`);
}

describe("a body", () => {
  it("without a fault has no violation", () => {
    const value = {
      "@odata.type": "#microsoft.graph.run",
      id: "1",
      completedDateTime: null,
      failedTasksCount: 0,
      size: "9007199254740993",
      ratio: "INF",
      wait: "PT1.5S",
      content: "dmFsdWU=",
      tags: ["a", null],
      status: "queued",
      category: "joiner,leaver",
      state: "open",
      "reprocessedRuns@odata.context": "#runs",
      reprocessedRuns: [{ id: "2", reprocessedRuns: [{ id: "3" }] }],
      subject: { anything: 1 },
    };
    expect(violations("run", value)).toEqual([]);
    expect(violations("Collection(run)", { "@odata.context": "c", value: [value, value] })).toEqual([]);
  });

  it("says what is wrong, where, and which type's property says so", () => {
    expect(violations("Collection(run)", { value: [{ id: "1" }, { failedTasksCount: "1" }] })).toEqual([
      {
        keyword: "type",
        pointer: "/value/1/failedTasksCount",
        value: "1",
        expected: "Edm.Int32",
        type: run,
        property: "failedTasksCount",
      },
    ]);
  });

  it.each([
    ["a string for a number", { failedTasksCount: "1" }, "type /failedTasksCount"],
    ["a text for a resource of a type that nobody declares", { subject: "Adele" }, "type /subject"],
    ["a list for one resource of such a type", { subject: [{ id: "1" }] }, "type /subject"],
    ["a fraction for an integer", { failedTasksCount: 1.5 }, "type /failedTasksCount"],
    ["words for a 64-bit number", { size: "many" }, "type /size"],
    ["a number for an enumeration", { status: 1 }, "type /status"],
    ["a string for a resource", { scope: "user" }, "type /scope"],
    ["a resource for a collection", { reprocessedRuns: {} }, "type /reprocessedRuns"],
    ["a number in a collection of strings", { tags: ["a", 1] }, "type /tags/1"],
    ["a string in a collection of resources", { reprocessedRuns: ["2"] }, "type /reprocessedRuns/0"],
    [
      "a date that does not exist",
      { completedDateTime: "2022-02-30T00:00:00Z" },
      "format /completedDateTime",
    ],
    ["a duration in weeks", { wait: "P1W" }, "format /wait"],
    ["binary that is no base64", { content: "a b" }, "format /content"],
    ["a number beyond its type", { totalTasksCounts: 2147483648 }, "range /totalTasksCounts"],
    ["a number beyond the documented range", { priority: 17 }, "range /priority"],
    ["a string that is too long", { notes: "longer" }, "range /notes"],
    ["a value that is no member", { status: "Queued" }, "enum /status"],
    ["several members where one is due", { status: "queued,completed" }, "enum /status"],
    ["a stranger among several members", { category: "joiner,stranger" }, "enum /category"],
    ["a value that is not listed", { state: "closed" }, "enum /state"],
    ["null where it is excluded", { failedTasksCount: null }, "null /failedTasksCount"],
    ["null among resources", { reprocessedRuns: [null] }, "null /reprocessedRuns/0"],
    ["a name that is not documented", { totalTasksCount: 1 }, "unknown-property /totalTasksCount"],
    ["a name with a slash", { "a/b": 1 }, "unknown-property /a~1b"],
    ["control information of another type", { "@odata.id": 1 }, "type /@odata.id"],
    ["a member that comes on request", { status: "skipped" }, "unrequested-member /status"],
  ])("with %s has one violation", (_what, body, place) => {
    expect(places("run", body)).toEqual([place]);
  });

  it("has violations in nested resources, at any depth", () => {
    const body = { reprocessedRuns: [{ id: "2" }, { reprocessedRuns: [{ status: "nonsense" }] }] };
    expect(violations("run", body)).toMatchObject([
      {
        keyword: "enum",
        pointer: "/reprocessedRuns/1/reprocessedRuns/0/status",
        type: run,
        property: "status",
      },
    ]);
  });

  it("may hold members that the request prefers", () => {
    expect(places("run", { status: "skipped" }, true)).toEqual([]);
  });

  it("is not judged when nobody declares its type", () => {
    expect(places("stranger", { anything: 1 })).toEqual([]);
  });

  it("is not misled by names that every object of JavaScript has", () => {
    expect(places("run", { constructor: 1, toString: 2 })).toEqual([
      "unknown-property /constructor",
      "unknown-property /toString",
    ]);
    expect(places("run", { "@odata.type": "#microsoft.graph.toString", anything: 1 })).toEqual([]);
  });
});

describe("an object with @odata.type", () => {
  const named = (name: string, rest: object) => ({ scope: { "@odata.type": name, ...rest } });

  it("is judged by the derived type that it names", () => {
    expect(places("run", named("#microsoft.graph.userScope", { user: "u" }))).toEqual([]);
    expect(violations("run", named("#microsoft.graph.userScope", { taskCount: 1 }))).toMatchObject([
      { keyword: "unknown-property", pointer: "/scope/taskCount", type: "microsoft.graph.userScope" },
    ]);
  });

  it("is not judged when its type is unknown or no derived one", () => {
    expect(places("run", named("#microsoft.graph.newScope", { anything: 1 }))).toEqual([]);
    expect(places("run", named("#microsoft.graph.device", { anything: 1 }))).toEqual([]);
  });

  it("is judged by the documented type when the name is none", () => {
    expect(places("run", named("String", { anything: 1 }))).toEqual(["unknown-property /scope/anything"]);
  });
});

describe("the form of a body", () => {
  it("may wrap a single resource, a number or a string in value", () => {
    expect(places("run", { "@odata.context": "c", value: { totalTasksCount: 1 } })).toEqual([
      "unknown-property /value/totalTasksCount",
    ]);
    expect(places("Edm.Int32", { value: "1" })).toEqual(["type /value"]);
    expect(places("Edm.Int32", { value: 1 })).toEqual([]);
  });

  it("does not take a property called value for an envelope", () => {
    expect(places("pair", { name: "n", value: ["a"] })).toEqual([]);
    expect(places("pair", { value: ["a", 1] })).toEqual(["type /value/1"]);
  });

  it("is judged as it is, when it is not the promised one", () => {
    expect(places("run", { value: [{ id: "1" }, { id: 2 }] })).toEqual(["type /value/1/id"]);
    expect(places("Collection(run)", { id: 2 })).toEqual(["type /id"]);
    expect(places("Collection(run)", [{ id: 2 }])).toEqual(["type /0/id"]);
  });

  it("of a collection holds nothing but value and control information", () => {
    expect(violations("Collection(run)", { "@odata.count": 0, value: [], nextLink: "" })).toMatchObject([
      { keyword: "unknown-property", pointer: "/nextLink", type: `Collection(${run})`, property: "nextLink" },
    ]);
  });
});

describe("the judge and the published schemas", () => {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    formats: edmFormats,
  });
  ajv.addVocabulary([...schemaAnnotations]);
  for (const schema of Object.values(jsonSchemas(contract))) ajv.addSchema(schema);

  const value = fc.oneof(
    fc.constantFrom(
      "",
      "1",
      "queued",
      "joiner",
      "open",
      "PT1S",
      "INF",
      "dmFsdWU=",
      "2022-08-24T18:27:43Z",
      "12345",
    ),
    fc.constantFrom<unknown>(null, true, 0, 17, 1.5, 2 ** 31, -1, [], {}),
    fc.array(fc.constantFrom<unknown>("a", 1, null, {}), { maxLength: 3 }),
  );
  const names = contract.types[run]?.properties.map(({ name }) => name) ?? [];
  const object = (inner: fc.Arbitrary<unknown>) =>
    fc.dictionary(fc.constantFrom(...names, "@odata.id", "tags@odata.type", "unknown"), inner, {
      maxKeys: 5,
    });
  const typed = fc
    .tuple(object(value), fc.constantFrom("run", "userScope", "newRun"))
    .map(([one, type]) => ({ "@odata.type": `#microsoft.graph.${type}`, ...one }));

  it("agree on every value", () => {
    fc.assert(
      fc.property(object(fc.oneof(value, object(value), fc.array(object(value)))), (body) => {
        expect(violations("run", body, true).length === 0).toBe(ajv.validate(idOf("run"), body));
      }),
      { numRuns: 500 },
    );
  });

  it("agree on values that name their own type or a new one", () => {
    fc.assert(
      fc.property(typed, (body) => {
        const judged = violations("run", body, true).length === 0;
        const valid = ajv.validate(idOf("run"), body);
        // What names another type is not judged at all; the schemas still hold it to the documented properties.
        expect(body["@odata.type"].endsWith(".run") ? judged === valid : judged).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  function idOf(type: string): string {
    return `graph-conformance://schemas/v1.0/microsoft.graph.${type}.json`;
  }
});
