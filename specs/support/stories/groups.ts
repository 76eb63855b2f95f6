import { expect } from "vitest";
import { type Caller, idOf, idsOf, itemsOf, type Teller } from "./teller.ts";
import { newUser } from "./users.ts";

const graph = "https://graph.microsoft.com/v1.0";
const object = (id: string) => ({ "@odata.id": `${graph}/directoryObjects/${id}` });

/** A group is created with its people, gets and loses members, and its members know of it. */
export async function tellOfGroups({ step, refused }: Teller, app: Caller): Promise<void> {
  const eve = idOf(await step("a first user is created", () => app.post("/users", newUser("eve"))));
  const fay = idOf(await step("a second user is created", () => app.post("/users", newUser("fay"))));
  const group = idOf(
    await step(
      "a group is created with owner and member",
      () =>
        app.post("/groups", {
          displayName: "Library Assist",
          description: "Self help community",
          groupTypes: ["Unified"],
          mailEnabled: true,
          mailNickname: "library",
          securityEnabled: false,
          "owners@odata.bind": [`${graph}/users/${eve}`],
          "members@odata.bind": [`${graph}/users/${eve}`],
        }),
      (created) => expect(created).toMatchObject({ displayName: "Library Assist", mailNickname: "library" }),
    ),
  );
  await refused("what is required is missing", 400, () => app.post("/groups", { description: "None" }));
  const members = `/groups/${group}/members`;
  await step(
    "it has that owner",
    () => app.get(`/groups/${group}/owners`),
    (list) => expect(idsOf(list)).toEqual([eve]),
  );
  await step(
    "it has that member",
    () => app.get(members),
    (list) => expect(idsOf(list)).toEqual([eve]),
  );
  await step("a member is added", () => app.post(`${members}/$ref`, object(fay)));
  await step(
    "the member is there, and says what it is",
    () => app.get(members),
    (list) => {
      expect(idsOf(list)).toContain(fay);
      expect(new Set(itemsOf(list).map((member) => member["@odata.type"]))).toEqual(
        new Set(["#microsoft.graph.user"]),
      );
    },
  );
  await step(
    "the members are asked for as users",
    () => app.get(`${members}/microsoft.graph.user`),
    (list) => expect(idsOf(list)).toContain(fay),
  );
  await step(
    "the member knows of it",
    () => app.get(`/users/${fay}/memberOf`),
    (list) => expect(idsOf(list)).toContain(group),
  );
  await refused("a member is added once", 400, () => app.post(`${members}/$ref`, object(fay)));
  await refused("nobody is added", 404, () =>
    app.post(`${members}/$ref`, object("00000000-0000-4000-8000-000000000001")),
  );
  const gus = idOf(await step("a third user is created", () => app.post("/users", newUser("gus"))));
  await step("several members are added at once", () =>
    app.patch(`/groups/${group}`, { "members@odata.bind": [`${graph}/directoryObjects/${gus}`] }),
  );
  await step(
    "all three are members",
    () => app.get(members),
    (list) => expect([...idsOf(list)].sort()).toEqual([eve, fay, gus].sort()),
  );
  await step("a user is changed", () => app.patch(`/users/${fay}`, { displayName: "Fay the second" }));
  await step(
    "the change is seen among the members",
    () => app.get(members),
    (list) => expect(itemsOf(list).find(({ id }) => id === fay)?.displayName).toBe("Fay the second"),
  );
  await step("a member is removed", () => app.delete(`${members}/${fay}/$ref`));
  await step(
    "the member is gone",
    () => app.get(members),
    (list) => expect(idsOf(list)).not.toContain(fay),
  );
  await step(
    "the user is still there",
    () => app.get(`/users/${fay}`),
    (user) => expect(idOf(user)).toBe(fay),
  );
  await step(
    "the user knows no more of the group",
    () => app.get(`/users/${fay}/memberOf`),
    (list) => expect(idsOf(list)).not.toContain(group),
  );
  await step("another user is deleted", () => app.delete(`/users/${gus}`));
  await step(
    "who is deleted is no member",
    () => app.get(members),
    (list) => expect(idsOf(list)).not.toContain(gus),
  );
  await step("the group is changed", () => app.patch(`/groups/${group}`, { description: "Other" }));
  await step(
    "the rest of it is as it was",
    () => app.get(`/groups/${group}`),
    (read) => expect(read).toMatchObject({ description: "Other", displayName: "Library Assist" }),
  );
  await step("the group is deleted", () => app.delete(`/groups/${group}`));
  await refused("the group is gone", 404, () => app.get(`/groups/${group}`));
}
