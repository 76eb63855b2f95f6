import { describe, expect, it } from "vitest";
import { findingsOn, fixed, judgePages } from "./judge-pages.ts";

const resource = (name: string, rows: string, relationships = "") => `# ${name} resource type

Namespace: microsoft.graph

Inherits from [entity](entity.md).

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
${rows}
${relationships === "" ? "" : `## Relationships\n\n|Relationship|Type|Description|\n|:---|:---|:---|\n${relationships}\n`}`;

const list = (name: string, path: string, url: string, context: string) => `# List ${name}s

Namespace: microsoft.graph

## HTTP request

<!-- {"blockType": "ignored"} -->
\`\`\`http
GET ${path}
\`\`\`

## Response

If successful, this method returns a \`200 OK\` response code and a collection of [${name}](../resources/${name}.md) objects in the response body.

## Examples

### Request

<!-- {"blockType": "request", "name": "list_${name}_${path.length}"} -->
\`\`\`http
GET https://graph.microsoft.com/v1.0/${url}
\`\`\`

### Response

<!-- {"blockType": "response", "@odata.type": "microsoft.graph.${name}", "isCollection": true} -->
\`\`\`http
HTTP/1.1 200 OK
Content-Type: application/json

{
  "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#${context}",
  "value": [
    { "id": "1" }
  ]
}
\`\`\`
`;

const rower = "8a1f2b3c-0000-4000-8000-00000000000a";

/** Rowers and clubs have letters, and a rower's boats have logs. */
function pages(context: string, url = `rowers/${rower}/letters`, path = "/rowers/{id}/letters") {
  const letters = "|letters|[letter](letter.md) collection|What was written.|";
  return {
    "resources/entity.md": resource("entity", ""),
    "resources/rower.md": resource("rower", "|name|String|The name.|", letters),
    "resources/club.md": resource("club", "|flag|String|Its flag.|"),
    "resources/letter.md": resource("letter", "|text|String|What it says.|"),
    "api/rower-list.md": list("rower", "/rowers", "rowers", "rowers"),
    "api/club-list.md": list("club", "/clubs", "clubs", "clubs"),
    "api/archive-list.md": list("letter", "/archive/letters", "archive/letters", "archive/letters"),
    "api/letter-list.md": list("letter", path, url, context),
  };
}

const own = (files: Record<string, string>) =>
  findingsOn(files).filter(({ rule }) => rule === "odata/context-path");

describe("the path of a context on a page", () => {
  it.each([
    `rowers('${rower}')/letters`,
    `Rowers('${rower}')/letters`,
    "letters",
    `clubs('1')/rowers('${rower}')/letters`,
    "Collection(microsoft.graph.letter)",
  ])("may be %s", (context) => {
    expect(own(pages(context))).toEqual([]);
  });

  it("is no other where it comes to the same name from what is no kin", () => {
    expect(own(pages(`clubs('${rower}')/letters`))).toMatchObject([
      {
        pointer: "/@odata.context",
        message:
          '"@odata.context" comes to "letters" from clubs/{id}, a club; the request from rowers/{id}, a rower',
      },
    ]);
  });

  it("goes on from one of a collection, not from the collection", () => {
    const [found] = own(pages("rowers/letters", "me/letters", "/me/letters"));
    expect(found?.message).toBe(
      '"@odata.context" comes to "letters" from rowers, a collection; the request from me',
    );
    expect(own(pages("rowers/letters"))).toEqual([]);
  });

  it("is misspelt where no page has a name that is near the request's", () => {
    const files = pages(`rowers('${rower}')/lettres`);
    expect(own(files)).toMatchObject([
      {
        message: '"@odata.context" names "lettres"; did the page mean "letters", as the request has it?',
      },
    ]);
    expect(own(fixed(files))).toEqual([]);
  });

  it("is not verified where nobody says what it begins with", () => {
    const files = pages("depot/letters");
    expect(own(files)).toEqual([]);
    const outcomes = judgePages(files).flatMap(({ assertions }) => assertions);
    expect(
      outcomes.filter(({ rule, status }) => rule === "odata/context-path" && status === "not-verified"),
    ).toMatchObject([
      { message: 'whether "@odata.context" is right is not known: no page here says what depot is' },
    ]);
  });
});
