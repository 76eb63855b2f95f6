import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/docs/read-page.ts";

/** Enums in short: `line name members`, with `*` for those with several members at once. */
function read(...lines: string[]): string[] {
  const page = readPage(lines.join("\n"), { file: "v1.0/resources/a.md", version: "v1.0" });
  return page.enums.map(
    ({ name, members, multiValued, location }) =>
      `${location.line} ${name}${multiValued ? "*" : ""} ${members.join(" ")}`,
  );
}

describe("an enum page", () => {
  it("declares the enum of its title", () => {
    expect(
      read(
        "# runState enum type",
        "Namespace: microsoft.graph.x",
        "",
        "## Members",
        "|Member|Value|Description|",
        "|-|-|-|",
        "|`a`|0|One.|",
        "|b|1|Two.|",
      ),
    ).toEqual(["5 microsoft.graph.x.runState a b"]);
  });

  it("is no page with a table of properties", () => {
    expect(read("# run resource type", "## Members", "|Member|Value|", "|-|-|", "|a|0|")).toEqual([]);
    expect(read("# runState enum type", "## Properties", "|Name|Type|", "|-|-|", "|a|String|")).toEqual([]);
  });
});

describe("a section of members", () => {
  it.each([
    "### runState values",
    "### runState enum values",
    "### runState enumeration",
    "#### runState members",
  ])("is headed %j", (heading) => {
    expect(read("# Enums", "", heading, "", "|Member|", "|:-|", "|a|", "|b|")).toEqual([
      "5 microsoft.graph.runState a b",
    ]);
  });

  it("may have its names in a later column", () => {
    expect(read("# Enums", "### runState values", "|Value|Member|", "|-|-|", "|0|a|", "|1|b|")).toEqual([
      "3 microsoft.graph.runState a b",
    ]);
  });

  it("leaves null out, which is no member", () => {
    expect(
      read(
        "# Enums",
        "### ageGroup values",
        "|Value|Description|",
        "|-|-|",
        "|null|Unknown.|",
        "|minor|Young.|",
      ),
    ).toEqual(["3 microsoft.graph.ageGroup minor"]);
  });

  it("is none under a heading that names no enum, or with sentences for members", () => {
    expect(read("# Enums", "### Possible values", "|Value|", "|-|", "|a|")).toEqual([]);
    expect(read("# Enums", "### Group visibility options", "|Value|", "|-|", "|a|")).toEqual([]);
    expect(read("# Enums", "### runState values", "|Value|", "|-|", "|a|", "|b and more|")).toEqual([]);
  });
});

describe("a member", () => {
  it("has no asterisk of a note in its name", () => {
    expect(read("# Enums", "### runState values", "|Value|", "|-|", "|a|", "|b*|", "|c \\*|")).toEqual([
      "3 microsoft.graph.runState a b c",
    ]);
    expect(read("# Enums", "### runState values", "|Value|", "|-|", "|a|", "|*.b|")).toEqual([]);
  });

  it("is to be asked for where the text around its table says so, wherever it stands", () => {
    const table = ["", "|Value|", "|-|", "|a|", "|b|", "|unknownFutureValue|"];
    const asked = (heading: string, text: string) =>
      readPage(["# Enums", "### runState values", ...table, "", heading, "", text].join("\n"), {
        file: "v1.0/resources/a.md",
        version: "v1.0",
      }).enums[0]?.onRequest;
    const text =
      "Use the `Prefer: include-unknown-enum-members` request header to get the `b` value, or `x`.";
    expect(asked("", text)).toEqual(["b"]);
    expect(asked("", "Use `b`.")).toBeUndefined();
    expect(asked("### other values", text)).toBeUndefined();
  });
});

describe("flags", () => {
  it("are told by numbers that are powers of two", () => {
    expect(
      read(
        "# parts enum type",
        "## Members",
        "|Member|Value|",
        "|-|-|",
        "|none|0|",
        "|a|1|",
        "|b|2|",
        "|c|4|",
      ),
    ).toEqual(["3 microsoft.graph.parts* none a b c"]);
  });

  it("are not told by numbers that count", () => {
    expect(
      read("# parts enum type", "## Members", "|Member|Value|", "|-|-|", "|a|1|", "|b|2|", "|c|3|", "|d|4|"),
    ).toEqual(["3 microsoft.graph.parts a b c d"]);
    expect(
      read("# parts enum type", "## Members", "|Member|Value|", "|-|-|", "|a|0|", "|b|1|", "|c|2|"),
    ).toEqual(["3 microsoft.graph.parts a b c"]);
  });
});
