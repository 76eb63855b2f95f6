import { describe, expect, it } from "vitest";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import type { Pages } from "../../support/rule-fixture.ts";
import { findingsOn } from "./judge-pages.ts";

// Faults that people reported about Graph's pages and about other checkers, each on the pages of one small resource,
// with what is right in its place. What has a break in `fixtures/rules`, or a spec of its rule, is not told again.
const host = "https://graph.microsoft.com/v1.0";
const ok = (body: string, status = "200 OK") =>
  `HTTP/1.1 ${status}\nContent-Type: application/json\n\n${body}`;
const send = (request: string, body: string) => `${request}\nContent-Type: application/json\n\n${body}`;

interface Changes {
  readonly rows?: readonly string[];
  readonly annotation?: string;
  readonly intro?: string;
  readonly template?: string;
  readonly headers?: readonly string[];
  readonly supply?: string;
  readonly asked?: string;
  readonly answered?: string;
  readonly more?: Pages;
}

const mast = '{ "heightInMetres": 12 }';

/** A ship that is asked for, with one thing changed. */
function found({
  rows = [],
  annotation = '"@odata.type": "microsoft.graph.ship"',
  intro = "A vessel.",
  template = "GET /ships/{id}",
  headers = [],
  supply = "Nothing.",
  asked = `GET ${host}/ships/7`,
  answered = ok('{ "id": "7", "name": "Gil" }'),
  more = {},
}: Changes): string[] {
  const get = apiPage("Get ship", template, {
    body: supply,
    response: "`200 OK` response code and a [ship](../resources/ship.md) object",
    examples: [[asked, answered]],
  });
  const all = [
    "|id|String|Key.|",
    "|name|String|Name.|",
    "|mast|[mast](mast.md)|Mast.|",
    "|flags|String collection|Flags.|",
  ];
  const ship = resourcePage("ship", { properties: [...all, ...rows], json: { id: "String" } })
    .replace("Namespace: microsoft.graph", `Namespace: microsoft.graph\n\n${intro}`)
    .replace('"@odata.type":"microsoft.graph.ship"', annotation);
  const table = [
    "|Name|Description|",
    "|:---|:---|",
    "|Authorization|Bearer {token}. Required.|",
    ...headers,
  ];
  return findingsOn({
    "resources/ship.md": ship,
    "resources/mast.md": resourcePage("mast", {
      properties: ["|heightInMetres|Int32|Height.|"],
      json: { heightInMetres: 1 },
    }),
    "api/ship-get.md": get.replace(
      "## Request body",
      `## Request headers\n\n${table.join("\n")}\n\n## Request body`,
    ),
    ...more,
  })
    .filter(({ rule }) => !/^(?:page|permission|resource)\//.test(rule) && rule !== "http/header-missing")
    .map(({ rule, pointer, marks }) => `${rule} ${pointer ?? marks}`)
    .sort();
}

const shipOf = "In the request body, supply a JSON representation of a [ship](../resources/ship.md) object.";
const post = (body: string): Changes => ({
  template: "POST /ships",
  supply: shipOf,
  asked: send(`POST ${host}/ships`, body),
});

describe("what is sent", () => {
  it.each([
    [
      "a type without its namespace",
      '{ "mast": { "@odata.type": "#mast", "heightInMetres": 12 } }',
      "odata/type-name /mast/@odata.type",
    ],
    ["a wrapper that no page documents", `{ "shipDetails": ${mast} }`, "request/body /shipDetails"],
    ["one value for many", '{ "flags": "red" }', "request/body /flags"],
    ["many for one complex value", `{ "mast": [${mast}] }`, "request/body /mast"],
  ])("is found where it is %s", (_, body, expected) => {
    expect(found(post(body))).toEqual([expected]);
  });

  it("is right with its type's whole name, one for one and many for many", () => {
    const body =
      '{ "mast": { "@odata.type": "#microsoft.graph.mast", "heightInMetres": 12 }, "flags": ["red"] }';
    expect(found(post(body))).toEqual([]);
  });

  it("is missed where the page supplies it, and not where it supplies nothing", () => {
    const patch = { template: "PATCH /ships/{id}", asked: `PATCH ${host}/ships/7` };
    expect(found({ ...patch, supply: shipOf })).toEqual([`request/body ${host}/ships/7`]);
    expect(found({ template: "POST /ships/{id}/sail", asked: `POST ${host}/ships/7/sail` })).toEqual([]);
  });
});

describe("what is asked for", () => {
  it("has an option, and not the option run into its value", () => {
    expect(found({ asked: `GET ${host}/ships/7?$selectname` })[0]).toMatch(/^request\/option-not-supported /);
    expect(found({ asked: `GET ${host}/ships/7?$select=id,name` })).toEqual([]);
  });

  it("has the header that the page requires for the option used", () => {
    const headers = ["|ConsistencyLevel|eventual. Required with `$search`.|"];
    const asked = `GET ${host}/ships/7?$search="Gil"`;
    expect(found({ headers, asked }).map((each) => each.split(" ")[0])).toContain("request/header-missing");
    expect(
      found({ headers, asked: `${asked}\nConsistencyLevel: eventual` }).map((each) => each.split(" ")[0]),
    ).not.toContain("request/header-missing");
  });

  it("calls an action without parentheses", () => {
    const action = { template: "POST /ships/{id}/sail" };
    expect(found({ ...action, asked: `POST ${host}/ships/7/sail()` })).toEqual(["request/not-documented ()"]);
    expect(found({ ...action, asked: `POST ${host}/ships/7/sail` })).toEqual([]);
  });
});

describe("what comes", () => {
  it("is judged on as Graph's own behind a foreign namespace", () => {
    const body = '{ "@odata.type": "#Contoso.Fleet.ship", "id": "7", "nmae": "Gil" }';
    expect(found({ answered: ok(body) })).toEqual([
      "body/unknown-property /nmae",
      "odata/type-name /@odata.type",
    ]);
  });

  it("is judged on around a comma too many", () => {
    expect(found({ answered: ok('{ "id": "7", "nmae": "Gil", }') })).toEqual([
      "body/invalid-json ,",
      "body/unknown-property /nmae",
    ]);
    expect(found({ answered: ok('{ "id": "7", "name": "Gil" }') })).toEqual([]);
  });

  it("may have the names of a type two steps below, which it says", () => {
    const below = (name: string, base: string, row: string) =>
      resourcePage(name, { properties: [row], json: {} }).replace(
        `"@odata.type":"microsoft.graph.${name}"`,
        `"@odata.type":"microsoft.graph.${name}","baseType":"microsoft.graph.${base}"`,
      );
    const more = {
      "resources/sailship.md": below("sailShip", "ship", "|sails|Int32|Sails.|"),
      "resources/brig.md": below("brig", "sailShip", "|guns|Int32|Guns.|"),
    };
    const body = (name: string) =>
      `{ "@odata.type": "#microsoft.graph.brig", "id": "7", "sails": 3, "${name}": 8 }`;
    expect(found({ more, answered: ok(body("guns")) })).toEqual([]);
    expect(found({ more, answered: ok(body("cannons")) })).toEqual(["body/unknown-property /cannons"]);
  });

  it("may have names that an include of the table brings, which was not read", () => {
    const body = ok('{ "id": "7", "name": "Gil", "tonnage": 90 }');
    const rows = ["[!INCLUDE [rows](../includes/ship-rows.md)]"];
    expect(found({ rows, answered: body }).filter((each) => !each.startsWith("reference/"))).toEqual([]);
    expect(found({ answered: body })).toEqual(["body/unknown-property /tonnage"]);
  });

  it("may have any name where the type carries untyped properties, or is open", () => {
    const answered = ok('{ "id": "7", "name": "Gil", "extension_7c9e_berth": "a", "colour": "red" }');
    expect(found({ answered, intro: "It can carry custom data as untyped properties." })).toEqual([]);
    expect(
      found({ answered, annotation: '"@odata.type": "microsoft.graph.ship", "openType": true' }),
    ).toEqual([]);
    expect(found({ answered })).toEqual(["body/unknown-property /colour"]);
  });
});
