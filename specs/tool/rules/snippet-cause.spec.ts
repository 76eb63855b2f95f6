import { describe, expect, it } from "vitest";
import { findingsOn } from "./judge-pages.ts";
import { snippetPage } from "./snippet-page.ts";

const snippets = (path: string, name: string) => {
  const request = `POST ${path}\nContent-Type: application/json\n\n{\n  "${name}": "x"\n}`;
  const code = "const lamp = { shade: 'x' };\nawait client.api('/lamps').post(lamp);";
  const resource =
    "# lamp resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|shade|String|S.|\n|bulb|String|B.|\n";
  const json =
    '<!-- {"blockType": "resource", "@odata.type": "microsoft.graph.lamp"} -->\n```json\n{"shade": "String", "bulb": "String"}\n```\n';
  return findingsOn({
    "api/lamp-post.md": snippetPage({ request, code, template: "POST /lamps" }),
    "resources/lamp.md": `${resource}\n## JSON representation\n\n${json}`,
  }).filter(({ rule }) => rule === "snippet/request-differs");
};

describe("snippet/request-differs", () => {
  it("is silent where the request is wrong itself, which is said there", () => {
    expect(snippets("/lamps", "shade")).toEqual([]);
    expect(snippets("/laamps", "shade")).toEqual([]);
    expect(snippets("/lamps", "neverDocumented")).toEqual([]);
  });

  it("has what differs from a request that is right", () => {
    expect(snippets("/lamps", "bulb")).toHaveLength(1);
  });
});
