import { expect } from "vitest";
import { type Caller, idOf, idsOf, type Teller } from "../teller.ts";

/** Contacts, alone and in folders, and what sorts a mailbox. */
export async function tellOfContacts({ step, refused }: Teller, me: Caller): Promise<void> {
  const pavel = {
    givenName: "Pavel",
    surname: "Bansky",
    displayName: "Pavel Bansky",
    emailAddresses: [{ address: "pavelb@unseen.example", name: "Pavel Bansky" }],
    businessPhones: ["+1 732 555 0102"],
  };
  const contact = await step(
    "contacts: one is created",
    () => me.post("/me/contacts", pavel),
    (answer) => expect(answer).toMatchObject(pavel),
  );
  const path = `/me/contacts/${idOf(contact)}`;
  await step(
    "contacts: it is read",
    () => me.get(path, { query: { select: "id,surname,businessPhones" } }),
    (answer) => expect(answer).toMatchObject({ surname: "Bansky", businessPhones: pavel.businessPhones }),
  );
  await step(
    "contacts: its address is changed",
    () => me.patch(path, { homeAddress: { street: "123 Some street", city: "Seattle" }, nickName: "Pav" }),
    (answer) => expect(answer).toMatchObject({ homeAddress: { city: "Seattle" }, nickName: "Pav" }),
  );
  await step(
    "contacts: what was not changed is as before",
    () => me.get(path),
    (answer) => expect(answer).toMatchObject({ ...pavel, homeAddress: { street: "123 Some street" } }),
  );
  await step(
    "contacts: found by an address",
    () =>
      me.get("/me/contacts", {
        query: { filter: "emailAddresses/any(a:a/address eq 'pavelb@unseen.example')" },
      }),
    (answer) => expect(idsOf(answer)).toEqual([idOf(contact)]),
  );
  await step(
    "contacts: an address that nobody has",
    () =>
      me.get("/me/contacts", { query: { filter: "emailAddresses/any(a:a/address eq 'no@unseen.example')" } }),
    (answer) => expect(idsOf(answer)).toEqual([]),
  );
  const folder = await step(
    "contacts: a folder is created",
    () => me.post("/me/contactFolders", { displayName: "Important contacts" }),
    (answer) => expect(answer.displayName).toBe("Important contacts"),
  );
  const folderPath = `/me/contactFolders/${idOf(folder)}`;
  await step(
    "contacts: the folder gets another name",
    () => me.patch(folderPath, { displayName: "Very important" }),
    (answer) => expect(answer.displayName).toBe("Very important"),
  );
  const inFolder = await step(
    "contacts: one is created in the folder",
    () => me.post(`${folderPath}/contacts`, { givenName: "Garth", surname: "Fort" }),
    (answer) => expect(answer.givenName).toBe("Garth"),
  );
  await step(
    "contacts: the folder lists it",
    () => me.get(`${folderPath}/contacts`),
    (answer) => expect(idsOf(answer)).toContain(idOf(inFolder)),
  );
  await step(
    "contacts: it is read without its folder",
    () => me.get(`/me/contacts/${idOf(inFolder)}`),
    (answer) => expect(answer.surname).toBe("Fort"),
  );
  const child = await step(
    "contacts: a folder in the folder",
    () => me.post(`${folderPath}/childFolders`, { displayName: "Family" }),
    (answer) => expect(answer.displayName).toBe("Family"),
  );
  await step(
    "contacts: the folder lists its folders",
    () => me.get(`${folderPath}/childFolders`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(child)]),
  );
  await step("contacts: one is deleted", () => me.delete(path));
  await refused("contacts: it is gone", 404, () => me.get(path));
  await step("contacts: the folder is deleted", () => me.delete(folderPath));
  await step(
    "contacts: the folder is no longer listed",
    () => me.get("/me/contactFolders"),
    (answer) => expect(idsOf(answer)).not.toContain(idOf(folder)),
  );
}

export async function tellOfMailboxRules({ step, refused }: Teller, me: Caller): Promise<void> {
  const rule = {
    displayName: "From partner",
    sequence: 2,
    isEnabled: true,
    conditions: { senderContains: ["adele"] },
    actions: {
      forwardTo: [{ emailAddress: { name: "Alex Wilbur", address: "AlexW@unseen.example" } }],
      stopProcessingRules: true,
    },
  };
  const created = await step(
    "rules: one is created",
    () => me.post("/me/mailFolders/inbox/messageRules", rule),
    (answer) =>
      expect(answer).toMatchObject({ displayName: "From partner", sequence: 2, actions: rule.actions }),
  );
  const path = `/me/mailFolders/inbox/messageRules/${idOf(created)}`;
  await step(
    "rules: its actions are changed",
    () => me.patch(path, { displayName: "Important from partner", actions: { markImportance: "high" } }),
    (answer) => expect(answer).toMatchObject({ actions: { markImportance: "high" }, sequence: 2 }),
  );
  await step(
    "rules: it is listed",
    () => me.get("/me/mailFolders/inbox/messageRules"),
    (answer) => expect(idsOf(answer)).toContain(idOf(created)),
  );
  await step("rules: it is deleted", () => me.delete(path));
  await refused("rules: it is gone", 404, () => me.get(path));
  const category = await step(
    "categories: one is created",
    () => me.post("/me/outlook/masterCategories", { displayName: "Project expenses", color: "preset9" }),
    (answer) => expect(answer).toMatchObject({ displayName: "Project expenses", color: "preset9" }),
  );
  const categoryPath = `/me/outlook/masterCategories/${idOf(category)}`;
  await step(
    "categories: it gets another colour",
    () => me.patch(categoryPath, { color: "preset15" }),
    (answer) => expect(answer).toMatchObject({ displayName: "Project expenses", color: "preset15" }),
  );
  await step(
    "categories: it is listed",
    () => me.get("/me/outlook/masterCategories"),
    (answer) => expect(idsOf(answer)).toContain(idOf(category)),
  );
  await step("categories: it is deleted", () => me.delete(categoryPath));
  const sender = { name: "Samantha Booth", address: "samanthab@unseen.example" };
  const override = await step(
    "focused inbox: a sender is always focused",
    () =>
      me.post("/me/inferenceClassification/overrides", {
        classifyAs: "focused",
        senderEmailAddress: sender,
      }),
    (answer) => expect(answer).toMatchObject({ classifyAs: "focused", senderEmailAddress: sender }),
  );
  await step(
    "focused inbox: and then no longer",
    () => me.patch(`/me/inferenceClassification/overrides/${idOf(override)}`, { classifyAs: "other" }),
    (answer) => expect(answer.classifyAs).toBe("other"),
  );
  await step("focused inbox: forgotten", () =>
    me.delete(`/me/inferenceClassification/overrides/${idOf(override)}`),
  );
}
