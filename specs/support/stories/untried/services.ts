import { expect } from "vitest";
import { idOf, idsOf, itemsOf } from "../teller.ts";
import type { Ask } from "../unseen/plain-client.ts";

const ref = (path: string) => ({ body: { "@odata.id": `https://graph.microsoft.com/v1.0${path}` } });

/** Folders in folders, and mail that is moved with them. */
export async function askForFolders(me: Ask): Promise<void> {
  const folders = "/me/mailFolders";
  const parent = await me("folders: one", `POST ${folders}`, 201, { body: { displayName: "Untried {1}" } });
  const other = await me("folders: another", `POST ${folders}`, 201, { body: { displayName: "Other" } });
  const path = `${folders}/${idOf(parent)}`;
  const child = await me("folders: one below", `POST ${path}/childFolders`, 201, {
    body: { displayName: "Below" },
  });
  await me("folders: it says where", `GET ${folders}/${idOf(child)}`, 200, {}, ({ body }) =>
    expect(body).toMatchObject({ displayName: "Below", parentFolderId: idOf(parent) }),
  );
  await me("folders: those below", `GET ${path}/childFolders`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(child)]),
  );
  await me("folders: those at the top", `GET ${folders}`, 200, {}, ({ body }) => {
    expect(idsOf(body)).toContain(idOf(parent));
    expect(idsOf(body)).not.toContain(idOf(child));
  });
  await me("folders: renamed", `PATCH ${folders}/${idOf(child)}`, 200, {
    body: { displayName: "Deeper" },
  });
  const mail = await me("folders: a message", `POST ${path}/messages`, 201, { body: { subject: "In it" } });
  const copied = await me(
    "folders: copied",
    `POST ${path}/copy`,
    [200, 201],
    { body: { destinationId: idOf(other) } },
    ({ body }) => {
      expect(body).toMatchObject({ displayName: "Untried {1}", parentFolderId: idOf(other) });
      expect(idOf(body)).not.toBe(idOf(parent));
    },
  );
  await me("folders: the copy is below", `GET ${folders}/${idOf(other)}/childFolders`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(copied)]),
  );
  await me("folders: the copy's mail", `GET ${folders}/${idOf(copied)}/messages`, 200, {}, ({ body }) =>
    expect(itemsOf(body)).toMatchObject([{ subject: "In it" }]),
  );
  await me("folders: what was copied has its mail", `GET ${path}/messages`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(mail)]),
  );
  await me(
    "folders: moved",
    `POST ${folders}/${idOf(child)}/move`,
    [200, 201],
    { body: { destinationId: idOf(other) } },
    ({ body }) => expect(body).toMatchObject({ displayName: "Deeper", parentFolderId: idOf(other) }),
  );
  await me("folders: none below now", `GET ${path}/childFolders`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([]),
  );
  await me("folders: deleted", `DELETE ${path}`, 204);
  await me("folders: gone", `GET ${path}`, 404);
  await me("folders: gone with its mail", `GET /me/messages/${idOf(mail)}`, 404);
}

/** Calendars that others see, meetings that one looks for, and who is there. */
export async function askForCalendars(me: Ask): Promise<void> {
  let id = "none";
  await me("permissions: listed", "GET /me/calendar/calendarPermissions", [200], {}, ({ body }) => {
    id = idsOf(body)[0] ?? id;
  });
  await me("permissions: changed", `PATCH /me/calendar/calendarPermissions/${id}`, 200, {
    body: { role: "write" },
  });
  await me("permissions: as changed", `GET /me/calendar/calendarPermissions/${id}`, 200, {}, ({ body }) =>
    expect(body.role).toBe("write"),
  );
  const meeting = await me("meetings: one", "POST /me/onlineMeetings", 201, {
    body: {
      startDateTime: "2031-07-12T14:30:34Z",
      endDateTime: "2031-07-12T15:00:34Z",
      subject: "Untried & more",
    },
  });
  const url = encodeURIComponent(String(meeting.joinWebUrl));
  await me(
    "meetings: by their address",
    `GET /me/onlineMeetings?$filter=JoinWebUrl%20eq%20'${url}'`,
    200,
    {},
    ({ body }) => expect(idsOf(body)).toEqual([idOf(meeting)]),
  );
  await me("meetings: changed", `PATCH /me/onlineMeetings/${idOf(meeting)}`, 200, {
    body: { subject: "Other" },
  });
  await me("meetings: as changed", `GET /me/onlineMeetings/${idOf(meeting)}`, 200, {}, ({ body }) =>
    expect(body).toMatchObject({ subject: "Other" }),
  );
  const ids = ["fa8bf3dc-eca7-46b7-bad1-db199b62afc3", "66825e03-7ef5-42da-9069-724602c31f6b"];
  await me("presence: of two", "POST /communications/getPresencesByUserId", 200, { body: { ids } }, (reply) =>
    expect(idsOf(reply.body)).toEqual(ids),
  );
}

