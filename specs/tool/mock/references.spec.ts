import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Asked, askedOf, contractOfPages } from "../../support/asked.ts";
import { crew, directory, ida, otto } from "./directory.ts";

const contract = contractOfPages(directory);
const to = (id: string, set = "directoryObjects") => ({
  body: { "@odata.id": `https://graph.microsoft.com/v1.0/${set}/${id}` },
});
const bound = (...ids: readonly string[]) => ids.map((id) => `https://graph.microsoft.com/v1.0/users/${id}`);
const idsAt = async ({ ask }: Asked, path: string) => (await ask(path)).items.map(({ id }) => id);
const statusOf = async ({ ask }: Asked, ...sent: Parameters<Asked["ask"]>) => (await ask(...sent)).status;
const made = async ({ ask }: Asked, set: string, body: object = {}) =>
  String((await ask(`POST /${set}`, { body: { displayName: "New", ...body } })).body.id);

describe("a reference", () => {
  it("leads to the resource itself: a change is seen through every collection that holds it", async () => {
    const asked = await askedOf([contract]);
    expect(await statusOf(asked, `POST /groups/${crew}/owners/$ref`, to(ida))).toBe(204);
    const paths = [`/groups/${crew}/members`, `/groups/${crew}/owners`];
    for (const path of paths) expect(await idsAt(asked, path)).toContain(ida);
    await asked.ask(`PATCH /users/${ida}`, { body: { displayName: "Ida B." } });
    for (const path of paths) {
      const person = { "@odata.type": "#microsoft.graph.user", id: ida, displayName: "Ida B." };
      expect((await asked.ask(path)).items).toContainEqual(expect.objectContaining(person));
      expect((await asked.ask(`${path}/${ida}`)).body).toMatchObject(person);
    }
    expect((await asked.ask(`/groups/${crew}?$expand=members`)).body.members).toMatchObject([
      { "@odata.type": "#microsoft.graph.user", displayName: "Ida B." },
    ]);
    expect((await asked.ask(`/directoryObjects/${ida}`)).body.displayName).toBe("Ida B.");
  });

  it("has an inverse, also where only an example shows it", async () => {
    const asked = await askedOf([contract]);
    expect(await idsAt(asked, `/users/${ida}/memberOf`)).toEqual([crew]);
    expect(await idsAt(asked, `/users/${otto}/memberOf`)).toEqual([]);
  });

  it("is refused to nothing with 404, and a second time with 400; nothing is changed", async () => {
    const asked = await askedOf([contract]);
    const members = `/groups/${crew}/members`;
    expect(await statusOf(asked, `POST ${members}/$ref`, to("nobody"))).toBe(404);
    expect(await statusOf(asked, `POST ${members}/$ref`, to(ida, "users"))).toBe(400);
    expect(await statusOf(asked, `POST /groups/none/members/$ref`, to(ida))).toBe(404);
    expect(await idsAt(asked, members)).toEqual([ida]);
  });

  it("is made by what a body binds, when a resource is created and when it is changed", async () => {
    const asked = await askedOf([contract]);
    const group = await made(asked, "groups", {
      "members@odata.bind": bound(ida),
      "owners@odata.bind": bound(otto),
    });
    expect(await idsAt(asked, `/groups/${group}/members`)).toEqual([ida]);
    expect(await idsAt(asked, `/users/${otto}/ownedObjects`)).toContain(group);
    const more = { body: { "members@odata.bind": bound(otto) } };
    expect(await statusOf(asked, `PATCH /groups/${group}`, more)).toBe(204);
    expect(await idsAt(asked, `/groups/${group}/members`)).toEqual([ida, otto]);
    expect(await statusOf(asked, `PATCH /groups/${group}`, more)).toBe(400);
    const [manager] = bound(otto);
    await asked.ask(`PATCH /users/${ida}`, { body: { "manager@odata.bind": manager } });
    expect((await asked.ask(`/users/${ida}/manager`)).body.id).toBe(otto);
  });

  it.each([
    ["nothing", bound("nobody"), 404],
    ["the same twice", bound(ida, ida), 400],
    ["no address", [7], 400],
    ["one where there are many", "https://graph.microsoft.com/v1.0/users/x", 400],
  ])("to %s is refused in a body, which then makes nothing", async (_what, members, status) => {
    const asked = await askedOf([contract]);
    const before = await idsAt(asked, "/groups");
    const body = { displayName: "New", "members@odata.bind": members };
    expect(await statusOf(asked, "POST /groups", { body })).toBe(status);
    expect(await idsAt(asked, "/groups")).toEqual(before);
  });

  it("leads nowhere from what a client made, until one is added", async () => {
    const asked = await askedOf([contract]);
    const user = await made(asked, "users");
    expect(await statusOf(asked, `/users/${user}/manager`)).toBe(404);
    for (const side of ["memberOf", "directReports", "ownedObjects"])
      expect(await idsAt(asked, `/users/${user}/${side}`)).toEqual([]);
  });

  it("takes no memory when it is gone, nor does what it led to", async () => {
    const asked = await askedOf([contract], { capacity: 300 });
    for (let count = 0; count < 400; count++) {
      const user = await made(asked, "users");
      expect(await statusOf(asked, `POST /groups/${crew}/members/$ref`, to(user))).toBe(204);
      expect(await statusOf(asked, `PUT /users/${user}/manager/$ref`, to(ida))).toBe(204);
      expect(await statusOf(asked, `DELETE /users/${user}`)).toBe(204);
    }
    expect(await idsAt(asked, `/groups/${crew}/members`)).toEqual([ida]);
    expect(await idsAt(asked, `/users/${ida}/directReports`)).not.toContain(undefined);
  });
});

