import { describe, expect, it } from "vitest";
import type { Contract } from "../../../src/contract/contract.ts";
import { templateTokens } from "../../../src/contract/path/path-tokens.ts";
import { endOf, pathTree } from "../../../src/contract/path/path-tree.ts";
import { memberAt, typeAt } from "../../../src/contract/promise/type-at.ts";
import { contractOf, typeRefOf } from "../../support/contract-of.ts";

const link = (type: string) => ({ type, navigation: true });

const types = {
  entity: {},
  place: { base: "entity", properties: { visits: link("Collection(visit)") } },
  room: { base: "place" },
  visit: { base: "entity" },
  auditRoot: { properties: { visits: link("Collection(visit)") } },
  setting: { properties: { text: "Edm.String" } },
  printer: {},
};

const location = { file: "api/operation.md", line: 1, column: 1 };

function documented(...paths: readonly (readonly [path: string, returns?: string])[]): Contract {
  const known = contractOf({ types });
  return contractOf({
    types,
    operations: paths.map(([text, returns]) => {
      const [method = "", path = ""] = text.split(" ");
      const responses = returns ? [{ status: 200, body: typeRefOf(known, returns), location }] : [];
      return { method, path, responses };
    }),
  });
}

function nodeOf(contract: Contract, path: string) {
  const node = endOf(pathTree(contract), templateTokens(path));
  if (!node) throw new Error(`${path} is not documented`);
  return node;
}

function leadsTo(contract: Contract, path: string): string | undefined {
  const type = typeAt(contract, nodeOf(contract, path));
  const name = type?.name.replace("microsoft.graph.", "");
  return type?.collection ? `Collection(${name})` : name;
}

describe("what a documented path leads to", () => {
  const contract = documented(
    ["GET /places", "Collection(place)"],
    ["DELETE /places/{id}"],
    ["GET /places/room", "room"],
    ["GET /places/microsoft.graph.room", "Collection(place)"],
    ["POST /places/{id}/visits/{id}/approve"],
    ["POST /audit/visits"],
    ["POST /printers/{id}/restart"],
    ["POST /settings/reset"],
    ["GET /visits/{id}:/{path}:/copies"],
  );

  it.each([
    ["is what its GET returns", "/places", "Collection(place)"],
    ["is one of it behind its key", "/places/{id}", "place"],
    ["is what a cast says, whatever its page returns", "/places/microsoft.graph.room", "Collection(room)"],
    ["is what the type before it has under the name", "/places/{id}/visits", "Collection(visit)"],
    ["is what has its name and Root behind it", "/audit", "auditRoot"],
    ["is what is named alike where there are keys", "/printers", "Collection(printer)"],
    ["is of the same type behind a path in colons", "/visits/{id}:/{path}:", "visit"],
  ])("%s", (_what, path, type) => {
    expect(leadsTo(contract, path)).toBe(type);
  });

  it.each([
    ["an action", "/places/{id}/visits/{id}/approve"],
    ["a root without keys that is only named like a type", "/settings"],
  ])("is unknown for %s", (_what, path) => {
    expect(leadsTo(contract, path)).toBeUndefined();
  });

  it("names a member of the type before it, and else none", () => {
    const member = (path: string) => memberAt(contract, nodeOf(contract, path))?.name;
    expect(member("/places/{id}/visits")).toBe("visits");
    expect(member("/places/{id}/visits/{id}/approve")).toBeUndefined();
    expect(member("/places")).toBeUndefined();
  });

  it("depends on the contract alone, not on who asked before", () => {
    const other = documented(["GET /places", "Collection(visit)"]);
    expect(leadsTo(other, "/places")).toBe("Collection(visit)");
    expect(leadsTo(contract, "/places")).toBe("Collection(place)");
  });
});

describe("the tree of documented paths", () => {
  it("is one for each contract, whatever letter case a page writes", () => {
    const contract = documented(["GET /places/{id}"], ["DELETE /Places('{id}')"], ["PATCH /places/{id}"]);
    const tree = pathTree(contract);
    expect(pathTree(contract)).toBe(tree);
    const node = nodeOf(contract, "/PLACES/{other}");
    expect([...node.operations.keys()]).toEqual(["GET", "DELETE", "PATCH"]);
    expect(node.before?.spellings).toEqual(
      new Map([
        ["places", 2],
        ["Places", 1],
      ]),
    );
  });

  it("knows a function by what is in its parentheses, and no key behind it", () => {
    const contract = documented(
      ["GET /places/{id}"],
      ["GET /places/near(x={x})"],
      ["GET /places(code='{c}')"],
    );
    expect(nodeOf(contract, "/places/near(x={x})").functions).toEqual(new Set(["x={x}"]));
    expect(nodeOf(contract, "/places(code='{c}')")).toBe(nodeOf(contract, "/places/{id}"));
    expect(nodeOf(contract, "/places").functions.size).toBe(0);
  });
});
