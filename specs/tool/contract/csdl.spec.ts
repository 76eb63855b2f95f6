import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import ajvFormats from "ajv-formats";
import { xml2json } from "odata-csdl";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import type { Contract } from "../../../src/contract/contract.ts";
import { csdl } from "../../../src/contract/csdl/csdl.ts";
import { element, writeElement } from "../../../src/contract/csdl/xml-element.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { readFolders } from "../../../src/docs/read-folder.ts";
import { documentationOf } from "../../../src/exchange/judge-documentation.ts";
import { documentation } from "../../support/documentation.ts";
import { contractOf, typeRefOf } from "../contract-of.ts";
import { lifecycleContract } from "../lifecycle-contract.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** Reads XML by a parser that refuses what is not well-formed. */
function parse(xml: string): Element {
  const document: Element = { name: "", attributes: {}, children: [] };
  const open = [document];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return document;
}

function all(element: Element): Element[] {
  return [element, ...element.children.flatMap(all)];
}

/** The elements of a schema that have a name, by qualified name. */
function declarations(root: Element): Map<string, Element> {
  const schemas = all(root).filter(({ name }) => name === "Schema");
  return new Map(
    schemas.flatMap(({ attributes, children }) =>
      children
        .filter(({ name }) => /Type$/.test(name))
        .map((child): [string, Element] => [`${attributes.Namespace}.${child.attributes.Name}`, child]),
    ),
  );
}

/** What a document that is well-formed can still have wrong (OData CSDL 4.0, sections 5 to 13). */
function mistakes(xml: string): string[] {
  const root = parse(xml);
  const types = declarations(root);
  const resolve = (name = "") => types.get(name.replace(/^graph\./, "microsoft.graph."));
  const found: string[] = [];
  const names = all(root)
    .filter(({ name }) => name === "Schema")
    .flatMap(({ attributes, children }) =>
      children.map(({ name, attributes: own, children: inner }) => {
        const signature = inner
          .filter((child) => child.name === "Parameter")
          .map((parameter) => `${parameter.attributes.Name} ${parameter.attributes.Type}`);
        const overload = name === "Action" || name === "Function" ? ` ${name} ${signature.join()}` : "";
        return `${attributes.Namespace}.${own.Name}${overload}`;
      }),
    );
  found.push(...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `twice ${name}`));
  for (const element of all(root)) {
    const { name, attributes, children } = element;
    const members = children.map((child) => child.attributes.Name).filter((member) => member !== undefined);
    if (name !== "Schema" && new Set(members).size < members.length)
      found.push(`${name} ${attributes.Name} has a name twice`);
    const type = (attributes.Type ?? attributes.EntityType ?? attributes.BaseType)?.replace(
      /^Collection\((.*)\)$/,
      "$1",
    );
    if (type !== undefined && !type.startsWith("Edm.") && !resolve(type))
      found.push(`${type} is not declared`);
    const entity = resolve(type)?.name === "EntityType";
    if (name === "NavigationProperty" && !entity) found.push(`${attributes.Name} navigates to ${type}`);
    if (name === "Property" && entity) found.push(`${attributes.Name} holds the entity ${type}`);
    if ((name === "EntitySet" || name === "Singleton") && !entity)
      found.push(`${attributes.Name} is no entity`);
    if (attributes.BaseType !== undefined && resolve(type)?.name !== name)
      found.push(`${attributes.Name} has a base of another kind`);
    if (name === "EnumType" && children.length === 0) found.push(`${attributes.Name} has no member`);
    if (name === "Function" && !children.some((child) => child.name === "ReturnType"))
      found.push(`${attributes.Name} returns nothing`);
  }
  for (const [name, element] of types) {
    const bases: Element[] = [];
    let base = resolve(element.attributes.BaseType);
    while (base && bases.length < 50) {
      bases.push(base);
      base = resolve(base.attributes.BaseType);
    }
    if (bases.length === 50) found.push(`${name} is its own base`);
    const keys = [element, ...bases].filter((one) => one.children.some((child) => child.name === "Key"));
    if (element.name === "EntityType" && keys.length !== 1) found.push(`${name} has ${keys.length} keys`);
    const inherited = new Set(
      bases.flatMap(({ children }) => children.map((child) => child.attributes.Name)),
    );
    for (const { attributes } of element.children) {
      if (attributes.Name !== undefined && inherited.has(attributes.Name))
        found.push(`${name} inherits ${attributes.Name}`);
    }
  }
  return found;
}

