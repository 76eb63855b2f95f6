import { describe, expect, it } from "vitest";
import type { Property, TypeContract } from "../../../src/contract/contract.ts";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import type { GraphVersion } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";

/** A resource page: its name, an introduction, rows of its tables, its JSON representation. */
interface Resource {
  readonly says?: string;
  readonly namespace?: string;
  readonly annotation?: string;
  readonly properties?: readonly string[];
  readonly relationships?: readonly string[];
  readonly json?: string;
}

function text(name: string, resource: Resource): string {
  const header = "|Name|Type|Description|\n|-|-|-|\n";
  return [
    `# ${name} resource type`,
    `Namespace: ${resource.namespace ?? "microsoft.graph"}`,
    resource.says ?? "",
    `## Properties\n${header}${(resource.properties ?? []).join("\n")}`,
    `## Relationships\n${header}${(resource.relationships ?? []).join("\n")}`,
    `## JSON representation\n${resource.annotation ?? ""}\n\`\`\`json\n${resource.json ?? ""}\n\`\`\``,
  ].join("\n\n");
}

function derive(
  resources: Readonly<Record<string, Resource>>,
  version: GraphVersion = "v1.0",
): Readonly<Record<string, TypeContract>> {
  const pages = Object.entries(resources).map(([name, resource]) =>
    readPage(text(name.split("#")[0] ?? name, resource), {
      file: `v1.0/resources/${name.toLowerCase()}.md`,
      version: "v1.0",
    }),
  );
  return deriveContract(folderOf(pages), version).types;
}

/** A property in short: `name: kind type[] ^inherited from`, `>` before a relationship. */
function inShort({ name, type, navigation, inheritedFrom }: Property): string {
  const arrow = navigation ? ">" : "";
  return `${arrow}${name}: ${type.kind} ${type.name}${type.collection ? "[]" : ""}${inheritedFrom ? ` ^${inheritedFrom}` : ""}`;
}

const properties = (type: TypeContract | undefined) => (type?.properties ?? []).map(inShort);

describe("a type", () => {
  it("has the properties of its tables with their facts and places", () => {
    const types = derive({
      run: {
        properties: [
          "|id|String|The key. Read-only. Not nullable.|",
          "|size|Int32|Valid values 1 to 9. Supports `$filter` (`eq`) and `$orderby`.|",
        ],
        relationships: ["|tasks|[task](task.md) collection|Its tasks. Supports `$expand`.|"],
      },
      task: { properties: ["|id|String|The key.|"] },
    });
    expect(types["microsoft.graph.run"]).toEqual({
      name: "microsoft.graph.run",
      abstract: false,
      open: false,
      properties: [
        {
          name: "id",
          type: { kind: "primitive", name: "Edm.String", collection: false },
          navigation: false,
          nullable: false,
          readOnly: true,
          location: { file: "v1.0/resources/run.md", line: 10, column: 2 },
        },
        {
          name: "size",
          type: { kind: "primitive", name: "Edm.Int32", collection: false },
          navigation: false,
          range: { minimum: 1, maximum: 9 },
          filter: ["eq"],
          orderby: true,
          location: { file: "v1.0/resources/run.md", line: 11, column: 2 },
        },
        {
          name: "tasks",
          type: { kind: "type", name: "microsoft.graph.task", collection: true },
          navigation: true,
          expand: true,
          location: { file: "v1.0/resources/run.md", line: 16, column: 2 },
        },
      ],
      complete: true,
      location: { file: "v1.0/resources/run.md", line: 1, column: 1 },
    });
  });

  it("of another version lends nothing", () => {
    expect(derive({ run: { properties: ["|id|String|"] } }, "beta")).toEqual({});
  });

  it("is not complete when its page shows no property", () => {
    expect(derive({ run: {} })["microsoft.graph.run"]?.complete).toBe(false);
  });

  it("may be declared by several pages, which are merged", () => {
    const types = derive({
      "run#1": { properties: ["|id|String|", "|a|String|"] },
      "run#2": { properties: ["|id|String|", "|b|Int32|"] },
    });
    expect(properties(types["microsoft.graph.run"])).toEqual([
      "id: primitive Edm.String",
      "a: primitive Edm.String",
      "b: primitive Edm.Int32",
    ]);
  });
});

