import { expect } from "vitest";
import { type Caller, idOf, idsOf, itemsOf, type Teller } from "../teller.ts";

/** What one adds to resources: open extensions and those with a schema. */
export async function tellOfExtensions({ step, refused }: Teller, all: Caller, me: Caller): Promise<void> {
  const schema = await step(
    "extensions: a schema",
    () =>
      me.post("/schemaExtensions", {
        id: "unseen_courses",
        description: "Courses",
        targetTypes: ["Group"],
        properties: [
          { name: "courseId", type: "Integer" },
          { name: "courseName", type: "String" },
        ],
      }),
    (answer) => expect(answer).toMatchObject({ id: "unseen_courses", description: "Courses" }),
  );
  const group = await step("extensions: a group with it", () =>
    all.post("/groups", {
      displayName: "Unseen course",
      mailNickname: "unseencourse",
      mailEnabled: false,
      securityEnabled: true,
      unseen_courses: { courseId: 123, courseName: "New managers" },
    }),
  );
  await step(
    "extensions: comes when it is selected",
    () => all.get(`/groups/${idOf(group)}`, { query: { select: "displayName,unseen_courses" } }),
    (answer) =>
      expect(answer).toMatchObject({ unseen_courses: { courseId: 123, courseName: "New managers" } }),
  );
  await step("extensions: the schema is available", () =>
    me.patch(`/schemaExtensions/${idOf(schema)}`, { status: "Available" }),
  );
  await step(
    "extensions: schemas of that id",
    () => me.get("/schemaExtensions", { query: { filter: "id eq 'unseen_courses'" } }),
    (answer) => expect(itemsOf(answer)).toMatchObject([{ id: "unseen_courses", status: "Available" }]),
  );
  await step("extensions: the schema is deleted", () => me.delete(`/schemaExtensions/${idOf(schema)}`));
  const message = await step("extensions: a draft", () =>
    me.post("/me/messages", { subject: "Unseen extension" }),
  );
  const extensions = `/me/messages/${idOf(message)}/extensions`;
  await step(
    "extensions: an open one",
    () =>
      me.post(extensions, {
        "@odata.type": "microsoft.graph.openTypeExtension",
        extensionName: "Com.Unseen.Referral",
        companyName: "Wingtip Toys",
        dealValue: 500050,
      }),
    (answer) =>
      expect(answer).toMatchObject({
        extensionName: "Com.Unseen.Referral",
        companyName: "Wingtip Toys",
        dealValue: 500050,
      }),
  );
  await step(
    "extensions: read by its name",
    () => me.get(`${extensions}/Com.Unseen.Referral`),
    (answer) => expect(answer).toMatchObject({ companyName: "Wingtip Toys" }),
  );
  await step(
    "extensions: with its message",
    () =>
      me.get(`/me/messages/${idOf(message)}`, {
        query: { expand: "extensions($filter=id eq 'Com.Unseen.Referral')" },
      }),
    (answer) => expect(answer).toMatchObject({ extensions: [{ companyName: "Wingtip Toys" }] }),
  );
  await step("extensions: changed", () =>
    me.patch(`${extensions}/Com.Unseen.Referral`, {
      "@odata.type": "microsoft.graph.openTypeExtension",
      companyName: "Wingtip Toys (USA)",
    }),
  );
  await step(
    "extensions: as changed",
    () => me.get(`${extensions}/Com.Unseen.Referral`),
    (answer) => expect(answer.companyName).toBe("Wingtip Toys (USA)"),
  );
  await step("extensions: deleted", () => me.delete(`${extensions}/Com.Unseen.Referral`));
  await refused("extensions: gone", 404, () => me.get(`${extensions}/Com.Unseen.Referral`));
}

/** What a group says to itself. */
export async function tellOfThreads({ step }: Teller, all: Caller): Promise<void> {
  const group = await step("threads: a group", () =>
    all.post("/groups", {
      displayName: "Unseen threads",
      mailNickname: "unseenthreads",
      mailEnabled: true,
      securityEnabled: false,
      groupTypes: ["Unified"],
    }),
  );
  const path = `/groups/${idOf(group)}`;
  const post = { body: { contentType: "html", content: "this is <i>body</i> content" } };
  const thread = await step(
    "threads: one is begun",
    () => all.post(`${path}/threads`, { topic: "New Conversation Thread Topic", posts: [post] }),
    (answer) => expect(typeof answer.id).toBe("string"),
  );
  await step(
    "threads: it has its topic",
    () => all.get(`${path}/threads/${idOf(thread)}`),
    (answer) => expect(answer.topic).toBe("New Conversation Thread Topic"),
  );
  await step(
    "threads: it has its post",
    () => all.get(`${path}/threads/${idOf(thread)}/posts`),
    (answer) => expect(itemsOf(answer)).toMatchObject([post]),
  );
  await step("threads: a reply", () => all.post(`${path}/threads/${idOf(thread)}/reply`, { post }));
  await step("threads: it is deleted", () => all.delete(`${path}/threads/${idOf(thread)}`));
  const conversation = await step("threads: a conversation", () =>
    all.post(`${path}/conversations`, { topic: "Does anyone have a second?", threads: [{ posts: [post] }] }),
  );
  await step(
    "threads: the conversation is listed",
    () => all.get(`${path}/conversations`),
    (answer) => expect(idsOf(answer)).toContain(idOf(conversation)),
  );
}

