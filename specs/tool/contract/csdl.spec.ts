import { describe, expect, it } from "vitest";
import type { Contract } from "../../../src/contract/contract.ts";
import { csdl } from "../../../src/contract/csdl/csdl.ts";
import { element, writeElement } from "../../../src/contract/csdl/xml-element.ts";
import { contractOf, typeRefOf } from "../../support/contract-of.ts";
import { declarations, elementsIn, mistakes, parse, readByOasis } from "../../support/csdl-checks.ts";
import { documentation } from "../../support/documentation.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";

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
    const container = elementsIn(root).find(({ name }) => name === "EntityContainer");
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
    const bound = elementsIn(root).filter(({ name }) => name === "Action" || name === "Function");
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