/** The document as the OASIS committee's own reader has it, held to the schema of CSDL JSON. */
function readByOasis(xml: string): Record<string, unknown> {
  const messages: object[] = [];
  const json = xml2json(xml, { strict: true, messages });
  expect(messages).toEqual([]);
  expect(isCsdlJson(json), JSON.stringify(isCsdlJson.errors?.slice(0, 3))).toBe(true);
  return json;
}

const require = createRequire(import.meta.url);
const ajv = new Ajv({ strict: false });
ajvFormats.default(ajv);
const isCsdlJson = ajv.compile(require("odata-csdl/schemas/csdl.schema.json"));

describe("the CSDL of the lifecycle contract", () => {
  const xml = csdl(lifecycleContract());
  const types = declarations(parse(xml));
  const xmlOf = (name: string) => {
    const start = xml.indexOf(`Name="${name}"`);
    return xml.slice(xml.lastIndexOf("<", start), xml.indexOf("</", start));
  };

  it("has no mistake, and the reader of OASIS takes it", () => {
    expect(mistakes(xml)).toEqual([]);
    readByOasis(xml);
  });

  it("is the same text for the same contract", () => {
    expect(csdl(lifecycleContract())).toBe(xml);
  });

  it("tells entities from complex types", () => {
    const entities = [...types]
      .filter(([, { name }]) => name === "EntityType")
      .map(([name]) => name.slice(16));
    expect(entities).toEqual(["device", "entity", "run", "user"]);
    const complex = [...types]
      .filter(([, { name }]) => name === "ComplexType")
      .map(([name]) => name.slice(16));
    expect(complex).toEqual([
      "Json",
      "missing",
      "openThing",
      "pair",
      "partial",
      "runScope",
      "scope",
      "userScope",
    ]);
  });

  it("says key, base, abstract and open as the contract does", () => {
    expect(xml).toContain('<EntityType Name="entity" Abstract="true">');
    expect(xml).toContain('<PropertyRef Name="id" />');
    expect(xml).toContain('<Property Name="id" Type="Edm.String" Nullable="false" />');
    expect(xml).toContain('<EntityType Name="run" BaseType="graph.entity">');
    expect(xml).toContain('<ComplexType Name="userScope" BaseType="graph.scope">');
    expect(xml).toContain('<ComplexType Name="openThing" OpenType="true">');
    expect(xmlOf("run")).not.toContain('Name="id"');
  });

  it("says type, collection, null and length of properties, and what is a relationship", () => {
    const run = xmlOf("run");
    expect(run).toContain('<Property Name="failedTasksCount" Type="Edm.Int32" Nullable="false" />');
    expect(run).toContain('<Property Name="totalTasksCounts" Type="Edm.Int32" />');
    expect(run).toContain('<Property Name="notes" Type="Edm.String" MaxLength="5" />');
    expect(run).toContain('<Property Name="tags" Type="Collection(Edm.String)" />');
    expect(run).toContain('<Property Name="status" Type="graph.processingStatus" />');
    expect(run).toContain('<Property Name="state" Type="Edm.String" />');
    expect(run).toContain('<NavigationProperty Name="reprocessedRuns" Type="Collection(graph.run)" />');
    expect(run).toContain('<NavigationProperty Name="subject" Type="graph.user" />');
  });

  it("keeps the order of members, the sentinel before those that come on request", () => {
    expect(xmlOf("processingStatus").match(/Member Name="\w+" Value="\d+"/g)).toEqual([
      'Member Name="queued" Value="0"',
      'Member Name="completed" Value="1"',
      'Member Name="unknownFutureValue" Value="2"',
      'Member Name="skipped" Value="3"',
    ]);
  });

  it("gives the members that go together a bit each, and others none", () => {
    expect(xmlOf("taskCategory")).toContain('IsFlags="true"');
    expect(xmlOf("taskCategory").match(/Value="\d+"/g)).toEqual(['Value="1"', 'Value="2"', 'Value="4"']);
    expect(xmlOf("processingStatus")).not.toContain("IsFlags");
  });
});

