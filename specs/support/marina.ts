import type { Contract } from "../../src/contract/contract.ts";
import { deriveContract } from "../../src/contract/derive/derive-contract.ts";
import { showExamples } from "../../src/contract/derive/show-examples.ts";
import type { Change } from "../../src/diff/change.ts";
import { diffContracts } from "../../src/diff/diff-contracts.ts";
import { folderOf } from "../../src/docs/folder.ts";
import { readPage } from "../../src/docs/read-page.ts";

/** A text of a page and what stands there in its place. */
export type Edit = readonly [file: string, find: string, replace: string];

/** Small pages with at least one fact of every kind that pages have. */
export const marina: Readonly<Record<string, string>> = {
  "resources/boat.md": `# boat resource type

Namespace: microsoft.graph

Inherits from [vessel](vessel.md).

## Properties

|Property|Type|Description|
|:---|:---|:---|
|berth|String|Where it lies. Required.|
|colour|String|Its paint. Possible values are: \`red\`, \`white\`.|
|draught|Int32|In centimetres.|
|id|String|Its key. Read-only. Supports \`$filter\` (\`eq\`, \`ne\`) and \`$orderby\`.|
|kind|boatKind|What it is for.|
|launched|DateTimeOffset|When.|
|notes|String|Returned only on \`$select\`.|
|plate|plate|What stands on it.|
|rank|Int32|A number from 1 to 9.|
|tags|String collection|Words.|
|tonnage|Int32|Never null.|

## Relationships

|Relationship|Type|Description|
|:---|:---|:---|
|crew|[sailor](sailor.md) collection|Who sails it. Supports \`$expand\`.|

## JSON representation

<!-- { "blockType": "resource", "keyProperty": "id", "@odata.type": "microsoft.graph.boat", "baseType": "microsoft.graph.vessel" } -->
\`\`\`json
{
  "@odata.type": "#microsoft.graph.boat",
  "berth": "String",
  "id": "String (identifier)"
}
\`\`\`
`,
  "resources/vessel.md": `# vessel resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|length|Int32|In metres.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.vessel" } -->
\`\`\`json
{
  "@odata.type": "#microsoft.graph.vessel",
  "length": 12
}
\`\`\`
`,
  "resources/plate.md": `# plate resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|text|String|What is written.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.plate" } -->
\`\`\`json
{
  "@odata.type": "#microsoft.graph.plate",
  "text": "String"
}
\`\`\`
`,
  "resources/sailor.md": `# sailor resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|Key.|

## JSON representation

<!-- { "blockType": "resource", "keyProperty": "id", "@odata.type": "microsoft.graph.sailor" } -->
\`\`\`json
{
  "@odata.type": "#microsoft.graph.sailor",
  "id": "String"
}
\`\`\`
`,
  "resources/enums.md": `# Enum values

Namespace: microsoft.graph

### boatKind values

|Member|
|:---|
|ferry|
|yacht|
|unknownFutureValue|
|barge|

Use the \`Prefer: include-unknown-enum-members\` request header to get these values: \`barge\`.

### sailKind values

|Member|
|:---|
|jib|
|lateen|
`,
  "api/boat-get.md": `# Get boat

Namespace: microsoft.graph

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Boat.Read.All, Boat.ReadWrite.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Boat.Read.All|

## HTTP request

\`\`\`http
GET /boats/{id}
\`\`\`

## Optional query parameters

This method supports the \`$select\` and \`$expand\` OData query parameters.

## Request headers

|Name|Description|
|:---|:---|
|Authorization|Bearer {token}. Required.|
|Prefer|How the answer is wanted. Optional.|

## Request body

Do not supply a request body for this method.

## Response

If successful, this method returns a \`200 OK\` response code and a [boat](../resources/boat.md) object in the response body.

## Example

<!-- { "blockType": "request", "name": "get_boat" } -->
\`\`\`http
GET https://graph.microsoft.com/v1.0/boats/1
\`\`\`

<!-- { "blockType": "response", "truncated": true, "@odata.type": "microsoft.graph.boat" } -->
\`\`\`http
HTTP/1.1 200 OK
Content-Type: application/json

{
  "id": "1",
  "berth": "7"
}
\`\`\`
`,
  "api/boat-refit.md": `# boat: refit

Namespace: microsoft.graph

## HTTP request

\`\`\`http
POST /boats/{id}/refit
\`\`\`

## Request body

In the request body, provide a JSON object with the following parameters.

|Parameter|Type|Description|
|:---|:---|:---|
|comment|String|What was seen. Optional.|
|yard|String|Where. Required.|

## Response

If successful, this action returns a \`204 No Content\` response code.
`,
};

/** The contract of the pages after some edits; an edit that finds nothing is a mistake. */
export function marinaAfter(edits: readonly Edit[]): Contract {
  const pages = { ...marina };
  for (const [file, find, replace] of edits) {
    const text = pages[file] ?? "";
    if (find !== "" && text.split(find).length !== 2) throw new Error(`"${find}" is not once on ${file}`);
    pages[file] = find === "" ? replace : text.replace(find, () => replace);
  }
  const folder = folderOf(
    Object.entries(pages)
      .filter(([, text]) => text !== "")
      .map(([file, text]) => readPage(text, { file, version: "v1.0" })),
  );
  const contract = deriveContract(folder, "v1.0");
  return { ...contract, shown: showExamples(contract, folder) };
}

/** What changed from one edition of the pages to another. */
export function changesBetween(before: readonly Edit[], after: readonly Edit[]): Change[] {
  return diffContracts(marinaAfter(before), marinaAfter(after));
}
