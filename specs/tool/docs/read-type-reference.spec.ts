import { describe, expect, it } from "vitest";
import { readTypeReference } from "../../../src/docs/declarations/read-type-reference.ts";

const location = { file: "a.md", line: 4, column: 6 };
const references = new Map([["ITEM", "item.md"]]);

/** A type in short: `name[] -> target`. */
function read(cell: string): string {
  const { name, collection, link } = readTypeReference(cell, location, references);
  return `${name}${collection ? "[]" : ""}${link ? ` -> ${link.target}` : ""}`;
}

describe("a type in a cell", () => {
  it.each([
    ["String", "String"],
    ["Edm.Int32", "Edm.Int32"],
    ["`Edm.Guid`", "Edm.Guid"],
    ["microsoft.graph.identityGovernance.run", "microsoft.graph.identityGovernance.run"],
    ["#microsoft.graph.run", "microsoft.graph.run"],
    ["[run](run.md)", "run -> run.md"],
    ["[**run**](run.md)", "run -> run.md"],
    ["[item][]", "item -> item.md"],
    ["[Item][item]", "Item -> item.md"],
    ["String (timestamp)", "String"],
    ["(Optional) String", "String"],
    ["lampObject (Lamp, Street light)", "lampObject"],
    ["[user](user.md) resource type", "user -> user.md"],
    ["siteCollection", "siteCollection"],
    ["[siteCollection](sitecollection.md)", "siteCollection -> sitecollection.md"],
    ["[message](message.md", "message"],
  ])("%s is one %s", (cell, type) => {
    expect(read(cell)).toBe(type);
  });

  it.each([
    ["String collection", "String[]"],
    ["[run](run.md) collection", "run[] -> run.md"],
    ["[run](run.md) (collection)", "run[] -> run.md"],
    ["Collection(String)", "String[]"],
    ["Collection([run](run.md))", "run[] -> run.md"],
    ["Edm.Collection(Edm.Guid)", "Edm.Guid[]"],
    ["Collection of [run](run.md) objects", "run[] -> run.md"],
    ["String[]", "String[]"],
    ["A list of strings", "strings[]"],
    ["[outcome](o.md) collection. Holds what was graded", "outcome[] -> o.md"],
  ])("%s is a collection: %s", (cell, type) => {
    expect(read(cell)).toBe(type);
  });

  it.each(["", "None", "none.", "N/A", "Not applicable", "-"])("%j names nothing", (cell) => {
    expect(read(cell)).toBe("");
  });

  it("keeps the place of the cell and of the link", () => {
    const reference = readTypeReference("Collection of [run](run.md)", location, references);
    expect(reference.location).toEqual({ file: "a.md", line: 4, column: 6 });
    expect(reference.link?.location).toEqual({ file: "a.md", line: 4, column: 20 });
  });
});