describe("the CSDL of a contract", () => {
  it("leaves out what cannot be declared, and declares what is only named", () => {
    const contract = contractOf({
      types: {
        odd: {
          properties: {
            "@odata.etag": "Edm.String",
            "a-b": "Edm.String",
            "<b>": "Edm.String",
            good: "Edm.String",
            anything: "Json",
            prose: "a collection of strings",
            elsewhere: "microsoft.graph.other.thing",
            photo: "Collection(Edm.Stream)",
            empty: "nothing",
          },
        },
        "not a name": { properties: { id: "Edm.String" } },
      },
      enums: { nothing: [], odd2: ["a b", "fine"] },
    });
    const xml = csdl(contract);
    expect(mistakes(xml)).toEqual([]);
    readByOasis(xml);
    expect(xml).toContain('<Property Name="good" Type="Edm.String" />');
    expect(xml).toContain('<Property Name="anything" Type="graph.Json" />');
    expect(xml).toContain('<Property Name="prose" Type="graph.Json" />');
    expect(xml).toContain('<Property Name="elsewhere" Type="microsoft.graph.other.thing" />');
    expect(xml).toContain('<ComplexType Name="thing" OpenType="true" />');
    expect(xml).toContain('<Property Name="photo" Type="Collection(graph.Json)" />');
    expect(xml).toContain('<Property Name="empty" Type="Edm.String" />');
    expect(xml.match(/<Member .*\/>/g)).toEqual(['<Member Name="fine" Value="0" />']);
    expect(xml).not.toMatch(/a-b|not a name|@odata|<b>/);
  });

  it("breaks a circle of base types, and gives a keyless entity Graph's own", () => {
    const xml = csdl(
      contractOf({
        types: {
          a: { base: "b", properties: { leaf: { type: "leaf", navigation: true } } },
          b: { base: "a", properties: {} },
          leaf: { properties: { name: "Edm.String" } },
        },
      }),
    );
    expect(mistakes(xml)).toEqual([]);
    expect(xml).toContain('<EntityType Name="leaf" BaseType="graph.entity">');
    expect(xml.match(/<ComplexType Name="(a|b)"[^>]*>/g)).toEqual([
      '<ComplexType Name="a">',
      '<ComplexType Name="b" BaseType="graph.a" />',
    ]);
  });

  it("has a schema for each namespace, Graph's first", () => {
    const xml = csdl(
      contractOf({
        types: { "microsoft.graph.a.x": {}, "microsoft.graph.z": {}, "microsoft.graph.b.y": {} },
      }),
    );
    expect(
      [...xml.matchAll(/Schema Namespace="([^"]+)"( Alias="graph")?/g)].map(([, name, alias]) => [
        name,
        alias,
      ]),
    ).toEqual([
      ["microsoft.graph", ' Alias="graph"'],
      ["microsoft.graph.a", undefined],
      ["microsoft.graph.b", undefined],
    ]);
  });
});

