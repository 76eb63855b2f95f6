import { apiPage, resourcePage } from "../../support/page-text.ts";

/** The item that the examples of the drive show. */
export const reportKey = "01REPORT7777KEY";

const item = "[driveItem](../resources/driveitem.md)";
const session = "[uploadSession](../resources/uploadsession.md)";
const graph = "https://graph.microsoft.com/v1.0";
const report = { id: reportKey, name: "June.txt", size: 3 };
const answered = (status: string, body?: object) =>
  body === undefined
    ? `HTTP/1.1 ${status}`
    : `HTTP/1.1 ${status}\nContent-Type: application/json\n\n${JSON.stringify(body)}`;

/** The pages of a drive with files, by file, and of mail that has attachments. */
export const drive: Readonly<Record<string, string>> = {
  "resources/driveitem.md": resourcePage("driveItem", {
    properties: [
      "|id|String|The key. Read-only.|",
      "|name|String|The name.|",
      "|size|Int64|The bytes.|",
      "|file|[file](file.md)|What a file has.|",
      "|folder|[folder](folder.md)|What a folder has.|",
      "|parentReference|[itemReference](itemreference.md)|Where it is.|",
    ],
    relationships: ["|content|Stream|The content.|", `|children|${item} collection|What a folder holds.|`],
    json: { id: "String", name: "String", size: 1 },
  }),
  "resources/file.md": resourcePage("file", {
    properties: ["|mimeType|String|The type.|"],
    json: { mimeType: "String" },
  }),
  "resources/folder.md": resourcePage("folder", {
    properties: ["|childCount|Int32|How many.|"],
    json: { childCount: 1 },
  }),
  "resources/itemreference.md": resourcePage("itemReference", {
    properties: ["|id|String|The key.|", "|path|String|The path.|"],
    json: { id: "String", path: "String" },
  }),
  "resources/uploadsession.md": resourcePage("uploadSession", {
    properties: ["|uploadUrl|String|Where to.|", "|expirationDateTime|DateTimeOffset|Until when.|"],
    json: { uploadUrl: "String", expirationDateTime: "String (timestamp)" },
  }),
  "api/item-get.md": apiPage("Get item", "GET /me/drive/items/{item-id}\nGET /me/drive/root:/{item-path}", {
    response: `\`200 OK\` response code and a ${item} object`,
    examples: [[`GET ${graph}/me/drive/items/${reportKey}`, answered("200 OK", report)]],
  }),
  "api/item-delete.md": apiPage("Delete item", "DELETE /me/drive/items/{item-id}", {
    response: "`204 No Content` response code",
  }),
  "api/item-list.md": apiPage("List items", "GET /me/drive/items", {
    response: `\`200 OK\` response code and a collection of ${item} objects`,
  }),
  "api/item-content.md": apiPage(
    "Put content",
    "PUT /me/drive/items/{item-id}/content\nPUT /me/drive/items/{parent-id}:/{filename}:/content\nPUT /me/drive/root:/{item-path}:/content",
    {
      response: `\`201 Created\` or \`200 OK\` response code and a ${item} object`,
      examples: [
        [
          `PUT ${graph}/me/drive/root:/a/b.txt:/content\nContent-Type: text/plain\n\nThe text`,
          answered("201 Created", report),
        ],
        [
          `PUT ${graph}/me/drive/items/${reportKey}/content\nContent-Type: text/plain\n\nThe text`,
          answered("200 OK", report),
        ],
      ],
    },
  ),
  "api/item-get-content.md": apiPage(
    "Get content",
    "GET /me/drive/items/{item-id}/content\nGET /me/drive/root:/{item-path}:/content",
    { response: "the content of the file" },
  ),
  "api/item-upload.md": apiPage(
    "Create upload session",
    "POST /me/drive/items/{item-id}/createUploadSession\nPOST /me/drive/root:/{item-path}:/createUploadSession",
    {
      parameters: [
        "|item|[driveItem](../resources/driveitem.md)|What is sent.|",
        "|deferCommit|Boolean|Wait.|",
      ],
      response: `\`200 OK\` response code and an ${session} object`,
    },
  ),
  "api/item-copy.md": apiPage("driveItem: copy", "POST /me/drive/items/{item-id}/copy", {
    parameters: ["|name|String|The name of the copy.|"],
    response: "`202 Accepted` response code and a `Location` header",
    examples: [
      [
        `POST ${graph}/me/drive/items/${reportKey}/copy\nContent-Type: application/json\n\n{"name": "b"}`,
        "HTTP/1.1 202 Accepted\nLocation: https://contoso.sharepoint.com/_api/monitor/4A34",
      ],
    ],
  }),
  "api/photo-get.md": apiPage("Get photo", "GET /me/photo/$value", { response: "the bytes of the photo" }),
  "api/photo-put.md": apiPage("Update photo", "PUT /me/photo/$value", { response: "`200 OK` response code" }),
};
