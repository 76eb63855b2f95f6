import { describe, expect, it } from "vitest";
import type { Page, PropertyDeclaration } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";

function read(...lines: string[]): Page {
  return readPage(lines.join("\n"), { file: "v1.0/resources/a.md", version: "v1.0" });
}

/** A row in short: `line:column name: type[]`. */
function rows(properties: readonly PropertyDeclaration[] = []): string[] {
  return properties.map(
    ({ name, type, location }) =>
      `${location.line}:${location.column} ${name}: ${type.name}${type.collection ? "[]" : ""}`,
  );
}

const head = ["# run resource type", "", "Namespace: microsoft.graph.identityGovernance", ""];

describe("a resource page", () => {
  const page = read(
    ...head,
    "One run. Inherits from the",
    "[entity](entity.md) type.",
    "",
    "## Methods",
    "|Method|Return type|Description|",
    "|:---|:---|:---|",
    "|[List runs](../api/run-list.md)|[run](run.md) collection|All of them.|",
    "|[Delete](../api/run-delete.md)|None|Gone.|",
    "",
    "## Properties",
    "|Property|Type|Description|",
    "|:---|:---|:---|",
    "|**Base properties**|||",
    "|id|String|The key. Inherited from [entity](entity.md).|",
    "| `state` (preview) |[runState](#runstate-values)| The possible values are: `a`, `b`.|",
    "|*size*|Int64|",
    "",
    "### runState values",
    "|Member|Description|",
    "|:---|:---|",
    "|a|One.|",
    "|b|Two.|",
    "",
    "## Relationships",
    "|Relationship|Type|Description|",
    "|:---|:---|:---|",
    "|items|[item](item.md) collection|Its items.|",
    "",
    "## JSON representation",
    '<!-- { "blockType": "resource", "keyProperty": "id", "@odata.type": "microsoft.graph.identityGovernance.run", "baseType": "microsoft.graph.other", "openType": "true", "optionalProperties": ["size"] } -->',
    "```json",
    '{ "id": "String" }',
    "```",
  );
  const [type] = page.types;

  it("declares the type of its annotation", () => {
    expect(page.kind).toBe("resource");
    expect(page.types).toHaveLength(1);
    expect(type?.name).toBe("microsoft.graph.identityGovernance.run");
    expect([type?.keyProperty, type?.open, type?.abstract, type?.optionalProperties]).toEqual([
      "id",
      true,
      false,
      ["size"],
    ]);
    expect(type?.location).toEqual({ file: "v1.0/resources/a.md", line: 34, column: 1 });
    expect(type?.json?.location.line).toBe(36);
  });

  it("has properties and relationships in their places, without sub-headings and tables of members", () => {
    expect(rows(type?.properties)).toEqual(["18:2 id: String", "19:3 state: runState", "20:2 size: Int64"]);
    expect(rows(type?.relationships)).toEqual(["31:2 items: item[]"]);
    expect(page.enums.map(({ name, members }) => `${name} ${members.join()}`)).toEqual([
      "microsoft.graph.identityGovernance.runState a,b",
    ]);
  });

  it("has the base type of its introduction, which counts more than the annotation's", () => {
    expect(type?.base?.name).toBe("entity");
    expect(type?.base?.location).toEqual({ file: "v1.0/resources/a.md", line: 6, column: 1 });
  });

  it("has methods with what they return", () => {
    expect(
      type?.methods.map(({ name, link, returns, location }) => [
        location.line,
        name,
        link?.target,
        returns.name,
        returns.collection,
      ]),
    ).toEqual([
      [11, "List runs", "../api/run-list.md", "run", true],
      [12, "Delete", "../api/run-delete.md", "", false],
    ]);
  });
});

describe("the name of a type", () => {
  it("is the title's when there is no annotation, in the page's namespace", () => {
    const page = read(...head, "## Properties", "|Property|Type|", "|-|-|", "|id|String|");
    expect(page.types.map(({ name }) => name)).toEqual(["microsoft.graph.identityGovernance.run"]);
    expect(rows(page.types[0]?.properties)).toEqual(["8:2 id: String"]);
  });

  it("may be written as @type, and without its namespace", () => {
    const annotated = (member: string) =>
      read(...head, `<!-- { "blockType": "resource", ${member} } -->`, "```json", "{}", "```").types[0]?.name;
    expect(annotated('"@type": "#microsoft.graph.task"')).toBe("microsoft.graph.task");
    expect(annotated('"@odata.type": "task"')).toBe("microsoft.graph.identityGovernance.task");
  });

  it("is missing on a page about something else", () => {
    expect(
      read("# Working with runs", "", "## Properties", "|Property|Type|", "|-|-|", "|id|String|").types,
    ).toEqual([]);
  });

  it("comes once for each annotation, the tables belonging to the first", () => {
    const page = read(
      ...head,
      "## Properties",
      "|Property|Type|",
      "|-|-|",
      "|id|String|",
      '<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.run" } -->',
      "```json",
      "{}",
      "```",
      '<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.part", "baseType": "microsoft.graph.run" } -->',
      "```json",
      '{ "a": 1 }',
      "```",
    );
    expect(page.types.map(({ name, base, properties }) => [name, base?.name, properties.length])).toEqual([
      ["microsoft.graph.run", undefined, 1],
      ["microsoft.graph.part", "microsoft.graph.run", 0],
    ]);
  });
});

