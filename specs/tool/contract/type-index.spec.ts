import { describe, expect, it } from "vitest";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";

interface Declared {
  readonly name: string;
  readonly namespace?: string;
  readonly title?: string;
  readonly file?: string;
}

/** What a type cell of a page in `microsoft.graph.x` means: `kind name[]`. */
function meaning(cell: string, declared: readonly Declared[] = [], description = ""): string {
  const pages = declared.map(({ name, namespace = "microsoft.graph", title = name, file = name }, at) =>
    readPage(
      [
        `# ${title} resource type`,
        `Namespace: ${namespace}`,
        "## Properties\n|Property|Type|\n|-|-|\n|id|String|",
        "## JSON representation",
        `<!-- { "blockType": "resource", "@odata.type": "${namespace}.${name}" } -->`,
        '```json\n{ "id": "String" }\n```',
      ].join("\n\n"),
      { file: `v1.0/resources/${at}/${file}.md`, version: "v1.0" },
    ),
  );
  const holder = readPage(
    `# holder resource type\n\nNamespace: microsoft.graph.x\n\n## Properties\n|Property|Type|Description|\n|-|-|-|\n|a|${cell}|${description}|\n`,
    { file: "v1.0/resources/holder.md", version: "v1.0" },
  );
  const { types } = deriveContract(folderOf([...pages, holder]), "v1.0");
  const type = types["microsoft.graph.x.holder"]?.properties.find(({ name }) => name === "a")?.type;
  return type ? `${type.kind} ${type.name}${type.collection ? "[]" : ""}` : "nothing";
}

describe("a qualified name", () => {
  it("is taken as written, whatever its letter case", () => {
    const part = [{ name: "part", namespace: "microsoft.graph.y" }, { name: "part" }];
    expect(meaning("microsoft.graph.y.part", part)).toBe("type microsoft.graph.y.part");
    expect(meaning("#Microsoft.Graph.Part", part)).toBe("type microsoft.graph.part");
    expect(meaning("Collection(microsoft.graph.y.part)", part)).toBe("type microsoft.graph.y.part[]");
  });

  it("may leave out microsoft.graph", () => {
    const part = [{ name: "part", namespace: "microsoft.graph.y" }];
    expect(meaning("y.part", part)).toBe("type microsoft.graph.y.part");
  });

  it("is never found in another namespace", () => {
    const part = [{ name: "part", namespace: "microsoft.graph.y" }];
    expect(meaning("microsoft.graph.part", part)).toBe("unknown microsoft.graph.part");
    expect(meaning("microsoft.graph.z.part", part)).toBe("unknown microsoft.graph.z.part");
  });
});

describe("a bare name", () => {
  const inX = { name: "part", namespace: "microsoft.graph.x" };
  const inY = { name: "part", namespace: "microsoft.graph.y" };
  const inZ = { name: "part", namespace: "microsoft.graph.z" };
  const inGraph = { name: "part" };

  it("is looked for in the page's namespace, then in microsoft.graph", () => {
    expect(meaning("part", [inGraph, inX])).toBe("type microsoft.graph.x.part");
    expect(meaning("part", [inY, inGraph])).toBe("type microsoft.graph.part");
    expect(meaning("Part", [inY, inGraph])).toBe("type microsoft.graph.part");
  });

  it("is looked for anywhere, and means nothing where two other namespaces have it", () => {
    expect(meaning("part", [inY])).toBe("type microsoft.graph.y.part");
    expect(meaning("part", [inY, inZ])).toBe("unknown part");
  });

  it("is the one of the page that it links to, where two other namespaces have it", () => {
    expect(meaning("[part](1/part.md)", [inY, inZ])).toBe("type microsoft.graph.z.part");
    expect(meaning("[part](7/part.md)", [inY, inZ])).toBe("unknown part");
  });

  it("may be a plural", () => {
    expect(meaning("parts", [inGraph])).toBe("type microsoft.graph.part");
    expect(meaning("partses", [inGraph])).toBe("unknown partses");
    expect(meaning("parts", [inGraph, { name: "parts" }])).toBe("type microsoft.graph.parts");
  });

  it("is unknown when no page declares it, and kept as written", () => {
    expect(meaning("Part")).toBe("unknown Part");
    expect(meaning("part collection")).toBe("unknown part[]");
  });
});

