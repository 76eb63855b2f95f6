import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const berth = resourcePage("berth", {
  properties: ["|id|String|The key. Read-only.|", "|name|String|What the sign says.|"],
  json: { id: "String", name: "String" },
});
const response = "`200 OK` response code and a collection of [berth](../resources/berth.md) objects";
const listBerths = apiPage("List berths", "GET /berths", { response }).replace(
  "## Request body",
  [
    "## Optional query parameters\n\nThis method supports the `$search` and `$top` query parameters.",
    "## Request headers\n\n|Header|Value|\n|:---|:---|",
    "|Authorization|Bearer {token}. Required.|",
    "|ConsistencyLevel|eventual. This header is required when using `$search`.|\n\n## Request body",
  ].join("\n"),
);
const viewed = apiPage("List view", "GET /berths/view?from={from}&until={until}&colour=red", {
  response,
  examples: [
    [
      "GET https://graph.microsoft.com/v1.0/berths/view?from=2020-01-01",
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"value": []}',
    ],
  ],
});
const { ask } = await askedOf([
  contractOfPages({
    "resources/berth.md": berth,
    "api/berth-list.md": listBerths,
    "api/berth-view.md": viewed,
    "api/berth-paint.md": apiPage("berth: paint", "POST /berths/{id}/paint", {
      parameters: ["|colour|String|The colour. Required.|", "|layers|Int32|How often.|"],
      response: "`204 No Content` response code. It does not return anything",
    }),
    "api/berth-create.md": apiPage("Create berth", "POST /berths", {
      response: "`201 Created` response code and a [berth](../resources/berth.md) object",
    }),
  }),
]);

describe("a request without what its page requires", () => {
  it("is refused where an option needs a header, which the refusal names", async () => {
    const { status, error } = await ask("/berths?$search=%22name:a%22");
    expect(status).toBe(400);
    expect(error.message).toContain("ConsistencyLevel: eventual");
  });

  it("is answered with the header, and without the option", async () => {
    const headers = { consistencylevel: "eventual" };
    expect((await ask("/berths?$search=%22name:a%22", { headers })).status).toBe(200);
    expect((await ask("/berths?$top=1")).status).toBe(200);
    expect((await ask("/berths?$search=%22name:a%22")).status).toBe(400);
  });

  it("is refused where an option is missing that the path of the page has", async () => {
    const { status, error } = await ask("/berths/view?until=2020-01-02");
    expect(status).toBe(400);
    expect(error.message).toContain("'from'");
  });

  it("is answered where an example leaves the option out, or where the page gives it a value", async () => {
    expect((await ask("/berths/view?from=2020-01-01")).status).toBe(200);
  });
});

describe("a user that is created", () => {
  const row = (name: string) => `|${name}|String|A text.|`;
  const needed = ["accountEnabled", "displayName", "mailNickname", "passwordProfile", "userPrincipalName"];
  const whole = Object.fromEntries(needed.map((name) => [name, "x"]));
  const { passwordProfile: _secret, ...without } = whole;
  const user = "[user](../resources/user.md)";
  const create = (title: string, names: readonly string[]) =>
    apiPage(title, "POST /users", {
      body: `In the request body, supply a JSON representation of the ${user} object.`,
      parameters: names.map(row),
      response: `\`201 Created\` response code and a ${user} object`,
    });
  const pages = {
    "resources/user.md": resourcePage("user", {
      properties: ["id", "identities", "jobTitle", "limit", ...needed].map(row),
      json: { id: "String", displayName: "String" },
    }),
    "api/user-create.md": create("Create user", needed),
  };
  const sent = async (body: object, more: Readonly<Record<string, string>> = {}) =>
    (await (await askedOf([contractOfPages({ ...pages, ...more })])).ask("POST /users", { body })).status;

  it("needs what its page says above the table", async () => {
    expect(await sent(whole)).toBe(201);
    for (const body of [without, { ...without, jobTitle: "Cook" }, {}]) expect(await sent(body)).toBe(400);
  });

  it("needs nothing of it with identities, where another page takes what is sent, or where the page lists less", async () => {
    expect(await sent({ displayName: "A", identities: "x" })).toBe(201);
    const device = { "api/device-user-create.md": create("Create user", ["limit"]) };
    for (const body of [{ limit: "5" }, {}]) expect(await sent(body, device)).toBe(201);
    expect(await sent(without, device)).toBe(400);
    expect(await sent(without, { "api/user-create.md": create("Create user", needed.slice(1)) })).toBe(201);
  });
});

describe("the parameters of an action", () => {
  it("are taken with a capital letter in front, as generated clients send them", async () => {
    const { items } = await ask("/berths");
    const paint = `POST /berths/${String(items[0]?.id)}/paint`;
    expect((await ask(paint, { body: { Colour: "red", Layers: 2 } })).status).toBe(204);
    expect((await ask(paint, { body: { Layers: "two" } })).status).toBe(400);
    expect((await ask(paint, { body: { COLOUR: "red" } })).status).toBe(400);
  });

  it("are not the properties of a resource, whose names have one spelling", async () => {
    expect((await ask("POST /berths", { body: { Name: "south" } })).status).toBe(400);
    expect((await ask("POST /berths", { body: { name: "south" } })).status).toBe(201);
  });
});

describe("a name that no page documents", () => {
  const typeText = (name: string) =>
    resourcePage(name, {
      properties: ["|id|String|The key.|", "|label|String|A label.|"],
      json: { id: "String", label: "x" },
    }).replace('"blockType":"resource"', '"blockType":"resource","openType":true');
  const list = (name: string) =>
    apiPage(`List ${name}`, `GET /${name}s`, {
      response: `\`200 OK\` response code and a collection of [${name}](../resources/${name}.md) objects`,
    });
  const open = contractOfPages({
    "resources/event.md": typeText("event"),
    "resources/chart.md": typeText("chart"),
    "api/event-list.md": list("event"),
    "api/chart-list.md": list("chart"),
  });

  it("is refused on a type that is open to extensions alone, unless it is named as they are", async () => {
    const events = await askedOf([open]);
    expect((await events.ask("/events?$select=nope")).status).toBe(400);
    expect((await events.ask("/events?$filter=nope eq 'x'")).status).toBe(400);
    expect((await events.ask("/events?$select=label,extkvbmkofy_courses")).status).toBe(200);
  });

  it("is taken on a type that is open to any", async () => {
    const charts = await askedOf([open]);
    expect((await charts.ask("/charts?$select=nope")).status).toBe(200);
  });
});