/** Workbooks that are written and read. */
export async function askForWorkbooks(me: Ask): Promise<void> {
  const file = await me("workbooks: a file", "PUT /me/drive/root:/untried.xlsx:/content", [200, 201], {
    headers: { "content-type": "application/octet-stream" },
    body: "PK",
  });
  const book = `/me/drive/items/${idOf(file)}/workbook`;
  await me("workbooks: a session", `POST ${book}/createSession`, [201, 202], {
    body: { persistChanges: true },
  });
  const sheet = await me(
    "workbooks: a sheet",
    `POST ${book}/worksheets`,
    [200, 201],
    { body: { name: "Untried" } },
    ({ body }) => expect(body.name).toBe("Untried"),
  );
  const path = `${book}/worksheets/${encodeURIComponent(idOf(sheet))}`;
  await me("workbooks: its sheets", `GET ${book}/worksheets`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toContain(idOf(sheet)),
  );
  await me("workbooks: the sheet by its name", `GET ${book}/worksheets/Untried`, 200, {}, ({ body }) =>
    expect(idOf(body)).toBe(idOf(sheet)),
  );
  await me("workbooks: the sheet renamed", `PATCH ${path}`, 200, { body: { name: "Renamed" } });
  await me("workbooks: the sheet as renamed", `GET ${path}`, 200, {}, ({ body }) =>
    expect(body.name).toBe("Renamed"),
  );
  const values = [
    ["Hello", "100"],
    ["1/1/2016", "<b>"],
  ];
  await me("workbooks: cells are written", `PATCH ${path}/range(address='A1:B2')`, 200, { body: { values } });
  await me("workbooks: cells are read", `GET ${path}/range(address='A1:B2')`, 200, {}, ({ body }) =>
    expect(body.values).toEqual(values),
  );
  await me("workbooks: other cells are others", `GET ${path}/range(address='C1:D2')`, 200, {}, ({ body }) =>
    expect(body.values).not.toEqual(values),
  );
  const table = await me("workbooks: a table", `POST ${book}/tables/add`, [200, 201], {
    body: { address: "Sheet1!A1:D5", hasHeaders: true },
  });
  const tablePath = `${book}/tables/${idOf(table)}`;
  await me("workbooks: its tables", `GET ${book}/tables`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toContain(idOf(table)),
  );
  await me("workbooks: the table changed", `PATCH ${tablePath}`, 200, {
    body: { name: "Untried1", showTotals: true },
  });
  await me("workbooks: the table as changed", `GET ${tablePath}`, 200, {}, ({ body }) =>
    expect(body).toMatchObject({ name: "Untried1", showTotals: true }),
  );
  await me("workbooks: a column", `POST ${tablePath}/columns/add`, [200, 201], {
    body: { name: "Extra", values: [["Extra"], ["1"]] },
  });
  await me("workbooks: rows", `POST ${tablePath}/rows/add`, [200, 201], { body: { values: [[1, 2, 3]] } });
  await me("workbooks: the rows", `GET ${tablePath}/rows`, 200, {}, ({ body }) =>
    expect(itemsOf(body).some((row) => JSON.stringify(row.values) === "[[1,2,3]]")).toBe(true),
  );
  await me("workbooks: no table", `DELETE ${tablePath}`, [200, 204]);
  await me("workbooks: the table is gone", `GET ${tablePath}`, 404);
  const chart = await me("workbooks: a chart", `POST ${path}/charts/add`, [200, 201], {
    body: { type: "ColumnStacked", sourceData: "A1:B1", seriesBy: "Auto" },
  });
  await me("workbooks: its charts", `GET ${path}/charts`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toContain(idOf(chart)),
  );
  await me("workbooks: no sheet", `DELETE ${path}`, [200, 204]);
  await me("workbooks: the sheet is gone", `GET ${path}`, 404);
}

