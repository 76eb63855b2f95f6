import { expect } from "vitest";
import { idOf, itemsOf } from "../teller.ts";
import type { Ask } from "./plain-client.ts";

const user = {
  accountEnabled: true,
  displayName: "Plain <User>",
  mailNickname: "plain",
  userPrincipalName: "plain@plain.example",
  passwordProfile: { password: "xWwvJ]6NMw+bWH-d" },
};

/** The status of what is written and read, and the headers that belong to it. */
export async function askForStatus(ask: Ask, me: Ask): Promise<void> {
  const created = await ask("plain: 201 for a new user", "POST /users", 201, { body: user });
  const path = `/users/${idOf(created)}`;
  await ask("plain: 204 for its change", `PATCH ${path}`, 204, {
    body: { city: "Zürich", officeLocation: "18/2111" },
  });
  await ask(
    "plain: 200, by its name",
    "GET /users/plain@plain.example?$select=city,displayName",
    200,
    {},
    ({ body }) => expect(body).toMatchObject({ city: "Zürich", displayName: "Plain <User>" }),
  );
  await ask("plain: one property", `GET ${path}/displayName`, 200, {}, ({ body }) =>
    expect(body.value).toBe("Plain <User>"),
  );
  await ask("plain: the value of a property as text", `GET ${path}/displayName/$value`, 200, {}, ({ text }) =>
    expect(text).toBe("Plain <User>"),
  );
  await ask(
    "plain: a number of users",
    "GET /users/$count",
    200,
    { headers: { ConsistencyLevel: "eventual" } },
    ({ text }) => expect(text).toMatch(/^\d+$/),
  );
  await ask(
    "plain: only what matters of the metadata",
    `GET ${path}?$select=id`,
    200,
    {
      headers: { accept: "application/json;odata.metadata=none" },
    },
    ({ body }) => expect(Object.keys(body)).toEqual(["id"]),
  );
  await ask("plain: 204 for its manager", `PUT ${path}/manager/$ref`, 204, {
    body: { "@odata.id": `https://graph.microsoft.com/v1.0/users/${idOf(created)}` },
  });
  await ask("plain: open extensions of a user", `POST ${path}/extensions`, 201, {
    body: {
      "@odata.type": "microsoft.graph.openTypeExtension",
      extensionName: "com.unseen.roaming",
      theme: "dark",
    },
  });
  await ask(
    "plain: a user with its extensions",
    `GET ${path}?$select=id&$expand=extensions`,
    200,
    {},
    ({ body }) => expect(body).toMatchObject({ extensions: [{ id: "com.unseen.roaming", theme: "dark" }] }),
  );
  await ask("plain: 204 for a deletion", `DELETE ${path}`, 204);
  await ask("plain: 404 for what is deleted", `GET ${path}`, 404, {}, ({ body }) =>
    expect(body).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } }),
  );
  await ask("plain: 404 for a second deletion", `DELETE ${path}`, 404);
  await me("plain: 202 for mail", "POST /me/sendMail", 202, {
    body: {
      message: {
        subject: "Meet for lunch?",
        body: { contentType: "Text", content: "The new cafeteria is open." },
        toRecipients: [{ emailAddress: { address: "fannyd@unseen.example" } }],
      },
      saveToSentItems: "true",
    },
  });
  await ask(
    "plain: 302 to a report",
    "GET /reports/getOffice365ActiveUserDetail(period='D7')",
    302,
    {},
    ({ headers }) => expect(headers.get("location")).toMatch(/^https?:/),
  );
  await ask(
    "plain: 302 to a report of a day",
    "GET /reports/getTeamsUserActivityUserDetail(date=2021-03-01)",
    302,
  );
  await me("plain: a birthday without a time", "POST /me/contacts", 201, {
    body: { givenName: "Birth", birthday: "1974-07-22T00:00:00Z" },
  });
  await me("plain: accepted meetings are 202", "POST /me/events/none/accept", 404, {
    body: { sendResponse: false },
  });
  const note = await me("plain: a notebook", "POST /me/onenote/notebooks", 201, {
    body: { displayName: "Plain notes" },
  });
  const section = await me("plain: its section", `POST /me/onenote/notebooks/${idOf(note)}/sections`, 201, {
    body: { displayName: "Plain section" },
  });
  const page = await me("plain: a page of HTML", `POST /me/onenote/sections/${idOf(section)}/pages`, 201, {
    headers: { "content-type": "text/html" },
    body: "<!DOCTYPE html><html><head><title>A page</title></head><body><p id='p'>Hello {name}</p></body></html>",
  });
  await me("plain: the page's content", `GET /me/onenote/pages/${idOf(page)}/content`, 200, {}, ({ text }) =>
    expect(text).toContain("Hello {name}"),
  );
  await me("plain: the page's content is changed", `PATCH /me/onenote/pages/${idOf(page)}/content`, 204, {
    body: [{ target: "body", action: "append", content: "<p>more</p>" }],
  });
  await me(
    "plain: the section's pages",
    `GET /me/onenote/sections/${idOf(section)}/pages?$select=id,title`,
    200,
    {},
    ({ body }) => expect(itemsOf(body).map(({ id }) => id)).toEqual([idOf(page)]),
  );
  await me("plain: 204 for the page's deletion", `DELETE /me/onenote/pages/${idOf(page)}`, 204);
  await me("plain: 404 for the page", `GET /me/onenote/pages/${idOf(page)}`, 404);
}

