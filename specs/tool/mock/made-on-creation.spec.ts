import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages, started } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const id = "|id|String|The key. Read-only.|";
const linked = (type: string) => `[${type}](../resources/${type}.md)`;
const made = (type: string) => ({
  body: `In the request body, supply a JSON representation of the ${linked(type)} object.`,
  response: `\`201 Created\` response code and a ${linked(type)} object`,
});
const one = (type: string) => ({ response: `\`200 OK\` response code and a ${linked(type)} object` });
const at = (path: string) =>
  `POST https://graph.microsoft.com/v1.0${path}\nContent-Type: application/json\n\n`;
const created = "HTTP/1.1 201 Created\nContent-Type: application/json\n\n";

const contract = contractOfPages({
  "resources/talk.md": resourcePage("talk", {
    properties: [
      id,
      "|topic|String|What it is about.|",
      "|joinUrl|String|Where it is. Read-only.|",
      "|createdDateTime|DateTimeOffset|When it began. Read-only.|",
      "|note|String|What one says.|",
    ],
    relationships: ["|people|[person](person.md) collection|Who is there.|"],
    json: { id: "String", topic: "String" },
  }),
  "resources/person.md": resourcePage("person", {
    properties: [id, "|userId|String|The user.|"],
    relationships: ["|user|[user](user.md)|The user.|", "|guide|[user](user.md)|Who leads.|"],
    json: { id: "String", userId: "String" },
  }),
  "resources/user.md": resourcePage("user", { properties: [id], json: { id: "String" } }),
  "resources/extension.md": resourcePage("extension", {
    properties: [id, "|extensionName|String|What it is called.|"],
    json: { id: "String", extensionName: "String" },
  }),
  "api/talk-get.md": apiPage("Get talk", "GET /talks/{id}", one("talk")),
  "api/talk-list.md": apiPage("List talks", "GET /talks", {
    response: `\`200 OK\` response code and a collection of ${linked("talk")} objects`,
  }),
  "api/talk-post.md": apiPage("Create talk", "POST /talks", {
    ...made("talk"),
    examples: [
      [
        `${at("/talks")}{ "topic": "Tea", "note": "Hot" }`,
        `${created}{ "id": "1", "topic": "Tea", "note": "Hot", "joinUrl": "https://a.example/1", "createdDateTime": "2020-01-01T00:00:00Z" }`,
      ],
    ],
  }),
  "api/answer-post.md": apiPage("Answer", "POST /talks/{id}/answers", {
    ...made("talk"),
    examples: [
      [
        `${at("/talks/t-7/answers")}{ "topic": "No" }`,
        `${created}{ "id": "2", "topic": "No", "note": "t-7" }`,
      ],
    ],
  }),
  "api/answer-list.md": apiPage("List answers", "GET /talks/{id}/answers", {
    response: `\`200 OK\` response code and a collection of ${linked("talk")} objects`,
  }),
  "api/extension-post.md": apiPage("Create", "POST /talks/{id}/extensions", made("extension")),
  "api/extension-list.md": apiPage("List", "GET /talks/{id}/extensions", {
    response: `\`200 OK\` response code and a collection of ${linked("extension")} objects`,
  }),
  "api/extension-get.md": apiPage("Get", "GET /talks/{id}/extensions/{name}", one("extension")),
  "api/page-post.md": apiPage("Create page", "POST /pages", {
    ...made("talk"),
    examples: [
      [
        "POST https://graph.microsoft.com/v1.0/pages\nContent-Type: multipart/form-data; boundary=b\n\n--b\nContent-Type:text/html\n\n<p>Tea</p>\n--b--",
        `${created}{ "id": "1" }`,
      ],
    ],
  }),
  "api/page-list.md": apiPage("List pages", "GET /pages", {
    response: `\`200 OK\` response code and a collection of ${linked("talk")} objects`,
  }),
  "api/page-content.md": apiPage("Get content", "GET /pages/{id}/$value", {
    response: "`200 OK` response code and the content",
  }),
});

describe("what is created", () => {
  it("has the read-only times and texts that its page shows; what else is not sent is null", async () => {
    const { ask } = await askedOf([contract]);
    const { body } = await ask("POST /talks", { body: { topic: "Ale" } });
    expect(body).toMatchObject({ topic: "Ale", note: null, createdDateTime: started.toISOString() });
    expect(body.joinUrl).toMatch(/^https:/);
    const other = await ask("POST /talks", { body: { topic: "Gin", joinUrl: "https://mine.example" } });
    expect(other.body.joinUrl).not.toBe(body.joinUrl);
  });

  it("has the key of what it is created in where its page shows that", async () => {
    const { ask } = await askedOf([contract]);
    const talk = String((await ask("POST /talks", { body: { topic: "Ale" } })).body.id);
    const { body } = await ask(`POST /talks/${talk}/answers`, { body: { topic: "Yes" } });
    expect([body.topic, body.note, body.joinUrl]).toEqual(["Yes", talk, null]);
  });

  it("has the keys that its body binds, in whatever object, where the type has a property for them", async () => {
    const { ask } = await askedOf([contract]);
    const users = "https://graph.microsoft.com/v1.0/users";
    const people = [
      { "user@odata.bind": `${users}('u-1')`, "guide@odata.bind": `${users}/u-2` },
      { "user@odata.bind": `${users}/u-3`, userId: "mine" },
    ];
    const { body } = await ask("POST /talks", { body: { people } });
    expect(body.people).toMatchObject([{ userId: "u-1" }, { userId: "mine" }]);
    expect(JSON.stringify(body.people)).not.toContain("guideId");
  });

  it("goes by its name where a client gives it one for its key, and by none that is taken", async () => {
    const { ask } = await askedOf([contract]);
    const talk = `/talks/${String((await ask("POST /talks", { body: { topic: "Ale" } })).body.id)}`;
    const { body } = await ask(`POST ${talk}/extensions`, { body: { extensionName: "Com.Tea" } });
    expect(body).toMatchObject({ id: "Com.Tea", extensionName: "Com.Tea" });
    expect((await ask(`${talk}/extensions/com.tea`)).body.id).toBe("Com.Tea");
    expect((await ask(`POST ${talk}/extensions`, { body: { extensionName: "Com.Tea" } })).status).toBe(409);
  });

  it("keeps what was sent as its content where that is no JSON, in a type that an example has a part of", async () => {
    const { ask } = await askedOf([contract]);
    const send = (type: string, body: string) =>
      ask("POST /pages", { headers: { "content-type": type }, body });
    const { status, body } = await send("text/html", "<p>Ale</p>");
    expect(status).toBe(201);
    const content = await ask(`/pages/${String(body.id)}/$value`);
    expect(String(content.bytes)).toBe("<p>Ale</p>");
    expect((await send("application/xml", "<p/>")).status).toBe(415);
  });
});
