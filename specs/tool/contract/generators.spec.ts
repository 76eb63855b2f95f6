import { Ajv2020 } from "ajv/dist/2020.js";
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

function byName(types: readonly TypeContract[]): Contract["types"] {
  return Object.fromEntries(types.map((type) => [type.name, type]));
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
  types: byName(types),
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

describe("names that differ in letter case only", () => {
  const twins = [
    property("subUnit", text),
    { ...property("subunit", text), onlyInJson: true },
    { ...property("floorplan", text), onlyInJson: true },
    property("floorPlan", text),
    { ...property("roof", text), onlyInJson: true },
  ];

  it("are one property of a component, as the table spells it; what only the representation has stays", () => {
    const { components } = openapi({ ...contract, types: byName([typeOf("hall", twins)]) });
    expect(Object.keys(components?.schemas?.["microsoft.graph.hall"]?.properties ?? {})).toEqual([
      "id",
      "subUnit",
      "floorPlan",
      "roof",
    ]);
  });
});

describe("an enumeration whose members come several at a time", () => {
  const refToParts = { kind: "enum" as const, name: "microsoft.graph.parts", collection: false };
  const withParts = (multiValued: boolean) =>
    openapi({
      ...contract,
      types: byName([
        typeOf("kit", [property("parts", refToParts), { ...property("never", refToParts), nullable: false }]),
      ]),
      enums: {
        "microsoft.graph.parts": {
          name: "microsoft.graph.parts",
          members: ["mast", "keel"],
          onRequest: [],
          multiValued,
          location,
        },
      },
    }).components?.schemas;

  it("lists its members as flags, and what refers to it takes several of them", () => {
    const schemas = withParts(true);
    expect(schemas?.["microsoft.graph.parts"]).toMatchObject({
      type: "string",
      enum: ["mast", "keel"],
      "x-ms-enum-flags": { isFlags: true },
    });
    const judge = new Ajv2020({ strict: false });
    judge.addSchema({ $id: "doc", components: { schemas } });
    const takes = (kit: unknown) => judge.validate("doc#/components/schemas/microsoft.graph.kit", kit);
    expect([takes({ parts: "mast" }), takes({ parts: "keel,mast" }), takes({ parts: null })]).toEqual([
      true,
      true,
      true,
    ]);
    expect([takes({ parts: "oar" }), takes({ parts: 1 }), takes({ never: null })]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("is an enumeration like others where one comes at a time", () => {
    const schemas = withParts(false);
    expect(schemas?.["microsoft.graph.parts"]).not.toHaveProperty("x-ms-enum-flags");
    expect(schemas?.["microsoft.graph.kit"]?.properties).toMatchObject({
      parts: { anyOf: [{ type: "null" }, { $ref: "#/components/schemas/microsoft.graph.parts" }] },
    });
  });
});

describe("the entity container of $metadata", () => {
  it("says which set holds what a relationship leads to, and nothing where no set has its type", () => {
    const bindings = [...csdl(contract).matchAll(/<NavigationPropertyBinding Path="(\w+)" Target="(\w+)"/g)];
    expect(bindings.map(([, path, target]) => [path, target])).toEqual([["flagship", "boats"]]);
  });
});
