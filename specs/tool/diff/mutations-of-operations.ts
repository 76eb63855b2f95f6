import type { Contract, Operation, Property, TypeRef } from "../../../src/contract/contract.ts";
import { operationId } from "../../../src/contract/path/match-operation.ts";
import type { Shown } from "../../../src/contract/shown.ts";
import { at, type Mutation, ofContract, ofOperation, ofParameter, primitive, quince } from "./mutation.ts";

const operation = (method: string, path: string): Operation => ({
  id: operationId(method, path),
  method,
  path,
  title: "Quince",
  file: at.file,
  queryOptions: { kind: "unsaid" },
  requestHeaders: [],
  parameters: [],
  permissions: [],
  clouds: [],
  responses: [],
  location: at,
});
const documenting = (...operations: readonly Operation[]): Partial<Contract> => ({ operations });
const shown = (part: Partial<Shown>): Shown => ({ operations: {}, types: {}, strays: [], ...part });
const shownOf = (part: Partial<Shown["operations"][string]>): Partial<Contract> => ({
  ...documenting(tree),
  shown: shown({
    operations: { [tree.id.toLowerCase()]: { mediaTypes: [], errorCodes: [], statuses: [], ...part } },
  }),
});
const tree = operation("GET", "/quinces/{id}");
const update = operation("PATCH", "/quinces/{id}");
const answering = (status: number): Operation => ({ ...tree, responses: [{ status, location: at }] });

const parameters = (...parameters: Operation["parameters"]) => ({ parameters });
const named = (name: string) => parameters({ ...quince, name });
const required = { ...quince, required: true };
const options = (kind: Operation["queryOptions"]["kind"], ...names: string[]): Partial<Operation> => ({
  queryOptions:
    kind === "listed" || kind === "all" ? { kind, options: names, location: at } : { kind, location: at },
});
const headers = (...all: (Partial<Operation["requestHeaders"][number]> & { name: string })[]) => ({
  requestHeaders: all.map((header) => ({ required: false, ...header, location: at })),
});
const rows = (permissions: readonly string[], together?: readonly string[]): Partial<Operation> => ({
  permissions: [{ scheme: "application", permissions, ...(together ? { together } : {}), location: at }],
});
const [read, write, all] = ["Quince.Read", "Quince.ReadWrite", "Fruit.Read.All"];
const clouds = (...available: readonly boolean[]): Partial<Operation> => ({
  clouds: available.map((one) => ({ name: "china", available: one })),
});
const statuses = (...all: readonly number[]): Partial<Operation> => ({
  responses: all.map((status) => ({ status, location: at })),
});
const body = (type?: TypeRef): Partial<Operation> => ({
  responses: [{ status: 200, ...(type ? { body: type } : {}), location: at }],
});
const sent = (requestBody: TypeRef): Partial<Operation> => ({ requestBody });
const kind: TypeRef = { kind: "enum", name: "microsoft.graph.fruitKind", collection: false };
const listed = (...members: readonly string[]) => ({ members, onRequest: [], multiValued: false });
const created: TypeRef = { kind: "type", name: "microsoft.graph.grove", collection: false };
const create: Operation = {
  ...operation("POST", "/groves"),
  ...parameters(required),
  responses: [{ status: 201, body: created, location: at }],
};
const grove = (property: Property): Partial<Contract> => ({
  types: {
    [created.name]: {
      name: created.name,
      abstract: false,
      open: false,
      properties: [property],
      complete: true,
      location: at,
    },
  },
  ...documenting(create),
});
const withheld = [{ name: "quince", sentence: "", location: at }];

/** What changes in the type of what comes, of what is sent, and of a parameter. */
function ofTypes(area: string, make: (there: string, back: string, old: TypeRef, next: TypeRef) => Mutation) {
  const row = (there: string, back: string, old: TypeRef, next: TypeRef) =>
    make(`${area}/${there}`, `${area}/${back}`, old, next);
  return [
    row("type-sharpened", "type-blurred", primitive("String"), kind),
    row("type-widened", "type-narrowed", primitive("Int32"), primitive("Int64")),
    row("type-changed", "type-changed", primitive("Int32"), primitive("Boolean")),
    row("collection", "single", primitive("Int32"), primitive("Int32", true)),
  ];
}

