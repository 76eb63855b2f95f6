import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { edmFormats } from "../../../src/contract/json-schema/edm.ts";
import { jsonSchemas } from "../../../src/contract/json-schema/json-schema.ts";
import { schemaAnnotations } from "../../../src/contract/json-schema/schema.ts";
import { contractOf } from "../../support/contract-of.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";

const schemas = jsonSchemas(lifecycleContract());
const home = "graph-conformance://schemas/v1.0/";

function validates(type: string, value: unknown): boolean {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    formats: edmFormats,
  });
  ajv.addVocabulary([...schemaAnnotations]);
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  return ajv.validate(`${home}microsoft.graph.${type}.json`, value);
}

describe("the JSON Schemas of a contract", () => {
  it("are one for each type and enum, sorted by qualified name", () => {
    expect(Object.keys(schemas)).toEqual([
      "microsoft.graph.device",
      "microsoft.graph.entity",
      "microsoft.graph.openThing",
      "microsoft.graph.pair",
      "microsoft.graph.partial",
      "microsoft.graph.processingStatus",
      "microsoft.graph.run",
      "microsoft.graph.runScope",
      "microsoft.graph.scope",
      "microsoft.graph.taskCategory",
      "microsoft.graph.userScope",
    ]);
  });

  it("are valid draft 2020-12 in strict mode, and all their references resolve", () => {
    for (const name of Object.keys(schemas)) expect(() => validates(name.slice(16), {})).not.toThrow();
  });

  it("say what a property supports", () => {
    expect(schemas["microsoft.graph.run"]?.properties?.completedDateTime).toEqual({
      description: "DateTimeOffset. Sometimes null. Supports $filter (lt, ge), $orderby.",
      type: ["string", "null"],
      format: "date-time",
      "x-edm-type": "Edm.DateTimeOffset",
      "x-sometimes-null": true,
      "x-filter": ["lt", "ge"],
      "x-orderby": true,
    });
    expect(schemas["microsoft.graph.run"]?.properties?.id).toMatchObject({
      "x-inherited-from": "microsoft.graph.entity",
    });
  });

  it("leave null out only where the page excludes it", () => {
    expect(schemas["microsoft.graph.run"]?.properties?.failedTasksCount?.type).toBe("integer");
    expect(schemas["microsoft.graph.run"]?.properties?.totalTasksCounts?.type).toEqual(["integer", "null"]);
  });

  it("name a type that no page declares; what is related is a resource all the same", () => {
    expect(schemas["microsoft.graph.run"]?.properties?.subject).toEqual({
      description: "Relationship to user. Supports $expand.",
      "x-unknown-type": "user",
      type: ["object", "null"],
      "x-navigation": true,
      "x-expand": true,
    });
  });

  it("list the members that come on request", () => {
    expect(schemas["microsoft.graph.processingStatus"]).toMatchObject({
      enum: ["queued", "completed", "unknownFutureValue", "skipped"],
      "x-members-on-request": ["skipped"],
    });
  });

  it("are the same text for the same contract", () => {
    expect(JSON.stringify(jsonSchemas(lifecycleContract()))).toBe(JSON.stringify(schemas));
  });

  it("do not take a list of one value, or of values for a number, for an enumeration", () => {
    const values = { members: ["1"], onRequest: [], multiValued: false };
    const several = { ...values, members: ["1", "2"] };
    const contract = contractOf({
      types: {
        a: {
          properties: { one: { type: "Edm.String", values }, count: { type: "Edm.Int32", values: several } },
        },
      },
    });
    expect(jsonSchemas(contract)["microsoft.graph.a"]?.properties).toMatchObject({
      one: { type: ["string", "null"] },
      count: { type: ["integer", "null"] },
    });
    expect(JSON.stringify(jsonSchemas(contract))).not.toContain('"enum":["1"');
  });
});

describe("a value of a closed type", () => {
  it("may hold control information in the names of OData 4.0 and 4.01", () => {
    const value = {
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#runs/$entity",
      "@odata.etag": 'W/"1"',
      "@id": "runs/1",
      "reprocessedRuns@odata.count": 2,
      "tags@microsoft.graph.tips": "use $select",
      id: "1",
    };
    expect(validates("run", value)).toBe(true);
  });

  it("may not hold a name that is not documented", () => {
    expect(validates("run", { id: "1", totalTasksCount: 1 })).toBe(false);
  });

  it("may hold a navigation property, expanded or not", () => {
    expect(validates("run", { id: "1", reprocessedRuns: [{ id: "2", status: "queued" }] })).toBe(true);
    expect(validates("run", { id: "1", reprocessedRuns: [{ id: "2", status: "Queued" }] })).toBe(false);
    expect(validates("run", { id: "1", reprocessedRuns: [null] })).toBe(false);
  });
});

describe("a value of a type with derived types", () => {
  it("is judged by the derived type that it names, with or without #", () => {
    const user = "microsoft.graph.userScope";
    expect(validates("scope", { "@odata.type": `#${user}`, kind: "k", user: "u" })).toBe(true);
    expect(validates("scope", { "@odata.type": user, kind: "k", user: "u" })).toBe(true);
    expect(validates("scope", { "@odata.type": `#${user}`, taskCount: 1 })).toBe(false);
    expect(validates("run", { scope: { "@odata.type": `#${user}`, user: 1 } })).toBe(false);
  });

  it("is judged by the type itself when it names none", () => {
    expect(validates("scope", { kind: "k" })).toBe(true);
    expect(validates("scope", { kind: "k", user: "u" })).toBe(false);
  });

  it("may be anything when it names a type that the contract does not hold", () => {
    expect(validates("scope", { "@odata.type": "#microsoft.graph.newScope", anything: 1 })).toBe(true);
    expect(validates("run", { "@odata.type": "#microsoft.graph.newRun", anything: 1 })).toBe(true);
  });
});

describe("a value of a type that is not known to its end", () => {
  it("may hold other names", () => {
    expect(validates("openThing", { name: "n", more: 1 })).toBe(true);
    expect(validates("partial", { name: "n", more: 1 })).toBe(true);
  });

  it("must still have the documented types", () => {
    expect(validates("openThing", { name: 1 })).toBe(false);
    expect(validates("partial", { name: 1 })).toBe(false);
  });
});