describe("whatever is added, removed and deleted", () => {
  const person = fc.nat({ max: 2 });
  const step = fc.oneof(
    fc.record({
      does: fc.constantFrom("add", "remove", "lead", "leave", "delete"),
      person,
      other: person,
      group: fc.nat({ max: 1 }),
    }),
  );

  it("is read the same from every side", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const asked = await askedOf([contract]);
        const users = [await made(asked, "users"), await made(asked, "users"), await made(asked, "users")];
        const groups = [await made(asked, "groups"), await made(asked, "groups")];
        const alive = new Set(users);
        const members = groups.map(() => new Set<string>());
        const managers = new Map<string, string>();
        for (const { does, person, other, group } of steps) {
          const [user = "", leader = ""] = [users[person], users[other]];
          const [name, held = new Set()] = [groups[group], members[group]];
          if (does === "add") {
            const expected = !alive.has(user) ? 404 : held.has(user) ? 400 : 204;
            expect(await statusOf(asked, `POST /groups/${name}/members/$ref`, to(user))).toBe(expected);
            if (expected === 204) held.add(user);
          } else if (does === "remove") {
            const expected = held.has(user) ? 204 : 404;
            expect(await statusOf(asked, `DELETE /groups/${name}/members/${user}/$ref`)).toBe(expected);
            held.delete(user);
          } else if (does === "lead") {
            const expected = alive.has(user) && alive.has(leader) ? 204 : 404;
            expect(await statusOf(asked, `PUT /users/${user}/manager/$ref`, to(leader, "users"))).toBe(
              expected,
            );
            if (expected === 204) managers.set(user, leader);
          } else if (does === "leave") {
            const expected = managers.has(user) ? 204 : 404;
            expect(await statusOf(asked, `DELETE /users/${user}/manager/$ref`)).toBe(expected);
            managers.delete(user);
          } else {
            expect(await statusOf(asked, `DELETE /users/${user}`)).toBe(alive.has(user) ? 204 : 404);
            alive.delete(user);
            for (const each of members) each.delete(user);
            managers.delete(user);
            for (const [led, by] of managers) if (by === user) managers.delete(led);
          }
        }
        for (const user of users) {
          const isAlive = alive.has(user);
          expect(await statusOf(asked, `/directoryObjects/${user}`)).toBe(isAlive ? 200 : 404);
          const holding = groups.filter((_, index) => members[index]?.has(user));
          const led = [...managers].filter(([, by]) => by === user).map(([one]) => one);
          expect(new Set(await idsAt(asked, `/users/${user}/memberOf`))).toEqual(new Set(holding));
          expect(new Set(await idsAt(asked, `/users/${user}/directReports`))).toEqual(new Set(led));
          expect((await asked.ask(`/users/${user}/manager`)).body.id).toBe(managers.get(user));
        }
        for (const [index, group] of groups.entries())
          expect(await idsAt(asked, `/groups/${group}/members`)).toEqual([...(members[index] ?? [])]);
      }),
      { numRuns: 40 },
    );
  });
});
