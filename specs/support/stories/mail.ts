import { expect } from "vitest";
import { type Caller, idOf, idsOf, itemsOf, type Teller } from "./teller.ts";

const adele = { emailAddress: { address: "adele@contoso.com", name: "Adele" } };

/** A signed-in user writes, sends, moves and answers mail. */
export async function tellOfMail({ step, refused }: Teller, me: Caller): Promise<void> {
  const draft = idOf(
    await step(
      "a draft is written",
      () =>
        me.post("/me/messages", {
          subject: "Re: {ticket} 42",
          importance: "LOW",
          body: { contentType: "HTML", content: "They were <b>awesome</b>!" },
          toRecipients: [adele],
        }),
      (message) => {
        expect(message).toMatchObject({ subject: "Re: {ticket} 42", importance: "low", isDraft: true });
        expect(message).toMatchObject({ body: { content: expect.stringContaining("<b>awesome</b>") } });
      },
    ),
  );
  await step(
    "the draft is read",
    () => me.get(`/me/messages/${draft}`),
    (message) => expect(message).toMatchObject({ subject: "Re: {ticket} 42", toRecipients: [adele] }),
  );
  await step(
    "the draft is among the drafts",
    () => me.get("/me/mailFolders/drafts/messages"),
    (list) => expect(idsOf(list)).toContain(draft),
  );
  await step(
    "the draft is changed",
    () => me.patch(`/me/messages/${draft}`, { subject: "Changed" }),
    (message) => expect(message).toMatchObject({ subject: "Changed" }),
  );
  await step(
    "a file is attached",
    () =>
      me.post(`/me/messages/${draft}/attachments`, {
        "@odata.type": "#microsoft.graph.fileAttachment",
        name: "smile",
        contentBytes: "R0lGODdhEAYEAA==",
      }),
    (file) => expect(file).toMatchObject({ "@odata.type": "#microsoft.graph.fileAttachment", name: "smile" }),
  );
  await step(
    "the draft has that file",
    () => me.get(`/me/messages/${draft}/attachments`),
    (list) => expect(itemsOf(list).map(({ name }) => name)).toEqual(["smile"]),
  );
  await step("the draft is sent", () => me.post(`/me/messages/${draft}/send`, {}));
  await step("a message is sent at once", () =>
    me.post("/me/sendMail", {
      message: {
        subject: "Meet for lunch?",
        body: { contentType: "Text", content: "The new cafeteria is open." },
        toRecipients: [adele],
      },
      saveToSentItems: false,
    }),
  );
  await refused("nothing is not sent", 400, () => me.post("/me/sendMail", { saveToSentItems: true }));
  const folder = idOf(
    await step(
      "a folder is made",
      () => me.post("/me/mailFolders", { displayName: "Clutter" }),
      (made) => expect(made).toMatchObject({ displayName: "Clutter" }),
    ),
  );
  const inbox = idOf(await step("the inbox is read by its name", () => me.get("/me/mailFolders/inbox")));
  const message = idOf(
    await step(
      "a message is written into the inbox",
      () => me.post("/me/mailFolders/inbox/messages", { subject: "In the inbox" }),
      (made) => expect(made).toMatchObject({ subject: "In the inbox" }),
    ),
  );
  await step(
    "it is among all messages",
    () => me.get(`/me/messages/${message}`),
    (read) => expect(read).toMatchObject({ subject: "In the inbox" }),
  );
  await step(
    "it is in the inbox by its id",
    () => me.get(`/me/mailFolders/${inbox}/messages`),
    (list) => expect(idsOf(list)).toContain(message),
  );
  const moved = idOf(
    await step(
      "it is moved",
      () => me.post(`/me/messages/${message}/move`, { destinationId: folder }),
      (read) => expect(read).toMatchObject({ subject: "In the inbox" }),
    ),
  );
  await step(
    "it is in the other folder",
    () => me.get(`/me/mailFolders/${folder}/messages`),
    (list) => expect(idsOf(list)).toEqual([moved]),
  );
  await step(
    "it is no more in the inbox",
    () => me.get("/me/mailFolders/inbox/messages"),
    (list) => expect(idsOf(list)).not.toContain(moved),
  );
  const reply = idOf(
    await step("an answer is begun", () => me.post(`/me/messages/${moved}/createReply`, {})),
  );
  await step(
    "the answer is a message",
    () => me.get(`/me/messages/${reply}`),
    (read) => expect(idOf(read)).toBe(reply),
  );
  await step("the answer is sent", () => me.post(`/me/messages/${reply}/send`, {}));
  await step("the message is answered at once", () =>
    me.post(`/me/messages/${moved}/reply`, { comment: "Thanks" }),
  );
  await step("the message is forwarded", () =>
    me.post(`/me/messages/${moved}/forward`, { comment: "FYI", toRecipients: [adele] }),
  );
  await step("the message is deleted", () => me.delete(`/me/messages/${moved}`));
  await refused("the message is gone", 404, () => me.get(`/me/messages/${moved}`));
  await step(
    "a rule of the inbox is made",
    () =>
      me.post("/me/mailFolders/inbox/messageRules", {
        displayName: "From partner",
        sequence: 2,
        isEnabled: true,
        conditions: { senderContains: ["adele"] },
        actions: { forwardTo: [adele], stopProcessingRules: true },
      }),
    (rule) => expect(rule).toMatchObject({ displayName: "From partner", actions: { forwardTo: [adele] } }),
  );
  await step(
    "the settings of the mailbox are read",
    () => me.get("/me/mailboxSettings"),
    (read) => expect(read).toHaveProperty("timeZone"),
  );
}