/** Lists of sites, sites of sites. */
export async function askForSites(ask: Ask): Promise<void> {
  const site = await ask("sites: the root", "GET /sites/root", 200);
  const path = `/sites/${idOf(site)}`;
  await ask("sites: those below", `GET ${path}/sites`, 200, {}, ({ body }) =>
    expect(Array.isArray(body.value)).toBe(true),
  );
  const list = await ask("lists: one", `POST ${path}/lists`, 201, {
    body: {
      displayName: "Untried books",
      columns: [
        { name: "Author", text: {} },
        { name: "PageCount", number: {} },
      ],
      list: { template: "genericList" },
    },
  });
  await ask("lists: by its title", `GET ${path}/lists/Untried%20books`, 200, {}, ({ body }) =>
    expect(idOf(body)).toBe(idOf(list)),
  );
  await ask("lists: none of another title", `GET ${path}/lists/Unread%20books`, 404);
  const items = `${path}/lists/${idOf(list)}/items`;
  const item = await ask("lists: an item", `POST ${items}`, 201, {
    body: { fields: { Title: "Widget", Color: "Purple <1>", Weight: 32 } },
  });
  await ask("lists: with its fields", `GET ${items}/${idOf(item)}?$expand=fields`, 200, {}, ({ body }) =>
    expect(body).toMatchObject({ fields: { Title: "Widget", Color: "Purple <1>", Weight: 32 } }),
  );
  await ask("lists: fields are changed", `PATCH ${items}/${idOf(item)}/fields`, [200, 201], {
    body: { Color: "Fuchsia" },
  });
  await ask("lists: as changed", `GET ${items}/${idOf(item)}?$expand=fields`, 200, {}, ({ body }) =>
    expect(body).toMatchObject({ fields: { Title: "Widget", Color: "Fuchsia" } }),
  );
  await ask("lists: an item less", `DELETE ${items}/${idOf(item)}`, 204);
  await ask("lists: without it", `GET ${items}`, 200, {}, ({ body }) => expect(itemsOf(body)).toEqual([]));
}

