import type { Pages } from "../../support/rule-fixture.ts";

const boat = `# boat resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key. Read-only.|
|hullName|String|What is painted on it.|
|isAfloat|Boolean|Whether it floats.|
|mast|[mast](mast.md)|What holds the sail.|
|ports|String collection|Where it has been.|
`;

const mast = `# mast resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|heightInMetres|Int32|Its height.|
`;

/** What an API page of boats says, part by part; a part that is left out says the usual. */
export interface BoatPage {
  readonly http?: string;
  readonly query?: string;
  readonly headers?: string;
  readonly body?: string;
  readonly response?: string;
  readonly examples: string;
}

/** A page of boats, with the types that it speaks of. */
export function boatPages(page: BoatPage): Pages {
  const { http = "GET /boats/{boat-id}", query = "", headers = "", examples } = page;
  const {
    body = "Do not supply a request body for this method.",
    response = "If successful, this method returns a `200 OK` response code and a [boat](../resources/boat.md) object in the response body.",
  } = page;
  const api = `# Use a boat

Namespace: microsoft.graph

## HTTP request

<!-- {"blockType": "ignored"} -->
\`\`\`http
${http}
\`\`\`

${query === "" ? "" : `## Optional query parameters\n\n${query}\n`}
## Request headers

|Name|Description|
|:---|:---|
|Authorization|Bearer {token}. Required.|
${headers}
## Request body

${body}

## Response

${response}

## Examples

${examples}
`;
  return { "api/boat.md": api, "resources/boat.md": boat, "resources/mast.md": mast };
}

/** A request in its fence, told to be one. */
export function asks(text: string, members = ""): string {
  return `### Request\n\n<!-- {"blockType": "request", "name": "ask"${members}} -->\n\`\`\`http\n${text}\n\`\`\`\n`;
}

/** A response in its fence, told to be one. */
export function answers(
  text: string,
  members = `, "truncated": true, "@odata.type": "microsoft.graph.boat"`,
) {
  return `### Response\n\n<!-- {"blockType": "response"${members}} -->\n\`\`\`http\n${text}\n\`\`\`\n`;
}

export const url = "https://graph.microsoft.com/v1.0/boats/b-1";
export const ok = `HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "id": "b-1",\n  "hullName": "Nutshell"\n}`;
