import { describe, expect, it } from "vitest";
import { findingsOn } from "./judge-pages.ts";
import { getPage, resourcePage } from "./shelf-pages.ts";

const rows = ["|id|String|The key.|", "|height|Int32|In millimetres.|", "|depth|Int32|In millimetres.|"];
const relationships = [
  "## Relationships",
  "",
  "|Relationship|Type|Description|",
  "|:---|:---|:---|",
  "|holder|[shelf](shelf.md)|What it hangs on.|",
  "",
].join("\n");

function pages(body: string, { asked = "/shelves/1", intro = "" } = {}) {
  const get = getPage(body, { asked }).replace("# Get shelf\n", `# Get shelf\n\n${intro}\n`);
  const shelf = resourcePage("shelf", rows).replace("## JSON", `${relationships}\n## JSON`);
  return { "api/shelf-get.md": get, "resources/shelf.md": shelf };
}

describe("a property of which the operation's page says that it does not come by default", () => {
  it.each([
    "Get a shelf. The **height** property is not returned by default; ask for it with `$select`.",
    "The following properties aren't returned by default: `height`.",
    "`height` is returned only on `$select`.",
  ])("is not to come unasked: %s", (intro) => {
    expect(findingsOn(pages('{ "id": "1", "height": 3, "depth": 3 }', { intro }))).toMatchObject([
      { rule: "query/select-only", pointer: "/height" },
    ]);
  });

  it("comes when it is selected, and where the sentence is about others", () => {
    const intro = "The **height** property is not returned by default.";
    expect(
      findingsOn(pages('{ "id": "1", "height": 3 }', { intro, asked: "/shelves/1?$select=height" })),
    ).toEqual([]);
    const others = "**height** is always there, but **depth** is not returned by default.";
    expect(
      findingsOn(pages('{ "id": "1", "height": 3 }', { intro: others.replace("but", ", but") })),
    ).toEqual([]);
  });
});

describe("a relationship that comes though it is not selected", () => {
  const body = (list: string) =>
    `{ "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#shelves(${list})/$entity", "id": "1", "height": 3, "holder": { "id": "2" } }`;
  const asked = "/shelves/1?$select=id,height";

  it("is a finding where the context's select list lacks it, too", () => {
    expect(findingsOn(pages(body("id,height"), { asked }))).toMatchObject([
      { rule: "query/select-projection", pointer: "/holder" },
    ]);
  });

  it("is none where the context lists it, or the request expands it", () => {
    const named = findingsOn(pages(body("id,height,holder()"), { asked }));
    expect(named.map(({ rule }) => rule)).not.toContain("query/select-projection");
    expect(findingsOn(pages(body("id,height"), { asked: `${asked}&$expand=holder` }))).toEqual([]);
  });
});
