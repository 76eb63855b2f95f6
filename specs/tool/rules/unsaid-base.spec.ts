import { describe, expect, it } from "vitest";
import { answers, asks, boatPages, url } from "./boat-pages.ts";
import { findingsOn } from "./judge-pages.ts";

const type = (name: string, under: string) => `# ${name} resource type

Namespace: microsoft.graph

## Properties

${under}
`;
const row = (text: string) => `|Property|Type|Description|\n|:---|:---|:---|\n${text}`;

/** A boat whose mast says what it is; no page says that a steelMast is a mast. */
function pages(mast: string) {
  const body = `HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "id": "b-1",\n  "mast": ${mast}\n}`;
  return {
    ...boatPages({ examples: asks(`GET ${url}`) + answers(body) }),
    "resources/steelmast.md": type("steelMast", row("|alloy|String|Of what.|")),
    "resources/anchor.md": type("anchor", row("|weight|Int32|How heavy.|")),
  };
}

const found = (mast: string) =>
  findingsOn(pages(mast)).map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`);

describe("an object that names a type of which no page says the base", () => {
  it("is judged by it and by the documented one, where it is called after that", () => {
    const steel = '"@odata.type": "#microsoft.graph.steelMast"';
    expect(found(`{ ${steel}, "alloy": "S355", "heightInMetres": 3 }`)).toEqual([]);
    expect(found(`{ ${steel}, "alloy": 1, "heightInMetres": "high", "colour": "red" }`)).toEqual([
      expect.stringContaining("body/type /mast/alloy"),
      expect.stringContaining("body/type /mast/heightInMetres"),
      expect.stringContaining('body/unknown-property /mast/colour "colour" is not a property of steelMast'),
    ]);
  });

  it("is none where it is called otherwise", () => {
    expect(found('{ "@odata.type": "#microsoft.graph.anchor", "heightInMetres": 3 }')).toEqual([
      expect.stringContaining("odata/type-name /mast/@odata.type"),
    ]);
  });
});

describe("a base type whose page says that it has no property", () => {
  const judge = (under: string) => {
    const files = pages('{ "@odata.type": "#microsoft.graph.steelMast", "alloy": "S355", "colour": "red" }');
    const derived = type("steelMast", row("|alloy|String|Of what.|")).replace(
      "## Properties",
      "Inherits from [mast](mast.md).\n\n## Properties",
    );
    return findingsOn({
      ...files,
      "resources/mast.md": type("mast", under),
      "resources/steelmast.md": derived,
    }).map(({ rule, pointer }) => `${rule} ${pointer}`);
  };

  it.each(["None.", "None", "This resource type has no properties."])("adds no name: %s", (under) => {
    expect(judge(under)).toEqual(["body/unknown-property /mast/colour"]);
  });

  it("may add some where the page says nothing of them", () => {
    expect(judge("The mast holds the sail.")).toEqual([]);
  });
});