/** Etags, as files, events and plans have them. */
export async function askWithEtags(me: Ask): Promise<void> {
  const file = await me("etags: a file", "PUT /me/drive/root:/unseen-etag.txt:/content", [200, 201], {
    headers: { "content-type": "text/plain" },
    body: "one",
  });
  const path = `/me/drive/items/${idOf(file)}`;
  let etag = "";
  await me("etags: a file has one", `GET ${path}`, 200, {}, ({ body }) => {
    etag = String(body.eTag ?? body["@odata.etag"]);
    expect(etag).toMatch(/^(W\/)?".*"$/);
  });
  await me("etags: 304 for what is known", `GET ${path}`, 304, { headers: { "If-None-Match": etag } });
  await me("etags: 412 for another", `PATCH ${path}`, 412, {
    headers: { "If-Match": '"{00000000-0000-0000-0000-000000000000},9"' },
    body: { name: "other.txt" },
  });
  await me("etags: 200 for the right one", `PATCH ${path}`, 200, {
    headers: { "If-Match": etag },
    body: { name: "unseen-2.txt" },
  });
  await me("etags: 200, since the file is another now", `GET ${path}`, 200, {
    headers: { "If-None-Match": etag },
  });
  await me("etags: 412 for a deletion with the old one", `DELETE ${path}`, 412, {
    headers: { "If-Match": etag },
  });
  await me("etags: 204 for a deletion of whatever there is", `DELETE ${path}`, 204, {
    headers: { "If-Match": "*" },
  });
}

/** Requests in one body, some of which wait for others, some of which fail. */
export async function askInBatches(ask: Ask): Promise<void> {
  const json = { "content-type": "application/json" };
  await ask(
    "batch: what waits for a failure fails",
    "POST /$batch",
    200,
    {
      body: {
        requests: [
          { id: "1", method: "GET", url: "/users/nobody@nowhere.example" },
          {
            id: "2",
            method: "POST",
            url: "/groups",
            headers: json,
            body: groupOf("batched2"),
            dependsOn: ["1"],
          },
          { id: "3", method: "POST", url: "/groups", headers: json, body: groupOf("batched3") },
          {
            id: "4",
            method: "GET",
            url: "/groups?$filter=mailNickname eq 'batched3'&$select=mailNickname",
            dependsOn: ["3"],
          },
        ],
      },
    },
    ({ body }) => {
      const by = new Map((Array.isArray(body.responses) ? body.responses : []).map((one) => [one.id, one]));
      expect(["1", "2", "3", "4"].map((id) => by.get(id)?.status)).toEqual([404, 424, 201, 200]);
      expect(by.get("4")?.body.value).toMatchObject([{ mailNickname: "batched3" }]);
    },
  );
  await ask("batch: 400 for one that waits for what is not there", "POST /$batch", 400, {
    body: { requests: [{ id: "1", method: "GET", url: "/users", dependsOn: ["9"] }] },
  });
  await ask("batch: 400 for two of one id", "POST /$batch", 400, {
    body: {
      requests: [
        { id: "1", method: "GET", url: "/users" },
        { id: "1", method: "GET", url: "/groups" },
      ],
    },
  });
  await ask("batch: 400 for more than twenty", "POST /$batch", 400, {
    body: {
      requests: Array.from({ length: 21 }, (_, index) => ({
        id: String(index),
        method: "GET",
        url: "/users",
      })),
    },
  });
}

