import { expect } from "vitest";
import { type Answer, type Caller, idOf, idsOf, itemsOf, type Teller } from "./teller.ts";

const password = "xWwvJ]6NMw+bWH-d";

/** What Graph asks for where a user is created. */
export function newUser(name: string, displayName = name): Answer {
  return {
    accountEnabled: true,
    displayName,
    mailNickname: name,
    userPrincipalName: `${name}@contoso.com`,
    passwordProfile: { forceChangePasswordNextSignIn: true, password },
  };
}

const eventual = { ConsistencyLevel: "eventual" };
const graph = "https://graph.microsoft.com/v1.0";

/** An administrator creates users, finds them, gives one a manager, and removes them. */
export async function tellOfUsers({ step, refused }: Teller, app: Caller): Promise<void> {
  const ada = await step(
    "a user is created",
    () => app.post("/users", newUser("ada", "Ada Lovelace")),
    (user) =>
      expect(user).toMatchObject({ displayName: "Ada Lovelace", userPrincipalName: "ada@contoso.com" }),
  );
  const bob = await step(
    "a name with markup is kept",
    () => app.post("/users", newUser("bob", "Bob <b>Smith</b>")),
    (user) => expect(user).toMatchObject({ displayName: "Bob <b>Smith</b>" }),
  );
  await step(
    "no password comes back",
    () => app.get(`/users/${idOf(ada)}`, { query: { select: "id,passwordProfile" } }),
    (user) => expect(JSON.stringify(user)).not.toContain(password),
  );
  await refused("a principal name is taken once", 400, () => app.post("/users", newUser("ada", "Another")));
  await step(
    "a user is got by id",
    () => app.get(`/users/${idOf(ada)}`),
    (user) => expect(user).toMatchObject({ id: idOf(ada), displayName: "Ada Lovelace" }),
  );
  await step(
    "a user is got by principal name",
    () => app.get("/users/ada@contoso.com"),
    (user) => expect(idOf(user)).toBe(idOf(ada)),
  );
  await refused("nobody has that principal name", 404, () => app.get("/users/nobody@contoso.com"));
  await step(
    "properties are selected",
    () => app.get(`/users/${idOf(ada)}`, { query: { select: "displayName,accountEnabled" } }),
    (user) => expect(user).toMatchObject({ displayName: "Ada Lovelace", accountEnabled: true }),
  );
  await step(
    "both are listed",
    () => app.get("/users", { query: { top: "100" } }),
    (list) => expect(idsOf(list)).toEqual(expect.arrayContaining([idOf(ada), idOf(bob)])),
  );
  await step(
    "a filter finds one by the beginning of the name",
    () => app.get("/users", { query: { filter: "startswith(displayName,'Ada')" } }),
    (list) => expect(itemsOf(list).map(({ displayName }) => displayName)).toContain("Ada Lovelace"),
  );
  await step(
    "a filter finds one by principal name",
    () => app.get("/users", { query: { filter: "userPrincipalName eq 'bob@contoso.com'" } }),
    (list) => expect(idsOf(list)).toEqual([idOf(bob)]),
  );
  await step(
    "a search finds one",
    () => app.get("/users", { query: { search: '"displayName:Lovelace"' }, headers: eventual }),
    (list) => expect(idsOf(list)).toContain(idOf(ada)),
  );
  await refused("a search without ConsistencyLevel", 400, () =>
    app.get("/users", { query: { search: '"displayName:Lovelace"' } }),
  );
  await step("a user is changed", () =>
    app.patch(`/users/${idOf(ada)}`, { jobTitle: "Countess", businessPhones: ["+44 1"] }),
  );
  await step(
    "the change is read",
    () => app.get(`/users/${idOf(ada)}`, { query: { select: "jobTitle,businessPhones" } }),
    (user) => expect(user).toMatchObject({ jobTitle: "Countess", businessPhones: ["+44 1"] }),
  );
  await step("a manager is assigned", () =>
    app.put(`/users/${idOf(ada)}/manager/$ref`, { "@odata.id": `${graph}/users/${idOf(bob)}` }),
  );
  await step(
    "the manager is read",
    () => app.get(`/users/${idOf(ada)}/manager`),
    (user) => expect(user).toMatchObject({ id: idOf(bob), displayName: "Bob <b>Smith</b>" }),
  );
  await step(
    "the manager has a direct report",
    () => app.get(`/users/${idOf(bob)}/directReports`),
    (list) => expect(idsOf(list)).toContain(idOf(ada)),
  );
  await step(
    "a user is a directory object",
    () => app.get(`/directoryObjects/${idOf(ada)}`),
    (object) => expect(idOf(object)).toBe(idOf(ada)),
  );
  await step(
    "objects are got by their ids",
    () => app.post("/directoryObjects/getByIds", { ids: [idOf(ada), idOf(bob)], types: ["user"] }),
    (list) => expect([...idsOf(list)].sort()).toEqual([idOf(ada), idOf(bob)].sort()),
  );
  await step("a user is deleted", () => app.delete(`/users/${idOf(bob)}`));
  await refused("the deleted one is gone", 404, () => app.get(`/users/${idOf(bob)}`));
  await step(
    "the deleted one is listed no more",
    () => app.get("/users", { query: { top: "100" } }),
    (list) => expect(idsOf(list)).not.toContain(idOf(bob)),
  );
}
