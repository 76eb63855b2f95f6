import { describe, expect, it } from "vitest";
import { csdlOf } from "../../support/metadata-of.ts";
import type { Pages } from "../../support/rule-fixture.ts";
import { documentationIn, findingsIn, findingsOn, judgePages } from "./judge-pages.ts";

const types = `
<EntityType Name="shelf"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" Nullable="false" />
<Property Name="height" Type="Edm.Int32" /><NavigationProperty Name="lamps" Type="Collection(graph.lamp)" ContainsTarget="true" />
</EntityType>
<EntityType Name="lamp"><Property Name="watts" Type="Edm.Int32" /></EntityType>
<Action Name="move" IsBound="true"><Parameter Name="bindingParameter" Type="graph.shelf" />
<Parameter Name="metres" Type="Edm.Int32" /><Parameter Name="reason" Type="Edm.String" /></Action>`;
const container =
  '<EntityContainer Name="Service"><EntitySet Name="shelves" EntityType="graph.shelf" /></EntityContainer>';

function pages(
  method: string,
  path: string,
  body: string,
  { section = "", csdl = types + container } = {},
): Pages {
  return {
    "v1.0.csdl": csdlOf(csdl),
    "api/shelf.md": `---
doc_type: apiPageType
---
# Shelf

Namespace: microsoft.graph

## HTTP request

<!-- { "blockType": "ignored" } -->
\`\`\`http
${method} ${path}
\`\`\`

${section}
## Response

If successful, this method returns a \`204 No Content\` response code.

## Example

<!-- { "blockType": "request", "name": "shelf" } -->
\`\`\`http
${method} https://graph.microsoft.com/v1.0${path.replaceAll("{id}", "1")}
Content-Type: application/json

${body}
\`\`\`

<!-- { "blockType": "response" } -->
\`\`\`http
HTTP/1.1 204 No Content
\`\`\`
`,
  };
}

/** What request/body finds, each with its severity. */
function verdicts(files: Pages): string[] {
  return findingsIn(judgePages(files))
    .filter(({ rule }) => rule === "request/body")
    .map(({ severity, message }) => `${severity} ${message}`);
}

function bodyOf(files: Pages) {
  return documentationIn(files).contract("v1.0").operations[0];
}

describe("a request's body that no page describes", () => {
  it("is what a PATCH changes, or a POST adds to, and never more than a warning", () => {
    expect(bodyOf(pages("PATCH", "/shelves/{id}", "{}"))).toMatchObject({
      requestBody: { kind: "type", name: "microsoft.graph.shelf", collection: false },
      bodyFromMetadata: true,
    });
    expect(findingsOn(pages("PATCH", "/shelves/{id}", '{ "height": "tall" }'))).toMatchObject([
      { rule: "request/body", marks: '"tall"' },
    ]);
    expect(bodyOf(pages("POST", "/shelves/{id}/lamps", "{}"))?.requestBody?.name).toBe(
      "microsoft.graph.lamp",
    );
    expect(findingsOn(pages("POST", "/shelves/{id}/lamps", '{ "watts": 3 }'))).toEqual([]);
  });

  it("stays unknown where the path leads to none, and where the page says it", () => {
    expect(bodyOf(pages("POST", "/shelves/{id}", "{}"))).not.toHaveProperty("requestBody");
    expect(bodyOf(pages("PUT", "/shelves/{id}/lamps", "{}"))).not.toHaveProperty("requestBody");
    expect(bodyOf(pages("PATCH", "/racks/{id}", "{}"))).not.toHaveProperty("requestBody");
    const section =
      "## Request body\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|height|Int32|How high.|\n";
    expect(bodyOf(pages("PATCH", "/shelves/{id}", "{}", { section }))).not.toHaveProperty("bodyFromMetadata");
  });
});

describe("an action's parameters that no page lists", () => {
  const move = "/shelves/{id}/move";
  const section = "## Request body\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|metres|Int32|How far.|\n";

  it("are those of the metadata, beside the listed ones", () => {
    const parameters = bodyOf(pages("POST", move, "{}", { section }))?.parameters;
    expect(parameters?.map(({ name, fromMetadata }) => [name, fromMetadata?.[0]])).toEqual([
      ["metres", undefined],
      ["reason", "property"],
    ]);
    expect(findingsOn(pages("POST", move, '{ "metres": 1, "reason": "dust" }', { section }))).toEqual([]);
  });

  it("are judged as a warning at most, those of the page as before", () => {
    const severities = (body: string) => verdicts(pages("POST", move, body, { section }));
    expect(severities('{ "reason": 4 }')).toEqual([
      'warning "reason" is the number 4; the metadata says String (v1.0.csdl:9)',
    ]);
    expect(severities('{ "metres": "far" }')).toEqual([expect.stringMatching(/^error "metres"/)]);
    expect(severities('{ "metres": 1, "reasn": "dust" }')).toEqual([
      expect.stringMatching(/^warning "reasn" is not a property of .*did the page mean "reason"/),
    ]);
  });

  it("are found in an extract without a container where only one action has the name", () => {
    const sent = '{ "reason": "dust" }';
    expect(bodyOf(pages("POST", move, sent, { csdl: types }))?.parameters).toHaveLength(2);
    const two = `${types}<Action Name="move" IsBound="true"><Parameter Name="it" Type="graph.lamp" /></Action>`;
    expect(bodyOf(pages("POST", move, sent, { csdl: two }))?.parameters).toEqual([]);
  });
});
