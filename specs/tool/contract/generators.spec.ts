import { describe, expect, it } from "vitest";
import type { Contract, Property, TypeContract } from "../../../src/contract/contract.ts";
import { csdl } from "../../../src/contract/csdl/csdl.ts";
import { openapi } from "../../../src/contract/openapi/openapi.ts";
import { contractOf } from "../../support/contract-of.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";

const location = { file: "resources/boat.md", line: 1, column: 1 };
const refTo = (name: string) => ({
  kind: "type" as const,
  name: `microsoft.graph.${name}`,
  collection: false,
});
const text = { kind: "primitive" as const, name: "Edm.String", collection: false };

function property(name: string, type: Property["type"], navigation = false): Property {
  return { name, type, navigation, location };
}

function typeOf(name: string, properties: readonly Property[], base?: string): TypeContract {
  return {
    name: `microsoft.graph.${name}`,
    ...(base ? { base: `microsoft.graph.${base}` } : {}),
    abstract: false,
    open: false,
    keyProperty: "id",
    properties: [property("id", text), ...properties],
    complete: true,
    location,
  };
}

const get = (path: string, name: string) => ({
  method: "GET",
  path,
  responses: [{ status: 200, body: refTo(name), location }],
});

const types = [
  typeOf("vessel", [property("name", text)]),
  typeOf("boat", [property("name", text), property("sails", text)], "vessel"),
  typeOf("raft", [property("name", text)], "undocumented"),
  typeOf("port", [property("flagship", refTo("boat"), true), property("pilot", refTo("sailor"), true)]),
  typeOf("sailor", []),
];

const contract: Contract = {
  ...lifecycleContract(),
  types: Object.fromEntries(types.map((type) => [type.name, type])),
  operations: contractOf({ operations: [get("/ports/{id}", "port"), get("/boats/{id}", "boat")] }).operations,
};

describe("the components of types that derive from others", () => {
  const schemas = openapi(contract).components?.schemas ?? {};

  it("refer to their base, and declare what it has not", () => {
    expect(schemas["microsoft.graph.boat"]?.allOf).toMatchObject([
      { $ref: "#/components/schemas/microsoft.graph.vessel" },
      { type: "object", properties: { sails: {} } },
    ]);
    expect(JSON.stringify(schemas["microsoft.graph.boat"])).not.toContain('"name":');
  });

  it("are told apart by the base, which a type of which none derives does not do", () => {
    expect(schemas["microsoft.graph.vessel"]).toMatchObject({
      properties: { "@odata.type": { type: "string" }, name: {} },
      discriminator: {
        propertyName: "@odata.type",
        mapping: {
          "#microsoft.graph.vessel": "#/components/schemas/microsoft.graph.vessel",
          "#microsoft.graph.boat": "#/components/schemas/microsoft.graph.boat",
        },
      },
    });
    expect(schemas["microsoft.graph.boat"]).not.toHaveProperty("discriminator");
  });

  it("declare all that they have where no page declares the base", () => {
    expect(schemas["microsoft.graph.raft"]).toMatchObject({ type: "object", properties: { name: {} } });
    expect(schemas["microsoft.graph.raft"]).not.toHaveProperty("allOf");
  });
});

describe("the entity container of $metadata", () => {
  it("says which set holds what a relationship leads to, and nothing where no set has its type", () => {
    const bindings = [...csdl(contract).matchAll(/<NavigationPropertyBinding Path="(\w+)" Target="(\w+)"/g)];
    expect(bindings.map(([, path, target]) => [path, target])).toEqual([["flagship", "boats"]]);
  });
});