describe("a link", () => {
  const task = { name: "taskResult" };
  const range = { name: "workbookRange", title: "Range", file: "range" };

  it("leads to the type whose name its text writes in the plural, or in words", () => {
    expect(meaning("[taskResults](0/taskresult.md)", [task])).toBe("type microsoft.graph.taskResult");
    expect(meaning("[task result](0/taskResult.md)", [task])).toBe("type microsoft.graph.taskResult");
    expect(meaning("[the results of it](0/taskResult.md) collection", [task])).toBe(
      "type microsoft.graph.taskResult[]",
    );
  });

  it("leads to the type of the page whose title begins with the text", () => {
    expect(meaning("[Range](0/range.md)", [range])).toBe("type microsoft.graph.workbookRange");
    expect(meaning("[cells](0/range.md)", [range])).toBe("unknown cells");
  });

  it("counts less than its text, when that names a type", () => {
    expect(meaning("[taskResult](1/range.md)", [task, range])).toBe("type microsoft.graph.taskResult");
    expect(meaning("[taskReport](0/taskResult.md)", [task])).toBe("unknown taskReport");
  });

  it("to nowhere leads to nothing", () => {
    expect(meaning("[the results of it](0/other.md)", [task])).toBe("unknown the results of it");
    expect(meaning("[the results of it](https://example.org/taskResult.md)", [task])).toBe(
      "unknown the results of it",
    );
  });
});

describe("a collection", () => {
  it.each(["site collection", "[site](0/site.md) collection", "Collection(site)", "collection of site"])(
    "is what %s says",
    (cell) => {
      expect(meaning(cell, [{ name: "site" }])).toBe("type microsoft.graph.site[]");
    },
  );

  it("is not what siteCollection says: that is a type's name", () => {
    const types = [{ name: "site" }, { name: "siteCollection" }];
    expect(meaning("siteCollection", types)).toBe("type microsoft.graph.siteCollection");
    expect(meaning("[siteCollection](1/siteCollection.md) collection", types)).toBe(
      "type microsoft.graph.siteCollection[]",
    );
    expect(meaning("siteCollection", [{ name: "site" }])).toBe("unknown siteCollection");
  });
});

describe("a primitive", () => {
  it.each([
    ["Edm.Int32", "Edm.Int32"],
    ["edm.string", "Edm.String"],
    ["string", "Edm.String"],
    ["`Edm.Int64`", "Edm.Int64"],
    ["Integer", "Edm.Int32"],
    ["long", "Edm.Int64"],
    ["bool", "Edm.Boolean"],
    ["DateTime", "Edm.DateTimeOffset"],
    ["Timestamp", "Edm.DateTimeOffset"],
    ["timeOfDay", "Edm.TimeOfDay"],
    ["number", "Edm.Double"],
    ["float", "Edm.Single"],
    ["GUID", "Edm.Guid"],
    ["Bytes", "Edm.Binary"],
    ["Stream", "Edm.Stream"],
  ])("may be spelled %s", (written, name) => {
    expect(meaning(written)).toBe(`primitive ${name}`);
  });

  it.each(["String collection", "Collection(Edm.String)", "String[]", "Collection(String)"])(
    "may come as %s",
    (written) => {
      expect(meaning(written)).toBe("primitive Edm.String[]");
    },
  );

  it("is not every name of a value, nor a type that only begins like one", () => {
    expect(meaning("text")).toBe("unknown text");
    expect(meaning("stringSet", [{ name: "stringSet" }])).toBe("type microsoft.graph.stringSet");
  });

  it("comes before a type of the same name", () => {
    expect(meaning("date", [{ name: "date" }])).toBe("primitive Edm.Date");
  });
});

describe("an enum", () => {
  it("is found when a row lists its members, and is else unknown", () => {
    expect(meaning("runState", [], "Possible values are: `a`, `b`.")).toBe("enum microsoft.graph.x.runState");
    expect(meaning("runState", [], "A state.")).toBe("unknown runState");
  });

  it("is a type when a page declares the name as one", () => {
    expect(meaning("runState", [{ name: "runState" }], "Possible values are: `a`, `b`.")).toBe(
      "type microsoft.graph.runState",
    );
  });
});