function groupOf(mailNickname: string) {
  return { displayName: "Batched", mailNickname, mailEnabled: false, securityEnabled: true };
}

/** What Graph refuses. */
export async function askWrongly(ask: Ask, anonymous: Ask): Promise<void> {
  await anonymous("wrong: 401 without a token", "GET /users", 401, {}, ({ headers }) =>
    expect(headers.get("www-authenticate")).toMatch(/^Bearer/),
  );
  await ask("wrong: 400 for a body that is no JSON", "POST /groups", 400, { body: '{"displayName": ' });
  await ask("wrong: 415 for a body of another type", "POST /groups", 415, {
    headers: { "content-type": "application/xml" },
    body: "<group/>",
  });
  await ask("wrong: 400 for a number in the place of a text", "POST /groups", 400, {
    body: { ...groupOf("wrong"), displayName: 5 },
  });
  await ask(
    "wrong: 400 for a member that no enumeration has",
    "POST /identity/conditionalAccess/policies",
    400,
    {
      body: { displayName: "Wrong", state: "sometimes", conditions: {}, grantControls: {} },
    },
  );
  await ask("wrong: 400 for a user without a password", "POST /users", 400, {
    body: {
      accountEnabled: true,
      displayName: "No",
      mailNickname: "no",
      userPrincipalName: "no@plain.example",
    },
  });
  await ask(
    "wrong: 400 for a text in the place of a Boolean",
    "POST /deviceManagement/deviceCompliancePolicies",
    400,
    {
      body: {
        "@odata.type": "#microsoft.graph.windows10CompliancePolicy",
        displayName: "W",
        passwordRequired: "maybe",
      },
    },
  );
  await ask("wrong: 405 for the deletion of a collection", "DELETE /auditLogs/signIns", 405);
  await ask("wrong: 405 for a sign-in that one writes", "POST /auditLogs/signIns", 405, {
    body: { appDisplayName: "x" },
  });
  await ask(
    "wrong: 400 for a filter that does not end",
    "GET /users?$filter=startswith(displayName,'a'",
    400,
  );
  await ask(
    "wrong: 400 for a function that there is not",
    "GET /users?$filter=resembles(displayName,'a')",
    400,
  );
  await ask("wrong: 400 for a negative number of items", "GET /users?$top=-1", 400);
  await ask(
    "wrong: 400 for a date in no form",
    "GET /auditLogs/directoryAudits?$filter=activityDateTime ge 2018-13-45",
    400,
  );
  await ask(
    "wrong: 404 for a team that is not there",
    "GET /teams/00000000-0000-0000-0000-00000000dead/channels",
    404,
  );
  await ask("wrong: 404 for a list of no site", "GET /sites/unseen.example,1,2/lists", 404);
  await ask(
    "wrong: 404 for a device to be changed",
    "PATCH /deviceManagement/managedDevices/00000000-0000-0000-0000-00000000dead",
    404,
    {
      body: { notes: "x" },
    },
  );
  await ask(
    "wrong: 404 for a reference to nobody",
    "POST /directory/administrativeUnits/00000000-0000-0000-0000-00000000dead/members/$ref",
    404,
    {
      body: { "@odata.id": "https://graph.microsoft.com/v1.0/users/00000000-0000-0000-0000-00000000dead" },
    },
  );
  await ask("wrong: 400 or 404 for a path that there is not", "GET /noSuchThings", [400, 404]);
}