describe("a base type", () => {
  it.each([
    ["Inherits from [entity](entity.md).", "entity"],
    ["A **run** is derived from [**baseItem**][base].", "baseItem"],
    ["It inherits from microsoft.graph.policyBase.", "microsoft.graph.policyBase"],
    ["A type derived from authenticationBase that is used here.", "authenticationBase"],
    ["It inherits from base policy type.", "base policy"],
  ])("is named by %j", (sentence, base) => {
    expect(
      read(...head, sentence, "", "## JSON representation", "```json", "{}", "```").types[0]?.base?.name,
    ).toBe(base);
  });

  it("is not what a word or another section derives from something, and not what derives from this one", () => {
    const page = read(
      ...head,
      "Its code is derived from ISO 639. The following types are derived from this resource type:",
      "",
      "- [childRun](childrun.md)",
      "",
      "These types derive from it, as `childRun` does.",
      "",
      "## Remarks",
      "Inherits from [user](user.md).",
      "## JSON representation",
      "```json",
      "{}",
      "```",
    );
    expect(page.types[0]?.base).toBeUndefined();
  });
});

describe("an open type", () => {
  it("is said by the annotation or in the introduction", () => {
    expect(
      read(...head, "This is an _open type_ for tokens.", "## JSON representation", "```json", "{}", "```")
        .types[0]?.open,
    ).toBe(true);
  });

  it("is no type that speaks of open ones", () => {
    expect(
      read(
        ...head,
        "This is an open type extension of others.",
        "## JSON representation",
        "```json",
        "{}",
        "```",
      ).types[0]?.open,
    ).toBe(false);
  });
});

describe("a table of properties", () => {
  const properties = (...lines: string[]) => rows(read(...head, ...lines).types[0]?.properties);

  it("may have other columns, in another order", () => {
    expect(
      properties("## Properties", "|Name|Required|Data type|Notes|", "|-|-|-|-|", "|id|Yes|String|x|"),
    ).toEqual(["8:2 id: String"]);
  });

  it("says in a column of its own what is required", () => {
    const [must, may, unsaid] =
      read(
        "# a resource type",
        "## Properties",
        "|Property|Type|Description|Required?|",
        "|-|-|-|-|",
        "|a|String|A.|Yes|",
        "|b|String|B.|No|",
        "|c|String|Yes.||",
      ).types[0]?.properties ?? [];
    expect([must, may, unsaid].map((row) => row?.facts.required)).toEqual([true, undefined, undefined]);
  });

  it("says in a column of its own what may be null, unless its words say otherwise", () => {
    const rows = read(
      "# a resource type",
      "## Properties",
      "|Property|Type|Nullable|Description|",
      "|-|-|-|-|",
      "|a|String|Yes|A.|",
      "|b|String|No|B.|",
      "|c|String||C.|",
      "|d|String|Yes|Not nullable.|",
    ).types[0]?.properties;
    expect(rows?.map((row) => row.facts.nullable)).toEqual([true, false, undefined, false]);
  });

  it("may name control information without its @, which is no name of a property", () => {
    const table = ["## Properties", "|Property|Type|Description|", "|:---|:---|:---|"];
    const page = read(...head, ...table, "|odata.type|String|What it is.|", "|odata|String|A word.|");
    expect(rows(page.types[0]?.properties)).toEqual(["8:2 @odata.type: String", "9:2 odata: String"]);
  });

  it("may stand under a heading that begins with the type's name", () => {
    expect(properties("## run Properties", "|Property|Type|", "|-|-|", "|id|String|")).toEqual([
      "8:2 id: String",
    ]);
  });

  it("has neither a type column under another heading nor members for properties", () => {
    expect(properties("## Remarks", "|Property|Type|", "|-|-|", "|id|String|")).toEqual([]);
    expect(properties("## Properties", "|Value|Description|", "|-|-|", "|a|One.|")).toEqual([]);
  });
});
