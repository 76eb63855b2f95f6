import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { library, otherShelfKey, shelfKey } from "./library.ts";

const made = "`201 Created` response code and a [badge](../resources/badge.md) object";
const posted = (body: object): readonly [string, string] => [
  `POST https://graph.microsoft.com/v1.0/badges\nContent-Type: application/json\n\n${JSON.stringify(body)}`,
  `HTTP/1.1 201 Created\nContent-Type: application/json\n\n{"id": "contoso.com"}`,
];

function badges(
  examples: readonly (readonly [string, string])[] = [],
  rows: readonly string[] = [],
  pages = {},
) {
  const properties = [
    "|id|String|The key.|",
    "|title|String|What it says. Required.|",
    "|userPrincipalName|String|Who wears it.|",
    "|made|DateTimeOffset|When. Required. Read-only.|",
    ...rows,
  ];
  return contractOfPages({
    "resources/badge.md": resourcePage("badge", { properties, json: { id: "String", title: "String" } }),
    "api/badge-list.md": apiPage("List badges", "GET /badges", {
      response: "`200 OK` response code and a collection of [badge](../resources/badge.md) objects",
    }),
    "api/badge-get.md": apiPage("Get badge", "GET /badges/{id}", {
      response: "`200 OK` response code and a [badge](../resources/badge.md) object",
    }),
    "api/badge-update.md": apiPage("Update badge", "PATCH /badges/{id}", {
      body: "In the request body, supply a JSON representation of the [badge](../resources/badge.md) object.",
      response: "`200 OK` response code and a [badge](../resources/badge.md) object",
    }),
    "api/badge-post.md": apiPage("Create badge", "POST /badges", {
      body: "In the request body, supply a JSON representation of the [badge](../resources/badge.md) object.",
      response: made,
      examples,
    }),
    ...pages,
  });
}

describe("what a page calls required", () => {
  it("is refused where it is absent, and is nobody's to send where it is read-only", async () => {
    const { ask } = await askedOf([badges()]);
    const refused = await ask("POST /badges", { body: { id: "b1" } });
    expect(refused.status).toBe(400);
    expect(refused.error.message).toBe('"title" is required in the body of POST /badges');
    expect((await ask("POST /badges")).status).toBe(400);
    expect((await ask("/badges/b1")).status).toBe(404);
    expect((await ask("POST /badges", { body: { title: "<b>" } })).body.title).toBe("<b>");
  });

  it("may be left out where an example does, and where something is changed", async () => {
    const { ask } = await askedOf([badges([posted({ userPrincipalName: "ida" })])]);
    expect((await ask("POST /badges", { body: { id: "b1" } })).status).toBe(201);
    expect((await ask("PATCH /badges/b1", { body: { userPrincipalName: "otto" } })).status).toBe(200);
  });

  it("may come as a reference", async () => {
    const { ask } = await askedOf([badges([], ["|owner|String|Who has it. Required.|"])]);
    expect((await ask("POST /badges", { body: { title: "One" } })).status).toBe(400);
    expect((await ask("POST /badges", { body: { id: "b1", title: "One", owner: "ida" } })).status).toBe(201);
    const bound = { title: "Two", "owner@odata.bind": "https://graph.microsoft.com/v1.0/badges/b1" };
    expect((await ask("POST /badges", { body: bound })).status).toBe(201);
  });

  it("is no more than what all pages of the operation call so", async () => {
    const pinned = apiPage("Pin badge", "POST /badges", {
      parameters: ["|pin|String|Where it is pinned. Required.|"],
      response: made,
    });
    const { ask } = await askedOf([badges([], [], { "api/badge-pin.md": pinned })]);
    expect((await ask("POST /badges", { body: { title: "One" } })).status).toBe(201);
    expect((await ask("POST /badges", { body: { pin: "left" } })).status).toBe(201);
  });

  it("is asked of an action, too", async () => {
    const pages = {
      ...library,
      "api/shelf-lend.md": apiPage("shelf: lend", "POST /library/shelves/{shelfId}/lend", {
        parameters: ["|to|String|To whom. Required.|", "|days|Int32|How long.|"],
        response: "`204 No Content` response code. Nothing is returned",
      }),
    };
    const { ask } = await askedOf([contractOfPages(pages)]);
    const lend = `POST /library/shelves/${shelfKey}/lend`;
    expect((await ask(lend, { body: { days: 3 } })).status).toBe(400);
    expect((await ask(lend)).status).toBe(400);
    expect((await ask(lend, { body: { to: "ida" } })).status).toBe(204);
    expect((await ask(`POST /library/shelves/${otherShelfKey}/lend`, { body: { to: "ida" } })).status).toBe(
      204,
    );
  });
});

describe("a key that the client names", () => {
  it("is kept", async () => {
    const { ask } = await askedOf([badges()]);
    const body = { id: "contoso.com", title: "One" };
    expect((await ask("POST /badges", { body })).body.id).toBe("contoso.com");
    expect((await ask("/badges/contoso.com")).body.title).toBe("One");
  });

  it("is refused the second time, and so is what paths take in its place", async () => {
    const { ask } = await askedOf([badges()]);
    const first = { id: "b1", title: "One", userPrincipalName: "ida@contoso.com" };
    expect((await ask("POST /badges", { body: first })).status).toBe(201);
    expect((await ask("POST /badges", { body: { ...first, userPrincipalName: "otto" } })).status).toBe(409);
    const twice = await ask("POST /badges", {
      body: { ...first, id: "b2", userPrincipalName: "IDA@contoso.com" },
    });
    expect(twice.status).toBe(400);
    expect(twice.error.message).toContain("userPrincipalName");
    expect((await ask("/badges/b2")).status).toBe(404);
    // Who gave a name up lets others have it.
    await ask("PATCH /badges/b1", { body: { userPrincipalName: "ada" } });
    expect((await ask("POST /badges", { body: { ...first, id: "b2" } })).status).toBe(201);
    expect(
      (await ask("POST /badges", { body: { ...first, id: "b3", userPrincipalName: "ADA" } })).status,
    ).toBe(400);
  });
});