/** Printers, threats, calls, lessons and reports. */
export async function askForServices(ask: Ask, me: Ask): Promise<void> {
  await me("print: settings", "PATCH /print/settings", 204, { body: { documentConversionEnabled: true } });
  await me("print: as set", "GET /print/settings", 200, {}, ({ body }) =>
    expect(body.documentConversionEnabled).toBe(true),
  );
  const printers = await me("print: printers", "GET /print/printers", 200);
  const share = await me("print: a share", "POST /print/shares", 201, {
    body: {
      displayName: "Untried share",
      allowAllUsers: false,
      "printer@odata.bind": `https://graph.microsoft.com/v1.0/print/printers/${idsOf(printers)[0] ?? "none"}`,
    },
  });
  const user = await ask("print: a user", "POST /users", 201, {
    body: {
      accountEnabled: true,
      displayName: "P",
      mailNickname: "printing",
      userPrincipalName: "printing@untried.example",
      passwordProfile: { password: "xWwvJ]6NMw+bWH-d" },
    },
  });
  const allowed = `/print/shares/${idOf(share)}/allowedUsers`;
  await me("print: allowed", `POST ${allowed}/$ref`, 204, ref(`/users/${idOf(user)}`));
  await me("print: who may", `GET ${allowed}`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(user)]),
  );
  await me("print: no longer", `DELETE ${allowed}/${idOf(user)}/$ref`, 204);
  await me("print: nobody may", `GET ${allowed}`, 200, {}, ({ body }) => expect(itemsOf(body)).toEqual([]));
  const threats = "/informationProtection/threatAssessmentRequests";
  const threat = await me("threats: an address", `POST ${threats}`, 201, {
    body: {
      "@odata.type": "#microsoft.graph.urlAssessmentRequest",
      url: "http://untried.example",
      expectedAssessment: "block",
      category: "phishing",
    },
  });
  await me("threats: read", `GET ${threats}/${idOf(threat)}`, 200, {}, ({ body }) =>
    expect(body).toMatchObject({
      "@odata.type": "#microsoft.graph.urlAssessmentRequest",
      url: "http://untried.example",
      category: "phishing",
    }),
  );
  await me("threats: listed", `GET ${threats}`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toContain(idOf(threat)),
  );
  const lesson = await ask("lessons: a class", "POST /education/classes", 201, {
    body: { displayName: "Untried class", mailNickname: "untriedclass" },
  });
  const path = `/education/classes/${idOf(lesson)}`;
  const category = await me("lessons: a category", `POST ${path}/assignmentCategories/$entity`, 201, {
    body: { displayName: "Quizzes" },
  });
  const task = await me("lessons: an assignment", `POST ${path}/assignments`, 201, {
    body: {
      dueDateTime: "2031-01-01T00:00:00Z",
      displayName: "Reading test",
      instructions: { contentType: "text", content: "Read <chapter> 4" },
      status: "draft",
      allowStudentsToAddResourcesToSubmission: true,
    },
  });
  const assignment = `${path}/assignments/${idOf(task)}`;
  await me("lessons: read", `GET ${assignment}`, 200, {}, ({ body }) =>
    expect(body).toMatchObject({
      displayName: "Reading test",
      instructions: { content: "Read <chapter> 4" },
    }),
  );
  await me(
    "lessons: of a category",
    `POST ${assignment}/categories/$ref`,
    204,
    ref(`${path}/assignmentCategories/${idOf(category)}`),
  );
  await me("lessons: its categories", `GET ${assignment}/categories`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(category)]),
  );
  await me("lessons: of none", `DELETE ${assignment}/categories/${idOf(category)}/$ref`, 204);
  const link = { displayName: "Bing", link: "https://www.bing.com" };
  const added = await me("lessons: a link", `POST ${assignment}/resources`, 201, {
    body: {
      distributeForStudentWork: false,
      resource: { ...link, "@odata.type": "#microsoft.graph.educationLinkResource" },
    },
  });
  await me("lessons: the link is there", `GET ${assignment}/resources`, 200, {}, ({ body }) =>
    expect(itemsOf(body)).toMatchObject([{ id: idOf(added), resource: link }]),
  );
  await me("lessons: changed", `PATCH ${assignment}`, 200, { body: { displayName: "Reading" } });
  await me("lessons: defaults", `PATCH ${path}/assignmentDefaults`, 200, {
    body: { dueTime: "23:59:00" },
  });
  await me("lessons: deleted", `DELETE ${assignment}`, 204);
  await me("lessons: gone", `GET ${assignment}`, 404);
  const hook = await ask("subscriptions: one", "POST /subscriptions", 201, {
    body: {
      changeType: "updated",
      notificationUrl: "https://untried.example/hook",
      resource: "users",
      expirationDateTime: "2031-01-01T11:00:00Z",
      clientState: "{secret}",
    },
  });
  await ask("subscriptions: renewed", `PATCH /subscriptions/${idOf(hook)}`, 200, {
    body: { expirationDateTime: "2031-01-02T11:00:00Z" },
  });
  await ask("subscriptions: as renewed", `GET /subscriptions/${idOf(hook)}`, 200, {}, ({ body }) =>
    expect(body).toMatchObject({ resource: "users", expirationDateTime: "2031-01-02T11:00:00Z" }),
  );
  await ask("subscriptions: no longer", `DELETE /subscriptions/${idOf(hook)}`, 204);
  await ask("subscriptions: gone", `GET /subscriptions/${idOf(hook)}`, 404);
  for (const report of [
    "getEmailActivityCounts(period='D7')",
    "getMailboxUsageDetail(period='D30')",
    "getOffice365ActivationCounts",
    "getOneDriveUsageAccountDetail(period='D90')",
  ])
    await ask(`reports: ${report}`, `GET /reports/${report}`, 302);
}
