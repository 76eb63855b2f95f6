import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/docs/read-page.ts";

/** What is read of the one property of a page with a table of values. */
function facts(heading: string, table: readonly string[], row = "|color|String|Which.|") {
  const lines = ["# lamp resource type", "## Properties", "|Property|Type|Description|", "|-|-|-|", row];
  const text = [...lines, heading, ...table, "## JSON representation"].join("\n");
  return readPage(text, { file: "v1.0/resources/lamp.md", version: "v1.0" }).types[0]?.properties[0]?.facts;
}

const values = ["|Value|Description|", "|-|-|", "|`red`|Red.|", "|warm white|White.|", "|null|None.|"];

describe("a table of values", () => {
  it.each([
    "### color values",
    "### Color options",
    "### Lamp color options",
    "### color property values",
    "## Color enumeration",
    "### color",
  ])("below %s has the members of the property", (heading) => {
    expect(facts(heading, values)).toMatchObject({ members: ["red", "warm white"], membersIn: { line: 7 } });
  });

  it.each([
    ["of another name", "### shade values", values, undefined],
    ["of a property that is no text", "### color values", values, "|color|lampColor|Which.|"],
    ["with patterns", "### color values", ["|Value|", "|-|", "|red|", "|{name}|"], undefined],
    ["of other things", "### color options", ["|Shade|Value|", "|-|-|", "|red|1|", "|green|2|"], undefined],
  ])("%s is none of it", (_, heading, table, row) => {
    expect(facts(heading, table, row)?.members).toBeUndefined();
  });

  it("adds to what the row lists", () => {
    const row = "|color|String|Which. The possible values are: `red`, `blue`.|";
    expect(facts("### color values", values, row)?.members).toEqual(["warm white", "red", "blue"]);
  });
});