/** Policies, identity providers, connections and printers. */
export async function tellOfServices({ step, refused }: Teller, all: Caller, me: Caller): Promise<void> {
  const policy = await step(
    "policies: how long tokens live",
    () =>
      all.post("/policies/tokenLifetimePolicies", {
        definition: ['{"TokenLifetimePolicy":{"Version":1,"AccessTokenLifetime":"8:00:00"}}'],
        displayName: "Unseen tokens",
        isOrganizationDefault: false,
      }),
    (answer) =>
      expect(answer.definition).toEqual([
        '{"TokenLifetimePolicy":{"Version":1,"AccessTokenLifetime":"8:00:00"}}',
      ]),
  );
  const application = await step("policies: an application", () =>
    all.post("/applications", { displayName: "Unseen policies" }),
  );
  const assigned = `/applications/${idOf(application)}/tokenLifetimePolicies`;
  await step("policies: the application gets it", () =>
    all.post(`${assigned}/$ref`, {
      "@odata.id": `https://graph.microsoft.com/v1.0/policies/tokenLifetimePolicies/${idOf(policy)}`,
    }),
  );
  await step(
    "policies: the application's",
    () => all.get(assigned),
    (answer) => expect(idsOf(answer)).toEqual([idOf(policy)]),
  );
  await step("policies: the application loses it", () => all.delete(`${assigned}/${idOf(policy)}/$ref`));
  await step("policies: it is deleted", () => all.delete(`/policies/tokenLifetimePolicies/${idOf(policy)}`));
  await step(
    "user flows: an attribute",
    () =>
      all.post("/identity/userFlowAttributes", {
        displayName: "Hobby",
        description: "Your hobby",
        dataType: "string",
      }),
    (answer) => expect(answer).toMatchObject({ displayName: "Hobby", dataType: "string" }),
  );
  const connection = await step(
    "connections: one is made",
    () => all.post("/external/connections", { id: "unseenhr", name: "Unseen HR", description: "To index" }),
    (answer) => expect(answer).toMatchObject({ id: "unseenhr", name: "Unseen HR" }),
  );
  await step("connections: another name", () =>
    all.patch(`/connections/${idOf(connection)}`, { name: "Unseen tickets" }),
  );
  await step(
    "connections: as changed",
    () => all.get(`/connections/${idOf(connection)}`),
    (answer) => expect(answer).toMatchObject({ name: "Unseen tickets", description: "To index" }),
  );
  const item = `/connections/${idOf(connection)}/items/TSP228082938`;
  await step("connections: an item", () =>
    all.put(item, {
      acl: [{ type: "user", value: "e811976d-83df-4cbd-8b9b-5215b18aa874", accessType: "grant" }],
      properties: { title: "Error in the payment gateway", priority: 1 },
      content: { value: "Error in payment gateway...", type: "text" },
    }),
  );
  await step(
    "connections: the item is read",
    () => all.get(item),
    (answer) =>
      expect(answer).toMatchObject({ properties: { title: "Error in the payment gateway", priority: 1 } }),
  );
  await step("connections: the item is deleted", () => all.delete(item));
  await refused("connections: the item is gone", 404, () => all.get(item));
  const printers = await step(
    "print: printers",
    () => me.get("/print/printers"),
    (answer) => expect(itemsOf(answer)[0]).toHaveProperty("displayName"),
  );
  const share = await step(
    "print: a printer is shared",
    () =>
      me.post("/print/shares", {
        displayName: "Unseen share",
        allowAllUsers: false,
        "printer@odata.bind": `https://graph.microsoft.com/v1.0/print/printers/${idsOf(printers)[0] ?? "none"}`,
      }),
    (answer) => expect(answer).toMatchObject({ displayName: "Unseen share", allowAllUsers: false }),
  );
  const job = await step(
    "print: a job",
    () =>
      me.post(`/print/shares/${idOf(share)}/jobs`, {
        configuration: {
          quality: "medium",
          dpi: 600,
          orientation: "landscape",
          copies: 1,
          colorMode: "blackAndWhite",
        },
      }),
    (answer) => expect(answer).toMatchObject({ configuration: { dpi: 600, orientation: "landscape" } }),
  );
  await step(
    "print: the job is started",
    () => me.post(`/print/shares/${idOf(share)}/jobs/${idOf(job)}/start`, {}),
    (answer) => expect(answer).toHaveProperty("state"),
  );
  await step(
    "print: the printer of the share",
    () => me.get(`/print/shares/${idOf(share)}/printer`),
    (answer) => expect(idOf(answer)).toBe(idsOf(printers)[0]),
  );
  await step("print: no longer shared", () => me.delete(`/print/shares/${idOf(share)}`));
}
