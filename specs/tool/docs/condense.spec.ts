import { expect, it } from "vitest";
import { condense } from "../../../src/docs/condense.ts";
import { readPage } from "../../../src/docs/read-page.ts";

const file = "api-reference/v1.0/api/run-get.md";
const source = `# Get run

Gets a [userProcessingResult](../resources/userprocessingresult.md) object.

## HTTP request

\`\`\`http
GET /identityGovernance/runs/{id}
\`\`\`

## Example

<!-- { "blockType": "request", "name": "get_a_run_of_a_workflow" } -->
\`\`\`http
GET https://graph.microsoft.com/v1.0/identityGovernance/runs/1
\`\`\`

<!-- { "blockType": "response", "@odata.type": "microsoft.graph.run" } -->
\`\`\`http
HTTP/1.1 200 OK

{ "displayName": "half of a pair: \\ud83d, and more" }
\`\`\`
`;

it("a condensed page says what it said before", () => {
  const page = readPage(source, { file, version: "v1.0" });
  condense(page, new Map());
  expect(page).toEqual(readPage(source, { file, version: "v1.0" }));
  expect(page.annotations[0]?.fence).toBe(page.examples[0]?.request?.fence);
});

it("half of a surrogate pair stays what it is", () => {
  const part = { text: "half of a pair: \ud83d" };
  condense(part, new Map());
  expect(part.text).toBe("half of a pair: \ud83d");
});

it("names and links are shared with the pages before; a longer text is not remembered", () => {
  const texts = new Map<string, string>();
  condense({ title: "userProcessingResult", kind: "api", text: "a".repeat(300) }, texts);
  expect([...texts.keys()]).toEqual(["userProcessingResult"]);
});

it("equal places of a page are one; those of another file are not", () => {
  const place = (line: number, of = file) => ({ file: of, line, column: 1 });
  const page = { rows: [{ location: place(3) }, { location: place(3) }, { location: place(3, "other.md") }] };
  condense(page, new Map());
  const [first, second, third] = page.rows;
  expect(second?.location).toBe(first?.location);
  expect(third?.location).toEqual(place(3, "other.md"));
});
