import { describe, expect, it } from "vitest";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import type { GraphVersion, Page } from "../../../src/docs/page.ts";
import { readPage } from "../../../src/docs/read-page.ts";

function resource(name: string, version: GraphVersion, ...rows: readonly string[]): Page {
  const table = `|Property|Type|Description|\n|-|-|-|\n${rows.join("\n")}`;
  return readPage(`# ${name} resource type\n\n## Properties\n${table}\n`, {
    file: `${version}/resources/${name}.md`,
    version,
  });
}

function api(name: string, version: GraphVersion): Page {
  return readPage(`# ${name}\n\n## HTTP request\n\`\`\`http\nGET /${name}\n\`\`\`\n`, {
    file: `${version}/api/${name}.md`,
    version,
  });
}

const state = "|state|runState|Possible values are: `a`, `b`.|";

describe("a contract", () => {
  const pages = () => [
    api("tasks", "v1.0"),
    resource("task", "v1.0", "|id|String|The key.|", "|run|[run](run.md)|Its run.|"),
    resource("run", "v1.0", state, "|level|level|Possible values are: `x`, `y`.|"),
    api("runs", "v1.0"),
  ];

  it("is the same text for the same pages", () => {
    const text = () => JSON.stringify(deriveContract(folderOf(pages()), "v1.0"));
    expect(text()).toBe(text());
    const other = JSON.stringify(deriveContract(folderOf(pages().slice(1)), "v1.0"));
    expect(other).not.toBe(text());
  });

  it("is plain data: nothing is lost on the way through JSON", () => {
    const contract = deriveContract(folderOf(pages()), "v1.0");
    expect(JSON.parse(JSON.stringify(contract))).toStrictEqual(contract);
  });

  it("sorts types and enums by name; operations stand in the order of the pages", () => {
    const contract = deriveContract(folderOf(pages()), "v1.0");
    expect(Object.keys(contract.types)).toEqual(["microsoft.graph.run", "microsoft.graph.task"]);
    expect(Object.keys(contract.enums)).toEqual(["microsoft.graph.level", "microsoft.graph.runState"]);
    expect(contract.operations.map(({ id }) => id)).toEqual(["GET /tasks", "GET /runs"]);
  });

  it("has the same types and enums whatever the order of the pages", () => {
    const forth = deriveContract(folderOf(pages()), "v1.0");
    const back = deriveContract(folderOf(pages().reverse()), "v1.0");
    expect(JSON.stringify([back.types, back.enums])).toBe(JSON.stringify([forth.types, forth.enums]));
    expect(back.operations.map(({ id }) => id)).toEqual(["GET /runs", "GET /tasks"]);
  });

  it("of no page is empty", () => {
    const empty = { version: "v1.0", types: {}, enums: {}, operations: [], examples: [] };
    expect(deriveContract(folderOf([]), "v1.0")).toEqual(empty);
  });
});

describe("the versions of a documentation", () => {
  const folder = folderOf([
    resource("run", "v1.0", "|id|String|The key.|", "|state|runState|A state.|", "|next|[task](task.md)||"),
    resource("run", "beta", "|id|String|The key.|", state, "|extra|String|More.|"),
    resource("task", "beta", "|id|String|The key.|"),
    api("runs", "beta"),
  ]);
  const shown = (version: GraphVersion) =>
    Object.values(deriveContract(folder, version).types).map(
      ({ name, properties }) =>
        `${name}: ${properties.map((property) => `${property.name} ${property.type.kind}`).join(", ")}`,
    );

  it("each have what their own pages declare", () => {
    expect(shown("beta")).toEqual([
      "microsoft.graph.run: id primitive, state enum, extra primitive",
      "microsoft.graph.task: id primitive",
    ]);
  });

  it("lend each other no type, property, enum or operation", () => {
    expect(shown("v1.0")).toEqual(["microsoft.graph.run: id primitive, state unknown, next unknown"]);
    const { enums, operations } = deriveContract(folder, "v1.0");
    expect(enums).toEqual({});
    expect(operations).toEqual([]);
  });

  it("lend nothing through a link to the page of the other version", () => {
    const linking = resource("holder", "v1.0", "|run|[task](../../beta/resources/task.md)|A task.|");
    const task = resource("task", "beta", "|id|String|The key.|");
    const { types } = deriveContract(folderOf([linking, task]), "v1.0");
    expect(types["microsoft.graph.holder"]?.properties[0]?.type).toEqual({
      kind: "unknown",
      name: "task",
      collection: false,
    });
  });

  it("lend no base type", () => {
    const base = resource("base", "beta", "|name|String|A name.|");
    const run = readPage(
      "# run resource type\n\nInherits from [base](base.md).\n\n## Properties\n|Property|Type|\n|-|-|\n|id|String|\n",
      { file: "v1.0/resources/run.md", version: "v1.0" },
    );
    const { types } = deriveContract(folderOf([base, run]), "v1.0");
    expect(types["microsoft.graph.run"]).toMatchObject({ base: "base", complete: false });
    expect(types["microsoft.graph.run"]?.properties.map(({ name }) => name)).toEqual(["id"]);
  });
});