describe("the paths of a contract", () => {
  const types = contractOf({
    types: {
      run: {
        keyProperty: "id",
        properties: {
          id: "Edm.String",
          tasks: { type: "Collection(task)", navigation: true },
          owner: { type: "user", navigation: true },
        },
      },
      task: { keyProperty: "id", properties: { id: "Edm.String" } },
      user: { keyProperty: "id", properties: { id: "Edm.String" } },
      runSummary: { properties: { count: "Edm.Int32" } },
      label: { properties: { id: "Edm.String" } },
      settings: { properties: { id: "Edm.String" } },
    },
  });
  const returns = (expression: string) => [
    { status: 200, body: typeRefOf(types, expression), location: { file: "api/a.md", line: 1, column: 1 } },
  ];
  const operations: [string, string, string, string?][] = [
    ["GET", "/users", "List users", "Collection(user)"],
    ["GET", "/users/{id}", "Get user", "user"],
    ["GET", "/Runs/{id}", "Get run", "run"],
    ["GET", "/runs/{id}/tasks/{id}", "Get task", "task"],
    ["POST", "/runs/{id}/tasks", "Create task", "task"],
    ["DELETE", "/runs/{id}/owner/$ref", "Remove owner"],
    ["POST", "/runs/{id}/restart", "run: restart"],
    ["POST", "/runs/{id}/cancelall", "run: cancelAll"],
    ["GET", "/runs/summary(from={from},to={to})", "run: summary", "runSummary"],
    ["GET", "/runs/delta", "run: delta", "Collection(run)"],
    ["GET", "/runs/{id}/labels/{id}", "Get label", "label"],
    // A type has the first name already; the second is mostly an action.
    ["POST", "/runs/{id}/label", "run: label"],
    ["POST", "/users/{id}/retry", "user: retry"],
    ["POST", "/runs/{id}/retry", "run: retry"],
    ["GET", "/runs/{id}/tasks/{id}/retry", "task: retry"],
    ["GET", "/me", "Get me", "user"],
    ["GET", "/reports/nothing", "Get nothing"],
  ];
  const contract: Contract = {
    ...types,
    operations: contractOf({
      operations: operations.map(([method, path, title, body]) => ({
        method,
        path,
        title,
        responses: body ? returns(body) : [],
      })),
    }).operations,
  };
  const xml = csdl(contract);
  const root = parse(xml);

  it("make a document without mistakes", () => {
    expect(mistakes(xml)).toEqual([]);
    readByOasis(xml);
  });

  it("are entity sets where a key follows, else singletons, in the usual letter case", () => {
    const container = all(root).find(({ name }) => name === "EntityContainer");
    expect(container?.attributes.Name).toBe("GraphService");
    expect(container?.children.map(({ name, attributes }) => [name, ...Object.values(attributes)])).toEqual([
      ["Singleton", "me", "microsoft.graph.user"],
      ["Singleton", "reports", "microsoft.graph.reports"],
      ["EntitySet", "runs", "microsoft.graph.run"],
      ["EntitySet", "users", "microsoft.graph.user"],
    ]);
  });

  it("show which relationships contain what they lead to, and which only refer to it", () => {
    expect(xml).toContain(
      '<NavigationProperty Name="tasks" Type="Collection(graph.task)" ContainsTarget="true" />',
    );
    expect(xml).toContain('<NavigationProperty Name="owner" Type="graph.user" />');
  });

  it("make an entity of what is returned by its key, and of nothing that only has an id", () => {
    expect(xml).toContain('<EntityType Name="label">');
    expect(xml).toContain('<ComplexType Name="settings">');
  });

  it("bind actions and functions to what comes before them, spelt as in the title", () => {
    const bound = all(root).filter(({ name }) => name === "Action" || name === "Function");
    expect(
      bound.map(({ name, attributes, children }) => [
        name,
        attributes.Name,
        ...children.map((child) => child.attributes.Type),
      ]),
    ).toEqual([
      ["Action", "cancelAll", "graph.run"],
      ["Action", "restart", "graph.run"],
      ["Action", "retry", "graph.run"],
      ["Action", "retry", "graph.user"],
      ["Function", "delta", "Collection(graph.run)", "Collection(graph.run)"],
      ["Function", "summary", "Collection(graph.run)", "Edm.String", "Edm.String", "graph.runSummary"],
    ]);
  });
});

