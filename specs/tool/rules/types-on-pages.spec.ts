import { describe, expect, it } from "vitest";
import { findingsIn, findingsOn, fixed, judgePages } from "./judge-pages.ts";
import { getPage, resourcePage } from "./shelf-pages.ts";

const rows = ["|id|String|The key.|", "|holder|[holder](holder.md)|Who holds it.|"];
const holder = ["|name|String|The name.|", "|since|Date|Since when.|"];

function pages(body: string, more = "") {
  return {
    "api/shelf-get.md": `${getPage(body)}${more}`,
    "resources/shelf.md": resourcePage("shelf", rows),
    "resources/holder.md": resourcePage("holder", holder),
    "resources/lamp.md": resourcePage("lamp", ["|wattage|Int32|The watts.|", "|name|String|The name.|"]),
  };
}

describe("the type that an object on a page names", () => {
  it("is wrong in a namespace that is none of Graph's, and the object is judged on", () => {
    const foreign = pages(
      '{ "holder": { "@odata.type": "#contoso.api.holder", "name": "n", "sinec": "2021-01-01" } }',
    );
    expect(findingsOn(foreign)).toMatchObject([
      { rule: "body/unknown-property", pointer: "/holder/sinec" },
      {
        rule: "odata/type-name",
        pointer: "/holder/@odata.type",
        message: '"@odata.type" is "#contoso.api.holder"; "contoso.api" is no namespace of Graph',
      },
    ]);
    expect(fixed(foreign)["api/shelf-get.md"]).toContain('"#microsoft.graph.holder"');
    expect(findingsOn(pages('{ "holder": { "@odata.type": "contoso.api.stranger" } }'))).toMatchObject([
      { rule: "odata/type-name" },
    ]);
  });

  it("is wrong without a namespace", () => {
    const short = pages('{ "holder": { "@odata.type": "#holder", "name": "n" } }');
    expect(findingsOn(short)).toMatchObject([{ rule: "odata/type-name", pointer: "/holder/@odata.type" }]);
    expect(fixed(short)["api/shelf-get.md"]).toContain('"#microsoft.graph.holder"');
  });

  it("is wrong where the object has what the documented type has, and the named one lacks", () => {
    const named = (names: string) =>
      pages(`{ "holder": { "@odata.type": "#microsoft.graph.lamp", ${names} } }`);
    expect(findingsOn(named('"name": "n", "since": "2021-01-01"'))).toMatchObject([
      {
        rule: "odata/type-name",
        message:
          '"@odata.type" is "#microsoft.graph.lamp"; lamp does not derive from holder, the documented type',
      },
    ]);
    expect(findingsOn(named('"name": "n"'))).toEqual([]);
    expect(findingsOn(named('"since": "2021-01-01", "wattage": 3'))).toEqual([]);
  });

  it("is one info for a page where the # is missing", () => {
    const holding = '{ "holder": { "@odata.type": "microsoft.graph.holder", "name": "n" } }';
    const again = getPage(holding)
      .slice(getPage(holding).indexOf("## Example"))
      .replace("## Example", "## Again")
      .replaceAll("get_shelf", "get_shelf_again");
    const several = pages(holding, again);
    expect(findingsIn(judgePages(several))).toMatchObject([
      { rule: "odata/type-name", severity: "info", fix: { edits: [{}, {}] } },
    ]);
    expect(findingsOn(fixed(several))).toEqual([]);
  });
});
