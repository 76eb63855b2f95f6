import { expect } from "vitest";
import { type Caller, idOf, type Teller } from "./teller.ts";

/** An application is registered, gets a secret and a service principal, and is removed. */
export async function tellOfApplications({ step, refused }: Teller, app: Caller): Promise<void> {
  const web = { redirectUris: ["https://localhost:8080/signed-in"] };
  const registered = await step(
    "an application is registered",
    () => app.post("/applications", { displayName: "My app", web }),
    (made) => expect(made).toMatchObject({ displayName: "My app", web, appId: expect.any(String) }),
  );
  const path = `/applications/${idOf(registered)}`;
  await step(
    "it gets a secret",
    () => app.post(`${path}/addPassword`, { passwordCredential: { displayName: "for the tests" } }),
    (made) => expect(made).toMatchObject({ secretText: expect.any(String) }),
  );
  const principal = await step(
    "it gets a service principal",
    () => app.post("/servicePrincipals", { appId: registered.appId }),
    (made) => expect(made).toMatchObject({ appId: registered.appId }),
  );
  await step(
    "the service principal is read",
    () => app.get(`/servicePrincipals/${idOf(principal)}`),
    (read) => expect(read).toMatchObject({ appId: registered.appId }),
  );
  await step("it gets another name", () => app.patch(path, { displayName: "Other" }));
  await step(
    "the rest of it is as it was",
    () => app.get(path),
    (read) => expect(read).toMatchObject({ displayName: "Other", web, appId: registered.appId }),
  );
  await step("it is removed", () => app.delete(path));
  await refused("it is gone", 404, () => app.get(path));
}

/** A program asks to be told of new mail. */
export async function tellOfSubscriptions({ step, refused }: Teller, me: Caller): Promise<void> {
  const wanted = {
    changeType: "created",
    notificationUrl: "https://webhook.contoso.com/notify",
    resource: "me/mailFolders('Inbox')/messages",
    expirationDateTime: "2030-11-20T18:23:45.9356913Z",
    clientState: "secretClientValue",
  };
  const subscription = idOf(
    await step(
      "a subscription is made",
      () => me.post("/subscriptions", wanted),
      (made) => expect(made).toMatchObject({ changeType: "created", resource: wanted.resource }),
    ),
  );
  const path = `/subscriptions/${subscription}`;
  const later = "2030-11-22T18:23:45.000Z";
  await step(
    "the subscription is renewed",
    () => me.patch(path, { expirationDateTime: later }),
    (read) => {
      expect(idOf(read)).toBe(subscription);
      expect(new Date(String(read.expirationDateTime)).toISOString()).toBe(later);
    },
  );
  await step(
    "the subscription is read",
    () => me.get(path),
    (read) => expect(read).toMatchObject({ notificationUrl: wanted.notificationUrl }),
  );
  await step("the subscription is given up", () => me.delete(path));
  await refused("the subscription is gone", 404, () => me.get(path));
}
