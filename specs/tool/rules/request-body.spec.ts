import { describe, expect, it } from "vitest";
import { answers, asks, boatPages, url } from "./boat-pages.ts";
import { findingsOn, fixed, judgePages } from "./judge-pages.ts";

const supplies =
  "In the request body, supply a JSON representation of a [boat](../resources/boat.md) object.";
const response = "If successful, this method returns a `204 No Content` response code.";
const done = answers("HTTP/1.1 204 No Content", "");

function page(sent: string, body = supplies, method = "PATCH", about = "") {
  const json = sent === "" ? "" : `\nContent-Type: application/json\n\n${sent}`;
  const http = `${method} /boats/{boat-id}${method === "POST" ? "/equip" : ""}`;
  const target = `${url}${method === "POST" ? "/equip" : ""}`;
  const pages = boatPages({ http, body, response, examples: `${asks(`${method} ${target}${json}`)}${done}` });
  return about === "" ? pages : { ...pages, "resources/mast.md": `${pages["resources/mast.md"]}${about}` };
}

const found = (...parts: Parameters<typeof page>) =>
  findingsOn(page(...parts)).map(({ rule, marks, pointer }) => `${rule} ${marks} ${pointer ?? ""}`.trim());

describe("the body of a request", () => {
  it("is there where the page supplies one", () => {
    expect(found("")).toEqual([`request/body ${url}`]);
    expect(found("", "Do not supply a request body for this method.")).toEqual([]);
    expect(found('{ "hullName": "Nutshell" }')).toEqual([]);
  });

  it("has declared names: a near miss is an error with its fix, any other name a warning", () => {
    expect(found('{ "hulName": "Nutshell" }')).toEqual(['request/body "hulName" /hulName']);
    expect(fixed(page('{ "hulName": "Nutshell" }'))).toEqual(page('{ "hullName": "Nutshell" }'));
    expect(findingsOn(page('{ "boat": { "hullName": "Nutshell" } }'))).toMatchObject([
      { pointer: "/boat", message: expect.stringContaining('"boat" is not a property of boat') },
    ]);
    expect(found('{ "mast": { "heightInMeters": 3 } }')).toEqual([
      'request/body "heightInMeters" /mast/heightInMeters',
    ]);
    expect(
      found('{ "@odata.id": "x", "captain@odata.bind": "https://graph.microsoft.com/v1.0/users/1" }'),
    ).toEqual([]);
  });

  it("has no word for one value in the place of a list", () => {
    expect(found('{ "ports": "<ports>" }')).toEqual(['request/body "<ports>" /ports']);
    expect(found('{ "ports": "[...]", "hullName": "<name>" }')).toEqual([]);
  });

  it("names a resource, where it is a reference, and nothing else", () => {
    const refer = (sent: string) =>
      findingsOn(
        boatPages({
          http: "POST /boats/{boat-id}/crew/$ref",
          body: supplies,
          response,
          examples: `${asks(`POST ${url}/crew/$ref\nContent-Type: application/json\n\n${sent}`)}${done}`,
        }),
      ).map(({ rule, pointer }) => `${rule} ${pointer}`);
    const id = '"@odata.id": "https://graph.microsoft.com/v1.0/users/1"';
    expect(refer(`{ ${id} }`)).toEqual([]);
    expect(refer(`{ ${id}, "rank": 1 }`)).toEqual(["request/body /rank"]);
  });

  it("has names of open types, deep inside, that are not verified where they are near none", () => {
    const open = "resources/mast.md";
    const pages = page('{ "mast": { "colour": "red" } }');
    const files = {
      ...pages,
      [open]: `${pages[open]}\n## JSON representation\n\n<!-- {"blockType": "resource", "@odata.type": "microsoft.graph.mast", "openType": true} -->\n\`\`\`json\n{ "heightInMetres": 1 }\n\`\`\`\n`,
    };
    expect(findingsOn(files)).toEqual([]);
    const outcomes = judgePages(files).flatMap(({ assertions }) => assertions);
    expect(
      outcomes.filter(({ rule, status }) => rule === "request/body" && status === "not-verified"),
    ).toMatchObject([{ pointer: "/mast/colour", reason: "open-type" }]);
  });

  it("has the parameters that the page lists, and no others", () => {
    const table =
      "Provide a JSON object.\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n|sail|String|Required.|\n|oars|Int32|How many.|";
    expect(found('{ "sail": "red", "oars": 2 }', table, "POST")).toEqual([]);
    expect(found('{ "sail": "red", "oar": 2 }', table, "POST")).toEqual(['request/body "oar" /oar']);
    expect(found('{ "sail": "red", "flag": "blue" }', table, "POST")).toEqual(['request/body "flag" /flag']);
    expect(found("", table, "POST")).toEqual([`request/body ${url}/equip`]);
    // Of names none of which is listed nobody knows what the table is about.
    expect(found('{ "flag": "blue" }', table, "POST")).toEqual([]);
  });

  it("has what its row calls required, wherever it stands, in a POST", () => {
    const table = (row: string) =>
      `Provide a JSON object.\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n|oars|Int32|How many.|\n|${row}|`;
    const lacking = (row: string, sent = '{ "oars": 2 }') => found(sent, table(row), "POST");
    expect(lacking("sail|String|The sail. Required.")).toEqual(['request/body { "oars": 2 } /sail']);
    expect(lacking("sail|String|The sail. Required.", '{ "oars": 2, "sail": "red" }')).toEqual([]);
    expect(lacking("sail|String|The sail. Optional.")).toEqual([]);
  });

  it("may lack what is required on a condition, deeper in the body, of the path, or where no row is of the body", () => {
    const table = (row: string) =>
      `Provide a JSON object.\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n|oars|Int32|How many.|\n|${row}|`;
    const lacking = (row: string, sent = '{ "oars": 2 }') => found(sent, table(row), "POST");
    expect(lacking("sail|String|Only when there is wind. Required.")).toEqual([]);
    expect(lacking("boat-id|String|The boat. Required.")).toEqual([]);
    const deeper = '{ "oars": 2, "rig": { "sail": "red" } }';
    expect(lacking("sail|String|The sail. Required.", deeper)).not.toContainEqual(
      expect.stringContaining("/sail"),
    );
    expect(lacking("sail|String|The sail. Required.", '{ "rig": 2 }')).toEqual([]);
    expect(found('{ "oars": 2 }', table("sail|String|The sail. Required."), "PATCH")).not.toContainEqual(
      expect.stringContaining("/sail"),
    );
  });

  it("has one where one is documented, and several where several are", () => {
    expect(found('{ "mast": [{ "heightInMetres": 3 }] }')).toEqual([
      'request/body [{ "heightInMetres": 3 }] /mast',
    ]);
    expect(found('{ "ports": "Oban" }')).toEqual(['request/body "Oban" /ports']);
    expect(found('{ "mast": { "heightInMetres": 3 }, "ports": ["Oban"] }')).toEqual([]);
  });

  it("says in a message what the contract says, with its line", () => {
    expect(findingsOn(page('{ "mast": { "heightInMetres": "tall" } }'))).toMatchObject([
      { message: '"heightInMetres" is the string "tall"; mast says Int32 (mast.md:9)' },
    ]);
  });

  it("says its type where that is abstract", () => {
    const json =
      '\n## JSON representation\n\n<!-- {"blockType": "resource", "@odata.type": "microsoft.graph.mast", "abstract": true} -->\n```json\n{ "heightInMetres": 1 }\n```\n';
    expect(found('{ "mast": { "heightInMetres": 3 } }', supplies, "PATCH", json)).toContain(
      'request/body { "heightInMetres": 3 } /mast/@odata.type',
    );
    const typed = '{ "mast": { "@odata.type": "#microsoft.graph.mast", "heightInMetres": 3 } }';
    expect(found(typed, supplies, "PATCH", json).filter((each) => each.startsWith("request/body"))).toEqual(
      [],
    );
  });
});
