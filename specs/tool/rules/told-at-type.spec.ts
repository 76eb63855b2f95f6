import { describe, expect, it } from "vitest";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { findingsOn } from "./judge-pages.ts";

const host = "https://graph.microsoft.com/v1.0";
const answer = (body: string) => `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${body}`;

/** What is found where a ship's page has these rows, names this key, and these bodies come and go. */
function found(rows: readonly string[], key: string, body: string): string[] {
  const ship = resourcePage("ship", { properties: rows, json: { id: "String", name: "String" } })
    .replace('"keyProperty":"id"', `"keyProperty":"${key}"`)
    .replace('  "id": "String",\n', rows.some((row) => row.startsWith("|id|")) ? '  "id": "String",\n' : "");
  return findingsOn({
    "resources/ship.md": ship,
    "api/ship-get.md": apiPage("Get ship", "GET /ships/{id}", {
      response: "`200 OK` response code and a [ship](../resources/ship.md) object",
      examples: [[`GET ${host}/ships/7`, answer(body)]],
    }),
    "api/ship-update.md": apiPage("Update ship", "PATCH /ships/{id}", {
      body: "A JSON representation of the [ship](../resources/ship.md) object.",
      response: "`200 OK` response code and a [ship](../resources/ship.md) object",
      examples: [[`PATCH ${host}/ships/7\nContent-Type: application/json\n\n${body}`, answer(body)]],
    }),
  }).map(({ rule, message }) => `${rule} ${message.split(",")[0]}`);
}

const name = "|name|String|Name.|";

describe("a key that the annotation names and no row declares", () => {
  it("is told once, at the annotation, and not where an example has it", () => {
    expect(found([name], "id", '{ "id": "7", "name": "Gil" }')).toEqual([
      'resource/key-property the annotation says that the key of microsoft.graph.ship is "id"',
    ]);
  });

  it("leaves another name that no row declares to the example", () => {
    const row = "|id|String|Key.|";
    expect(found([name, row], "id", '{ "id": "7", "name": "Gil", "keel": "oak" }')).toEqual([
      'body/unknown-property "keel" is not a property of ship (ship.md:17)',
      'body/unknown-property "keel" is not a property of ship (ship.md:17)',
      'request/body "keel" is not a property of ship (ship.md:17)',
    ]);
  });

  it("is nothing where a row declares it", () => {
    expect(found([name, "|id|String|Key.|"], "id", '{ "id": "7", "name": "Gil" }')).toEqual([]);
  });
});
