import { describe, expect, it } from "vitest";
import { deriveTypesOf as derive, shortProperties as properties } from "./resource-types.ts";

describe("inheritance", () => {
  const entity = { says: "The root.", properties: ["|id|String|The key. Read-only.|"] };

  it("brings the properties of the base type, base types first, each once", () => {
    const types = derive({
      entity,
      base: {
        says: "Inherits from [entity](entity.md).",
        properties: ["|name|String|Supports `$filter` (`eq`).|"],
      },
      run: { says: "Inherits from [base](base.md).", properties: ["|name|String|A name.|", "|size|Int32|"] },
    });
    expect(properties(types["microsoft.graph.run"])).toEqual([
      "id: primitive Edm.String ^microsoft.graph.entity",
      "name: primitive Edm.String ^microsoft.graph.base",
      "size: primitive Edm.Int32",
    ]);
    expect(types["microsoft.graph.run"]?.properties[1]?.filter).toEqual(["eq"]);
    expect(types["microsoft.graph.run"]).toMatchObject({ base: "microsoft.graph.base", complete: true });
  });

  it("is said by the annotation, or by the rows when they name one type", () => {
    const annotation =
      '<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.run", "baseType": "microsoft.graph.base" } -->';
    const base = { properties: ["|name|String|"] };
    expect(
      derive({ base, run: { annotation, properties: ["|a|String|"] } })["microsoft.graph.run"]?.base,
    ).toBe("microsoft.graph.base");
    expect(
      derive({ base, run: { properties: ["|a|String|Inherited from [base](base.md).|"] } })[
        "microsoft.graph.run"
      ]?.base,
    ).toBe("microsoft.graph.base");
    const two = [
      "|a|String|Inherited from [base](base.md).|",
      "|b|String|Inherited from [other](other.md).|",
    ];
    expect(derive({ base, run: { properties: two } })["microsoft.graph.run"]?.base).toBeUndefined();
  });

  it("is said by the page of the base, where the type's own page says none", () => {
    const lamp = {
      says: "This is the base type for [desk](desk.md) and [wall](wall.md).",
      properties: ["|a|String|"],
    };
    const desk = { properties: ["|b|String|"] };
    const wall = { says: "Inherits from [board](board.md).", properties: ["|c|String|"] };
    const types = derive({ lamp, desk, wall, board: { properties: ["|d|String|"] } });
    expect(types["microsoft.graph.desk"]?.base).toBe("microsoft.graph.lamp");
    expect(properties(types["microsoft.graph.desk"])).toEqual([
      "a: primitive Edm.String ^microsoft.graph.lamp",
      "b: primitive Edm.String",
    ]);
    expect(types["microsoft.graph.wall"]?.base).toBe("microsoft.graph.board");
    const other = { says: "This is the base type of [desk](desk.md).", properties: ["|d|String|"] };
    expect(derive({ lamp, desk, other })["microsoft.graph.desk"]?.base).toBeUndefined();
  });

  it("from a type without a page makes a type incomplete", () => {
    expect(
      derive({ run: { says: "Inherits from [base](base.md).", properties: ["|a|String|"] } })[
        "microsoft.graph.run"
      ],
    ).toMatchObject({ base: "base", complete: false });
  });

  it("from entity is complete without its page, which holds a key and nothing else", () => {
    const run = derive({ run: { says: "Inherits from [entity](entity.md).", properties: ["|a|String|"] } })[
      "microsoft.graph.run"
    ];
    expect(run).toMatchObject({ base: "microsoft.graph.entity", complete: true, keyProperty: "id" });
    expect(properties(run)).toEqual([
      "id: primitive Edm.String ^microsoft.graph.entity",
      "a: primitive Edm.String",
    ]);
  });

  it("goes to the type that the introduction names, whatever annotation and rows say", () => {
    const annotation =
      '<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.run", "baseType": "microsoft.graph.other" } -->';
    const types = derive({
      base: { properties: ["|name|String|"] },
      other: { properties: ["|wrong|String|"] },
      run: {
        says: "Inherits from [base](base.md).",
        annotation,
        properties: ["|a|String|Inherited from [other](other.md).|"],
      },
    });
    expect(types["microsoft.graph.run"]?.base).toBe("microsoft.graph.base");
    expect(properties(types["microsoft.graph.run"])).toEqual([
      "name: primitive Edm.String ^microsoft.graph.base",
      "a: primitive Edm.String ^microsoft.graph.base",
    ]);
  });

  it("reaches over several types, and keeps the one that declares a property", () => {
    const types = derive({
      a: { says: "Inherits from [b](b.md).", properties: ["|x|String|"] },
      b: { says: "Inherits from [c](c.md).", properties: ["|y|String|"] },
      c: { properties: ["|z|String|"], relationships: ["|next|[a](a.md)|The next.|"] },
    });
    expect(properties(types["microsoft.graph.a"])).toEqual([
      "z: primitive Edm.String ^microsoft.graph.c",
      ">next: type microsoft.graph.a ^microsoft.graph.c",
      "y: primitive Edm.String ^microsoft.graph.b",
      "x: primitive Edm.String",
    ]);
    expect(properties(types["microsoft.graph.c"])).toEqual([
      "z: primitive Edm.String",
      ">next: type microsoft.graph.a",
    ]);
  });

  it("over a type without a page makes all types below it incomplete, and none beside it", () => {
    const types = derive({
      a: { says: "Inherits from [b](b.md).", properties: ["|x|String|"] },
      b: { says: "Inherits from [lost](lost.md).", properties: ["|y|String|"] },
      c: { properties: ["|z|String|"] },
    });
    expect(Object.entries(types).map(([name, { complete }]) => `${name} ${complete}`)).toEqual([
      "microsoft.graph.a false",
      "microsoft.graph.b false",
      "microsoft.graph.c true",
    ]);
  });

  it("keeps the own row of a property, with its type, place and relationship", () => {
    const types = derive({
      base: { properties: ["|name|String|A name. Read-only.|", "|part|String|"] },
      run: {
        says: "Inherits from [base](base.md).",
        properties: ["|name|Int32|A number. Not nullable.|"],
        relationships: ["|part|[base](base.md)|A part.|"],
      },
    });
    expect(properties(types["microsoft.graph.run"])).toEqual([
      "name: primitive Edm.Int32 ^microsoft.graph.base",
      ">part: type microsoft.graph.base ^microsoft.graph.base",
    ]);
    expect(types["microsoft.graph.run"]?.properties[0]).toMatchObject({
      readOnly: true,
      nullable: false,
      location: { file: "v1.0/resources/run.md", line: 10, column: 2 },
    });
    expect(types["microsoft.graph.base"]?.properties[0]?.nullable).toBeUndefined();
  });

  it("keeps the base's type where the own row names one that no page declares", () => {
    const types = derive({
      base: { properties: ["|size|Int32|"] },
      run: { says: "Inherits from [base](base.md).", properties: ["|size|mystery|"] },
    });
    expect(properties(types["microsoft.graph.run"])).toEqual([
      "size: primitive Edm.Int32 ^microsoft.graph.base",
    ]);
  });

  it("keeps the base's members where the own row is text without any, and no other type's", () => {
    const base = { properties: ["|kind|kindType|Possible values are: `a`, `b`.|"] };
    const kind = (type: string) =>
      derive({
        base,
        run: { says: "Inherits from [base](base.md).", properties: [`|kind|${type}|A kind.|`] },
      })["microsoft.graph.run"]?.properties[0];
    expect(kind("String")).toMatchObject({
      type: { kind: "primitive", name: "Edm.String" },
      values: { members: ["a", "b"], onRequest: [], multiValued: false },
    });
    expect(kind("kindType")?.values).toBeUndefined();
    expect(kind("Int32")?.values).toBeUndefined();
  });

  it("in a circle ends, and is no base type", () => {
    const types = derive({
      a: { says: "Inherits from [b](b.md).", properties: ["|x|String|"] },
      b: { says: "Inherits from [a](a.md).", properties: ["|y|String|"] },
    });
    expect(properties(types["microsoft.graph.a"])).toEqual([
      "y: primitive Edm.String ^microsoft.graph.b",
      "x: primitive Edm.String",
    ]);
    expect(types["microsoft.graph.b"]?.base).toBeUndefined();
    expect(
      derive({ a: { says: "Inherits from [a](a.md).", properties: ["|x|String|"] } })["microsoft.graph.a"]
        ?.base,
    ).toBeUndefined();
  });

  it("in a circle of several types leaves them incomplete: the true base is unknown", () => {
    const types = derive({
      a: { says: "Inherits from [b](b.md).", properties: ["|x|String|"] },
      b: { says: "Inherits from [c](c.md).", properties: ["|y|String|"] },
      c: { says: "Inherits from [a](a.md).", properties: ["|z|String|"] },
      self: { says: "Inherits from [self](self.md).", properties: ["|z|String|"] },
    });
    expect(Object.values(types).map(({ name, base, complete }) => `${name} ${base} ${complete}`)).toEqual([
      "microsoft.graph.a microsoft.graph.b false",
      "microsoft.graph.b microsoft.graph.c false",
      "microsoft.graph.c undefined false",
      "microsoft.graph.self undefined true",
    ]);
  });

  it("joins the members that the base and the derived type list for the same property", () => {
    const types = derive({
      base: { properties: ["|kind|kindType|Possible values are: `a`, `b`.|"] },
      run: {
        says: "Inherits from [base](base.md).",
        properties: ["|kind|String|Possible values are: `A`, `B`.|"],
      },
    });
    expect(types["microsoft.graph.run"]?.properties[0]?.values?.members).toEqual(["a", "b", "A", "B"]);
    expect(types["microsoft.graph.run"]?.properties[0]?.type.name).toBe("Edm.String");
  });

  it("hands down that a type is open, and its key", () => {
    const annotation =
      '<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.base", "openType": true, "keyProperty": "name" } -->';
    const types = derive({
      base: { annotation, properties: ["|name|String|"] },
      run: { says: "Inherits from [base](base.md).", properties: ["|a|String|"] },
    });
    expect(types["microsoft.graph.run"]).toMatchObject({ open: true, keyProperty: "name" });
    expect(
      derive({ run: { properties: ["|a|String|"] } })["microsoft.graph.run"]?.keyProperty,
    ).toBeUndefined();
  });
});
