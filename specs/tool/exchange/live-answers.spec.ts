import { describe, expect, it } from "vitest";
import type { Contract } from "../../../src/contract/contract.ts";
import { judgeTraffic, trafficOf } from "../../../src/exchange/recorded/judge-traffic.ts";
import { readHar } from "../../../src/exchange/recorded/read-har.ts";
import type { Assertion } from "../../../src/rules/assertion.ts";
import { contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const root = "https://graph.microsoft.com/v1.0";

interface Sketch {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is said of an answer to a request, be it recorded: all that did not pass. */
function judged(
  contract: Contract,
  request: string,
  answer?: object,
  { status = 200, headers = { "Content-Type": "application/json" } }: Sketch = {},
): readonly Assertion[] {
  const [method = "GET", path = ""] = request.split(" ");
  const entry = {
    request: { method, url: `${root}${path}`, headers: [] },
    response: {
      status,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      content: answer === undefined ? { size: 0 } : { text: JSON.stringify(answer) },
    },
  };
  const entries = readHar([entry], [{ file: "a.har", line: 1, column: 1 }]);
  const { exchanges } = trafficOf([{ file: "a.har", entries }]);
  const [judgement] = [...judgeTraffic(exchanges, () => contract)];
  // Answers are sketched without a context.
  return (judgement?.assertions ?? []).filter(
    ({ rule, status: one }) => (one === "fail" || one === "not-verified") && rule !== "odata/context-missing",
  );
}

/** `error body/type`, `undocumented http/status`. */
function inShort(assertions: readonly Assertion[]): string[] {
  return assertions.map((one) => `${"reason" in one ? one.reason : one.severity} ${one.rule}`);
}

const row = (name: string, type: string, text: string) => `|${name}|${type}|${text}|`;
const thing = resourcePage("thing", {
  properties: [
    row("id", "String", "The key."),
    row("name", "String", "A name."),
    row("colour", "String", "The possible values are: `red`, `green`."),
    row("state", "thingState", "The possible values are: `open`, `closed`, `unknownFutureValue`."),
    row("other", "String", "Another."),
    row("secret", "String", "This property is never returned on a GET operation."),
    row("later", "Boolean", "Do not use – reserved for future use."),
    row("extra", "String", "It is not returned by default."),
    row("@microsoft.graph.mode", "String", "How it is made."),
  ],
  json: { id: "String", name: "String" },
});
const contract = contractOfPages({
  "resources/thing.md": thing,
  "resources/other-family-thing.md": resourcePage("thing", {
    properties: [row("limit", "Int32", "Of another family.")],
    json: { id: "String" },
  }),
  "resources/plain.md": resourcePage("plain", {
    properties: [row("address", "String", "Where."), row("count", "Int32", "How many.")],
    json: { address: "String" },
  }).replace('"blockType"', '"baseType":"microsoft.graph.entity","blockType"'),
  "api/thing-get.md": apiPage("Get thing", "GET /things/{id}", {
    response: "`200 OK` and a [thing](../resources/thing.md) object",
  }),
  "api/thing-list.md": apiPage("List things", "GET /things", {
    response: "`200 OK` and a collection of [thing](../resources/thing.md) objects",
  }),
  "api/plain-get.md": apiPage("Get plain", "GET /plain", {
    response: "`200 OK` and a [plain](../resources/plain.md) object",
  }),
});
const whole = { id: "1", name: "a", colour: "red", state: "open", other: "b" };
const { other, ...lacking } = whole;

describe("what a real service leaves out", () => {
  it("is one info for each type", () => {
    const said = judged(contract, "GET /things/1", { id: "1", state: "open" });
    expect(inShort(said)).toEqual(["info body/missing-property"]);
    expect(said[0]).toMatchObject({
      message: expect.stringContaining(
        '"name", "colour", "other" did not come, documented properties of thing',
      ),
    });
    expect(inShort(judged(contract, "GET /things", { value: [lacking, { ...lacking, id: "2" }] }))).toEqual([
      "info body/missing-property",
    ]);
  });

  it("is nothing where the page says that it does not come, or where another family's page has it", () => {
    expect(inShort(judged(contract, "GET /things/1", whole))).toEqual([]);
  });

  it("is an error where it is the key, or was selected by name", () => {
    const { id, ...keyless } = whole;
    expect(inShort(judged(contract, "GET /things/1", keyless))).toEqual(["error body/missing-property"]);
    expect(inShort(judged(contract, "GET /things/1?$select=id,name", { id: "1" }))).toContain(
      "error query/select-projection",
    );
  });

  it("is not the id of a type that nobody gives a key", () => {
    expect(inShort(judged(contract, "GET /plain", { address: "a", count: 1 }))).toEqual([]);
  });
});

describe("a value that is new", () => {
  it("is an error for an enumeration and an info for a listed value, once for each property", () => {
    const value = ["x", "x", "y"].map((text, index) => ({
      ...whole,
      id: `${index}`,
      state: text,
      colour: text,
    }));
    const said = judged(contract, "GET /things", { value });
    expect(inShort(said)).toEqual(["info body/enum-member", "error body/enum-member"]);
    expect(said[1]).toMatchObject({ message: expect.stringContaining('; neither is "y"') });
  });
});

describe("what real services were seen to answer is no finding", () => {
  const item = resourcePage("driveItem", {
    properties: [row("id", "String", "The key."), row("name", "String", "A name.")],
    json: { id: "String" },
  });
  const drive = resourcePage("drive", {
    properties: [row("id", "String", "The key.")],
    json: { id: "String" },
  });
  const user = resourcePage("user", {
    properties: [row("id", "String", "The key."), row("displayName", "String", "A name.")],
    json: { id: "String" },
  }).replace('"blockType"', '"openType":true,"blockType"');
  const returns = (what: string) => ({ response: `\`200 OK\` response code and ${what}` });
  const served = contractOfPages({
    "resources/driveitem.md": item,
    "resources/drive.md": drive,
    "resources/user.md": user,
    "api/user-get.md": apiPage(
      "Get a user",
      "GET /me\nGET /users/{id | userPrincipalName}",
      returns("a [user](../resources/user.md) object"),
    ),
    "api/user-list.md": apiPage(
      "List users",
      "GET /users",
      returns("a collection of [user](../resources/user.md) objects"),
    ),
    "api/user-groups.md": apiPage(
      "Get groups",
      "POST /users/{id}/getMemberGroups",
      returns("a String collection object"),
    ),
    "api/drive-get.md": apiPage(
      "Get drive",
      "GET /me/drive\nGET /drives/{drive-id}",
      returns("a [drive](../resources/drive.md) object"),
    ),
    "api/driveitem-get.md": apiPage(
      "Get item",
      "GET /drives/{drive-id}/items/{item-id}",
      returns("a [driveItem](../resources/driveitem.md) object"),
    ),
    "api/driveitem-list-children.md": apiPage(
      "List children",
      "GET /drives/{drive-id}/items/{item-id}/children",
      returns("a collection of [driveItem](../resources/driveitem.md) objects"),
    ),
    "api/user-post.md": apiPage("Create user", "POST /users", {
      response: "`201 Created` response code and a [user](../resources/user.md) object",
    }),
    "api/user-delete.md": apiPage("Delete user", "DELETE /users/{id}", {
      response: "`204 No Content` response code",
    }),
  });
  const context = (fragment: string, rest: object) => ({
    "@odata.context": `${root}/$metadata#${fragment}`,
    ...rest,
  });
  const ada = { id: "1b4e28ba-2fa1-11d2-883f-0016d3cca427", displayName: "Ada" };
  const list = { value: [{ id: "2", name: "a" }] };

  it.each<[string, string, object, Sketch?]>([
    [
      "a context of Collection(type)/$entity",
      "GET /drives/b!1/items/01A",
      context("Collection(driveItem)/$entity", { id: "2", name: "a" }),
    ],
    [
      "of Collection(qualified)/$entity",
      "GET /drives/b!1/items/01A",
      context("Collection(microsoft.graph.driveItem)/$entity", { id: "2", name: "a" }),
    ],
    ["of Collection(type)", "GET /drives/b!1/items/01A/children", context("Collection(driveItem)", list)],
    ["of the other address of a drive", "GET /me/drive", context("drives/$entity", { id: "b!1" })],
    [
      "of a drive by its owner",
      "GET /me/drive",
      context("users('ada%40contoso.com')/drive/$entity", { id: "b!1" }),
    ],
    ["of the user by name for me", "GET /me", context("users/$entity", ada)],
    [
      "of me by a principal name in a path",
      "GET /drives/b!1/items/01A/children",
      context("users('ada%40contoso.com')/drive/items('01A')/children", list),
    ],
    [
      "of values without a resource",
      "POST /users/1/getMemberGroups",
      context("Collection(Edm.String)", { value: ["a"] }),
    ],
    [
      "a count that nobody asked for",
      "GET /drives/b!1/items/01A/children",
      context("Collection(driveItem)", { "@odata.count": 1, ...list }),
    ],
    [
      "an extension property",
      "GET /me",
      context("users/$entity", { ...ada, extension_ab603c56068041afb2f6832e2a17e237_skypeId: "a" }),
    ],
    [
      "a content type without blanks",
      "GET /me",
      context("users/$entity", ada),
      {
        headers: {
          "content-type":
            "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
          "OData-Version": "4.0",
        },
      },
    ],
    [
      "a content type with blanks",
      "GET /me",
      context("users/$entity", ada),
      { headers: { "Content-Type": "application/json; odata.metadata=minimal; charset=utf-8" } },
    ],
    [
      "a Location that is no URL of Graph",
      "POST /users",
      context("users/$entity", ada),
      {
        status: 201,
        headers: {
          "Content-Type": "application/json",
          Location: "https://graph.windows.net/1b/directoryObjects/2/Microsoft.DirectoryServices.User",
        },
      },
    ],
  ])("%s", (_what, request, answer, sketch) => {
    const known = ["open-type body/unknown-property"];
    expect(inShort(judged(served, request, answer, sketch)).filter((one) => !known.includes(one))).toEqual(
      [],
    );
  });

  it("a 204 without OData-Version, and a 401 without a body", () => {
    expect(inShort(judged(served, "DELETE /users/1", undefined, { status: 204, headers: {} }))).toEqual([]);
    const refused = judged(served, "GET /me", undefined, {
      status: 401,
      headers: { "WWW-Authenticate": "Bearer" },
    });
    expect(inShort(refused)).toEqual(["no-credentials http/status"]);
  });

  it.each<[string, object]>([
    ["an empty code", { code: "", message: "Failed.", innerError: { date: "2026-01-01T00:00:00" } }],
    ["a code with a blank", { code: "Access denied", message: "Failed." }],
    ["a code of digits", { code: "40001", message: "Failed." }],
    ["no innerError", { code: "BadRequest", message: "Failed." }],
    [
      "more names in innerError",
      { code: "BadRequest", message: "No.", innerError: { "client-request-id": "1", x: {} } },
    ],
    ["innererror in lower case", { code: "BadRequest", message: "No.", innererror: { code: "x" } }],
  ])("an error with %s", (_what, error) => {
    const answer = { status: 409, headers: { "Content-Type": "application/json" } };
    const rules = inShort(judged(served, "GET /me", { error }, answer)).map((one) => one.split(" ")[1]);
    expect(rules.filter((rule) => rule !== "http/status")).toEqual([]);
  });

  it("but an error without its envelope is", () => {
    const answer = { status: 409, headers: { "Content-Type": "application/json" } };
    expect(inShort(judged(served, "GET /me", { message: "No." }, answer))).toContain("error error/envelope");
  });

  it("but a context of something else is", () => {
    const of = (request: string, fragment: string) =>
      inShort(judged(served, request, context(fragment, { id: "1" }))).filter((one) =>
        one.includes("context-path"),
      );
    expect(of("GET /users/1", "drives/$entity")).toEqual(["warning odata/context-path"]);
    expect(of("GET /users/1", "Collection(driveItem)/$entity")).toEqual(["warning odata/context-path"]);
    // One page alone says what an item is.
    expect(of("GET /drives/b!1/items/01A", "users/$entity")).toEqual(["undocumented odata/context-path"]);
  });
});