/** What changes in the paths and operations of a contract. */
export const mutationsOfOperations = [
  ofContract("path/added", "path/removed", "/quinces/{}", {}, documenting(tree)),
  ofContract(
    "path/alias-removed",
    "path/added",
    "/quinces/rows/trees/{}",
    documenting(operation("GET", "/quinces/rows/trees/{id}"), operation("GET", "/quinces/trees/{id}")),
    documenting(operation("GET", "/quinces/trees/{id}")),
  ),
  ofContract(
    "path/moved",
    "path/moved",
    "/rows/quinces/{}/tree",
    documenting(operation("GET", "/quinces/{id}/tree")),
    documenting(operation("GET", "/rows/quinces/{id}/tree")),
  ),
  ofContract(
    "path/mended",
    "path/moved",
    "/rows/quinces/{}/tree",
    {
      ...documenting(operation("GET", "/quinces/{id}/tree")),
      shown: shown({ strays: [{ method: "GET", path: "/rows/quinces/1/tree" }] }),
    },
    documenting(operation("GET", "/rows/quinces/{id}/tree")),
  ),
  ofContract(
    "path/respelt",
    "path/respelt",
    "/Quinces/{}",
    documenting(tree),
    documenting(operation("GET", "/Quinces/{key}")),
  ),
  ofContract(
    "operation/added",
    "operation/removed",
    "PUT /quinces/{}",
    documenting(tree),
    documenting(tree, operation("PUT", "/quinces/{id}")),
  ),
  ofContract(
    "example/media-type-added",
    "example/media-type-removed",
    "GET /quinces/{}",
    shownOf({ mediaTypes: ["application/json"] }),
    shownOf({ mediaTypes: ["application/json", "text/csv"] }),
  ),
  ofContract(
    "example/error-code-added",
    "example/error-code-removed",
    "GET /quinces/{}",
    shownOf({}),
    shownOf({ errorCodes: ["notRipe"] }),
  ),
  ofContract(
    "status/mended",
    "status/changed",
    "GET /quinces/{}",
    { ...shownOf({ statuses: [201] }), ...documenting(answering(200)) },
    documenting(answering(201)),
  ),
  ofContract(
    "parameter/added",
    "parameter/removed",
    "GET /quinces/{}",
    documenting(tree),
    documenting({ ...tree, ...parameters(quince) }),
  ),
  ofContract(
    "parameter/required-added",
    "parameter/required-removed",
    "GET /quinces/{}",
    documenting(tree),
    documenting({ ...tree, ...parameters(required) }),
  ),
  ofContract(
    "parameter/listed",
    "parameter/unlisted",
    "PATCH /quinces/{}",
    documenting(update),
    documenting({ ...update, ...parameters(quince) }),
  ),
  ofContract(
    "parameter/listed-required",
    "parameter/unlisted",
    "PATCH /quinces/{}",
    documenting(update),
    documenting({ ...update, ...parameters(required) }),
  ),
  ofOperation(["parameter/respelt", "parameter/respelt", named("quinceTree"), named("quincetree")]),
  ofOperation(["parameter/renamed", "parameter/renamed", named("quinceTree"), named("quinceTrees")]),
  ofParameter([
    "parameter/type-without-value",
    "parameter/type-blurred",
    {
      type: primitive("String"),
      values: listed("sweet", "sour", "bitter"),
    },
    { type: kind },
  ]),
  ofParameter([
    "member/accepted",
    "member/removed",
    { type: primitive("String"), values: listed("sweet", "sour") },
    { type: primitive("String"), values: listed("sweet", "sour", "bitter") },
  ]),
  ofParameter(["range/accepted", "range/narrowed", { range: { maximum: 5 } }, { range: { maximum: 9 } }]),
  ofParameter([
    "max-length/accepted",
    "max-length/narrowed",
    { range: { maxLength: 5 } },
    { range: { maxLength: 9 } },
  ]),
  ofParameter(["nullability/accepted", "nullability/never-null", { nullable: false }, { nullable: true }]),
  ...(
    [
      ["now-required", tree],
      ["said-required", update],
    ] as const
  ).map(([rule, operation]) =>
    ofContract(
      `parameter/${rule}`,
      "parameter/now-optional",
      `${operation.method} /quinces/{}`,
      documenting({ ...operation, ...parameters(quince) }),
      documenting({ ...operation, ...parameters(required) }),
    ),
  ),
  ofContract("property/said-required", "property/now-optional", created.name, grove(quince), grove(required)),
  ...ofTypes("parameter", (there, back, old, next) =>
    ofParameter([there, back, { type: old }, { type: next }]),
  ),
  ofOperation([
    "query-options/stated",
    "query-options/unstated",
    options("unsaid"),
    options("listed", "$top"),
  ]),
  ofOperation(["query-options/allowed", "query-options/refused", options("none"), options("listed", "$top")]),
  ofOperation([
    "query-options/listed",
    "query-options/generalised",
    options("all"),
    options("listed", "$top"),
  ]),
  ofOperation([
    "query-option/named",
    "query-option/unnamed",
    options("all", "$top"),
    options("all", "$top", "$select"),
  ]),
  ofOperation([
    "query-option/added",
    "query-option/removed",
    options("listed", "$top"),
    options("listed", "$top", "$select"),
  ]),
  ofOperation([
    "default/withheld-unproven",
    "default/given",
    { notByDefault: [] },
    { notByDefault: withheld },
  ]),
  ofOperation([
    "header/common-stated",
    "header/common-unstated",
    headers(),
    headers({ name: "Authorization" }),
  ]),
  ofOperation([
    "header/common-now-required",
    "header/common-now-optional",
    headers({ name: "Authorization" }),
    headers({ name: "Authorization", required: true }),
  ]),
  ofOperation(["header/added", "header/removed", headers(), headers({ name: "If-Match" })]),
  ofOperation([
    "header/required-added",
    "header/required-removed",
    headers(),
    headers({ name: "If-Match", required: true }),
  ]),
  ofOperation([
    "header/now-required",
    "header/now-optional",
    headers({ name: "If-Match" }),
    headers({ name: "if-match", required: true }),
  ]),
  ofOperation([
    "header/required-with-option",
    "header/not-required-with-option",
    headers({ name: "ConsistencyLevel" }),
    headers({ name: "ConsistencyLevel", requiredWith: ["$search"] }),
  ]),
  ofOperation([
    "header/value-stated",
    "header/value-unstated",
    headers({ name: "Prefer" }),
    headers({ name: "Prefer", value: "return=minimal" }),
  ]),
  ofOperation([
    "header/value-changed",
    "header/value-changed",
    headers({ name: "Prefer", value: "return=representation" }),
    headers({ name: "Prefer", value: "return=minimal" }),
  ]),
  ofOperation(["permission/stated", "permission/unstated", { permissions: [] }, rows([read])]),
  ofOperation(["permission/supported", "permission/not-supported", rows([]), rows([read])]),
  ofOperation(["permission/added", "permission/removed", rows([read]), rows([read, write])]),
  ofOperation([
    "permission/respelt",
    "permission/respelt",
    rows([read, write]),
    rows([read, "Quince.Readwrite"]),
  ]),
  ofOperation([
    "permission/now-in-addition",
    "permission/now-alone",
    rows([read, all]),
    rows([read, all], [all]),
  ]),
  ofOperation(["permission/addition-dropped", "permission/added", rows([read, all], [all]), rows([read])]),
  ofOperation(["permission/least-raised", "permission/least-lowered", rows([read, write]), rows([write])]),
  ofOperation([
    "permission/least-reordered",
    "permission/least-reordered",
    rows([read, all]),
    rows([all, read]),
  ]),
  ofOperation(["cloud/available", "cloud/not-available", clouds(false), clouds(true)]),
  ofOperation(["cloud/stated", "cloud/unstated", clouds(), clouds(true)]),
  ofOperation(["status/changed", "status/changed", statuses(200), statuses(201)]),
  ofOperation(["status/success-added", "status/success-removed", statuses(200), statuses(200, 202)]),
  ofOperation(["status/added", "status/removed", statuses(200), statuses(200, 404)]),
  ofOperation(["body/stated", "body/unstated", body(), body(kind)]),
  ...ofTypes("body", (there, back, old, next) => ofOperation([there, back, body(old), body(next)])),
  ofOperation(["request-body/stated", "request-body/unstated", {}, sent(kind)]),
  ...ofTypes("request-body", (there, back, old, next) => ofOperation([there, back, sent(old), sent(next)])),
];