describe("the name of a property's type", () => {
  const kinds = (row: string, others: Readonly<Record<string, Resource>> = {}) =>
    properties(derive({ ...others, run: { properties: [row] } })["microsoft.graph.run"]);

  it("is looked for in the page's namespace, in microsoft.graph, and where only one has it", () => {
    const part = (namespace: string) => ({ namespace, properties: ["|id|String|"] });
    const run = (namespace: string) => ({ namespace, properties: ["|part|part|"] });
    const type = (resources: Readonly<Record<string, Resource>>, name: string) =>
      properties(derive(resources)[name])[0];
    expect(
      type(
        {
          "part#1": part("microsoft.graph.x"),
          "part#2": part("microsoft.graph"),
          run: run("microsoft.graph.x"),
        },
        "microsoft.graph.x.run",
      ),
    ).toBe("part: type microsoft.graph.x.part");
    expect(
      type(
        {
          "part#1": part("microsoft.graph.y"),
          "part#2": part("microsoft.graph"),
          run: run("microsoft.graph.x"),
        },
        "microsoft.graph.x.run",
      ),
    ).toBe("part: type microsoft.graph.part");
    expect(
      type({ part: part("microsoft.graph.y"), run: run("microsoft.graph.x") }, "microsoft.graph.x.run"),
    ).toBe("part: type microsoft.graph.y.part");
    expect(
      type(
        {
          "part#1": part("microsoft.graph.y"),
          "part#2": part("microsoft.graph.z"),
          run: run("microsoft.graph.x"),
        },
        "microsoft.graph.x.run",
      ),
    ).toBe("part: unknown part");
  });

  it("counts whatever its letter case, and more than the page that it links to", () => {
    const task = { task: { properties: ["|id|String|"] } };
    expect(kinds("|a|Task|", task)).toEqual(["a: type microsoft.graph.task"]);
    expect(kinds("|a|[taskReport](task.md)|", task)).toEqual(["a: unknown taskReport"]);
  });

  it("may be a phrase, or the word of the title, of the page that it links to", () => {
    const range = {
      range: {
        annotation: '<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.workbookRange" } -->',
        properties: ["|id|String|"],
      },
    };
    expect(kinds("|a|[range](range.md)|", range)).toEqual(["a: type microsoft.graph.workbookRange"]);
    expect(kinds("|a|[a cell range](range.md)|", range)).toEqual(["a: type microsoft.graph.workbookRange"]);
    expect(kinds("|a|[cells](range.md)|", range)).toEqual(["a: unknown cells"]);
  });

  it.each([
    ["Edm.Int32", "Edm.Int32"],
    ["string", "Edm.String"],
    ["Integer", "Edm.Int32"],
    ["DateTime", "Edm.DateTimeOffset"],
    ["number", "Edm.Double"],
    ["Timestamp", "Edm.DateTimeOffset"],
  ])("%s is the primitive %s", (written, name) => {
    expect(kinds(`|a|${written}|`)).toEqual([`a: primitive ${name}`]);
  });

  it("is an enum when rows or tables list its members, and else unknown", () => {
    expect(kinds("|a|runState|Possible values are: `a`, `b`.|")).toEqual([
      "a: enum microsoft.graph.runState",
    ]);
    expect(kinds("|a|runState|A state.|")).toEqual(["a: unknown runState"]);
  });

  it("of text keeps the values that the prose lists", () => {
    const type = derive({
      run: { properties: ["|a|String|Possible values are: `a`, `b`.|", "|b|String|Text.|"] },
    })["microsoft.graph.run"];
    expect(type?.properties.map(({ values }) => values)).toEqual([
      { members: ["a", "b"], onRequest: [], multiValued: false },
      undefined,
    ]);
  });
});

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

describe("the JSON representation", () => {
  it("adds the properties that no table has, with what its placeholders say", () => {
    const json =
      '{ "@odata.type": "#microsoft.graph.run", "id": "1", "on": true, "size": 3, "at": "String (timestamp)", "count": "Int64", "parts": [{ "@odata.type": "microsoft.graph.part" }], "note": "A long text, a boolean or an integer" }';
    const types = derive({
      run: { properties: ["|id|String|"], json },
      part: { properties: ["|id|String|"] },
    });
    expect(properties(types["microsoft.graph.run"])).toEqual([
      "id: primitive Edm.String",
      "on: primitive Edm.Boolean",
      "size: primitive Edm.Double",
      "at: primitive Edm.DateTimeOffset",
      "count: primitive Edm.Int64",
      "parts: type microsoft.graph.part[]",
      "note: unknown ",
    ]);
    expect(types["microsoft.graph.run"]?.properties[1]?.location).toEqual({
      file: "v1.0/resources/run.md",
      line: 20,
      column: 59,
    });
  });

  it("adds nothing when it is no object", () => {
    expect(
      properties(derive({ run: { properties: ["|id|String|"], json: "[1]" } })["microsoft.graph.run"]),
    ).toEqual(["id: primitive Edm.String"]);
    expect(
      properties(derive({ run: { properties: ["|id|String|"], json: "none" } })["microsoft.graph.run"]),
    ).toEqual(["id: primitive Edm.String"]);
  });
});
