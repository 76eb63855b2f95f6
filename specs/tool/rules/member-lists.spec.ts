import { describe, expect, it } from "vitest";
import { memberLists } from "../../../src/rules/resource/member-lists.ts";
import { inShort, pagesOf } from "../../support/pages-of.ts";

/** A resource page whose row of `state` says this, above a table of these members of an enumeration. */
function judge(says: string, members: readonly string[], name = "parcelState", type = "parcelState") {
  const page = [
    "# parcel resource type",
    "Namespace: microsoft.graph",
    "## Properties",
    `|Property|Type|Description|\n|:---|:---|:---|\n|state|${type}|${says}|`,
    `### ${name} values`,
    `|Member|Description|\n|:---|:---|\n${members.map((member) => `|${member}|A state.|`).join("\n")}`,
    '## JSON representation\n<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.parcel" } -->\n```json\n{ "state": "String" }\n```',
  ].join("\n\n");
  const file = "resources/parcel.md";
  return inShort(memberLists.judge(pagesOf({ [file]: page }).context(file)));
}

const list = (...members: readonly string[]) =>
  `Possible values are: ${members.map((member) => `\`${member}\``).join(", ")}.`;

describe("resource/member-lists", () => {
  it("passes where both lists have the same members, in whatever order", () => {
    expect(judge(list("packed", "sent"), ["sent", "packed"])).toEqual([]);
    expect(
      judge(list("packed", "sent"), ["packed", "sent"], "parcelState", "microsoft.graph.parcelState"),
    ).toEqual([]);
  });

  it("passes where only one of them has the sentinel", () => {
    expect(judge(list("packed", "sent"), ["packed", "sent", "unknownFutureValue"])).toEqual([]);
    expect(judge(list("packed", "sent", "unknownFutureValue"), ["packed", "sent"])).toEqual([]);
  });

  it("fails at the row, and says which of them has what", () => {
    expect(judge(list("unknown", "sent"), ["none", "sent"])).toEqual([
      'fail 9:2 /properties/state the row of "state" lists "unknown", where the table of its members has "none" (line 13)',
    ]);
    expect(judge(list("packed", "sent", "lost"), ["packed", "sent"])).toEqual([
      'fail 9:2 /properties/state the row of "state" lists "lost", which the table of its members lacks (line 13)',
    ]);
    expect(judge(list("packed", "sent"), ["packed", "sent", "lost"])).toEqual([
      'fail 9:2 /properties/state the row of "state" lacks "lost", which the table of its members has (line 13)',
    ]);
  });

  it("fails where the row names some of those that have to be asked for, and not all behind the sentinel", () => {
    const all = ["packed", "unknownFutureValue", "lost", "found"];
    const asks = (...members: readonly string[]) =>
      `${list(...all)} Use the \`Prefer: include-unknown-enum-members\` request header to get the following values: ${members.map((member) => `\`${member}\``).join(", ")}.`;
    expect(judge(asks("lost", "found"), all)).toEqual([]);
    expect(judge(list(...all), all)).toEqual([]);
    expect(judge(asks("lost"), all)).toEqual([
      'fail 9:2 /properties/state the row of "state" lists "lost" as to be asked for, and leaves out "found", behind the sentinel, too',
    ]);
  });

  it("counts letter case", () => {
    expect(judge(list("packed", "sent"), ["packed", "Sent"])).toHaveLength(1);
  });

  it("is not applicable where the row says that it lists a subset, lists none, or the table is of another type", () => {
    expect(judge(`Supports a subset of the values. ${list("packed")}`, ["packed", "sent"])).toBe(
      "not-applicable",
    );
    expect(judge("How it is.", ["packed", "sent"])).toBe("not-applicable");
    expect(judge(list("packed", "sent"), ["red", "blue"], "parcelColour")).toBe("not-applicable");
  });
});