describe("the CSDL of the documentation that is shipped", () => {
  it.each(["v1.0", "beta"] as const)("has no mistake in %s, and the reader of OASIS takes it", (version) => {
    const xml = csdl(documentation.contract(version));
    expect(mistakes(xml)).toEqual([]);
    readByOasis(xml);
  });

  it("binds the actions of lifecycle workflows", () => {
    const xml = csdl(documentation.contract("v1.0"));
    expect(xml).toContain('<Action Name="activateWithScope" IsBound="true">');
    expect(xml).toContain(
      '<Parameter Name="bindingParameter" Type="microsoft.graph.identityGovernance.workflow" />',
    );
  });
});

describe("an XML element", () => {
  it("has its attributes escaped, so that a reader gets back what was written", () => {
    const value = "<a & b> \"c\" 'd'\t\r\n é 😀";
    const xml = writeElement(element("a", { value, absent: undefined }));
    expect(parse(xml).children[0]?.attributes).toEqual({ value });
  });

  it("has no character that XML does not have", () => {
    const xml = writeElement(element("a", { value: "a\u0000b\ud800c\uffffd" }));
    expect(parse(xml).children[0]?.attributes).toEqual({ value: "a\ufffdb\ufffdc\ufffdd" });
  });
});

describe("a check for mistakes", () => {
  const xml = csdl(lifecycleContract());

  it.each([
    [
      "a type that is not declared",
      'Type="graph.scope"',
      'Type="graph.scopes"',
      "graph.scopes is not declared",
    ],
    [
      "a relationship to a complex type",
      '"Collection(graph.run)"',
      '"Collection(graph.pair)"',
      "reprocessedRuns navigates to graph.pair",
    ],
    ["an entity without a key", "<Key>", "<Keys>", "microsoft.graph.entity has 0 keys"],
    ["a name twice", 'Name="wait"', 'Name="size"', "EntityType run has a name twice"],
  ])("finds %s", (_what, right, wrong, mistake) => {
    expect(
      mistakes(xml.replace(right, wrong).replace(right.replace("<", "</"), wrong.replace("<", "</"))),
    ).toContain(mistake);
  });

  it("finds what is not well-formed", () => {
    expect(() => mistakes(xml.replace("</Schema>", ""))).toThrow();
  });
});

const corpus = "../shared/corpus/graph-v1.0-2021-07";
const metadata = "../shared/metadata/v1.0-2026-08.csdl";

describe.skipIf(!existsSync(corpus))("the CSDL of a corpus of 3,341 pages", () => {
  let xml = "";

  beforeAll(async () => {
    xml = csdl(documentationOf(folderOf(await readFolders([corpus]))).contract("v1.0"));
  }, 60_000);

  it("has no mistake, and the reader of OASIS takes it", () => {
    expect(mistakes(xml)).toEqual([]);
    readByOasis(xml);
  });

  it.skipIf(!existsSync(metadata))(
    "agrees with Graph's own metadata of five years later on what is what",
    () => {
      const own = declarations(parse(xml));
      const theirs = declarations(parse(readFileSync(metadata, "utf8")));
      const both = [...own].filter(([name]) => theirs.has(name));
      const otherKind = both.filter(([name, { name: kind }]) => theirs.get(name)?.name !== kind);
      expect(both.length).toBeGreaterThan(1200);
      expect(otherKind.length / both.length).toBeLessThan(0.03);
      const members = both.flatMap(([name, element]) =>
        element.children.flatMap((child) => {
          const same = theirs
            .get(name)
            ?.children.find(({ attributes }) => attributes.Name === child.attributes.Name);
          return child.attributes.Name !== undefined && same
            ? [child.attributes.Type === same.attributes.Type]
            : [];
        }),
      );
      expect(members.length).toBeGreaterThan(5000);
      expect(members.filter((agrees) => !agrees).length / members.length).toBeLessThan(0.04);
    },
  );
});
