import { expect } from "vitest";
import { type Answer, type Caller, idOf, idsOf, itemsOf, type Teller } from "../teller.ts";

/** What is asked of a directory with the options of OData. */
export async function tellOfQueries({ step, refused }: Teller, all: Caller): Promise<void> {
  const users: Answer[] = [];
  for (const [name, title] of [
    ["Una", "Engineer"],
    ["Uri", "Engineer"],
    ["Ute", "Writer"],
    ["Uwe", null],
  ] as const)
    users.push(
      await step(`queries: ${name}`, () =>
        all.post("/users", {
          accountEnabled: name !== "Uwe",
          displayName: `Queried ${name}`,
          jobTitle: title,
          mailNickname: name,
          department: "Query's",
          userPrincipalName: `${name}@queries.example`,
          passwordProfile: { password: "xWwvJ]6NMw+bWH-d" },
        }),
      ),
    );
  const ids = users.map(idOf);
  const mine = "startswith(displayName,'Queried')";
  const find = (filter: string, expected: readonly string[], says: string, headers = {}) =>
    step(
      `queries: ${says}`,
      () => all.get("/users", { query: { filter, orderby: "displayName", count: "true" }, headers }),
      (answer) =>
        expect(itemsOf(answer).map(({ id }) => users.findIndex((user) => user.id === id))).toEqual(
          expected.map((name) => ["Una", "Uri", "Ute", "Uwe"].indexOf(name)),
        ),
    );
  const eventual = { ConsistencyLevel: "eventual" };
  await find(`${mine}`, ["Una", "Uri", "Ute", "Uwe"], "by the beginning", eventual);
  await find(`${mine} and jobTitle eq 'Engineer'`, ["Una", "Uri"], "by two conditions", eventual);
  await find(`${mine} and jobTitle in ('Writer','Painter')`, ["Ute"], "by a list", eventual);
  await find(`${mine} and not(jobTitle eq 'Engineer')`, ["Ute", "Uwe"], "by a negation", eventual);
  await find(`${mine} and jobTitle ne 'Engineer'`, ["Ute", "Uwe"], "by what it is not", eventual);
  await find(`${mine} and accountEnabled eq false`, ["Uwe"], "by a Boolean", eventual);
  await find("department eq 'Query''s'", ["Una", "Uri", "Ute", "Uwe"], "by a text with a quote", eventual);
  await find(
    "endswith(userPrincipalName,'@queries.example')",
    ["Una", "Uri", "Ute", "Uwe"],
    "by the end",
    eventual,
  );
  await step(
    "queries: the first two, and a link to the others",
    () => all.get("/users", { query: { filter: mine, top: "2", select: "id,displayName" } }),
    (answer) => {
      expect(itemsOf(answer)).toHaveLength(2);
      expect(answer).toHaveProperty("@odata.nextLink");
    },
  );
  const read: string[] = [];
  let page = await all
    .get("/users", { query: { filter: mine, top: "3", select: "id" } })
    .catch((): Answer => ({}));
  for (let pages = 0; pages < 4; pages++) {
    read.push(...idsOf(page));
    const link = page["@odata.nextLink"];
    if (typeof link !== "string") break;
    page = await step(`queries: page ${pages + 2}`, () => all.get(link));
  }
  await step("queries: all pages together are all", async () => {
    expect([...read].sort()).toEqual([...ids].sort());
    return {};
  });
  await step(
    "queries: how many there are",
    () => all.get("/users", { query: { filter: mine, count: "true", top: "1" }, headers: eventual }),
    (answer) => expect(answer["@odata.count"]).toBe(4),
  );
  await step(
    "queries: searched",
    () =>
      all.get("/users", {
        query: { search: '"displayName:Queried"', select: "id", orderby: "displayName" },
        headers: eventual,
      }),
    (answer) => expect(idsOf(answer)).toEqual(ids),
  );
  await refused("queries: searched without the level of consistency", 400, () =>
    all.get("/users", { query: { search: '"displayName:Queried"' } }),
  );
  const group = await step("queries: a group with members", () =>
    all.post("/groups", {
      displayName: "Queried group",
      mailNickname: "queriedgroup",
      mailEnabled: false,
      securityEnabled: true,
      "members@odata.bind": ids.slice(0, 3).map((id) => `https://graph.microsoft.com/v1.0/users/${id}`),
      "owners@odata.bind": [`https://graph.microsoft.com/v1.0/users/${ids[3]}`],
    }),
  );
  const path = `/groups/${idOf(group)}`;
  await step(
    "queries: a group with some of its members",
    () => all.get(path, { query: { select: "id,displayName", expand: "members($select=id,displayName)" } }),
    (answer) =>
      expect(answer).toMatchObject({
        displayName: "Queried group",
        members: ids.slice(0, 3).map((id) => ({ id })),
      }),
  );
  await step(
    "queries: members that are users, counted",
    () => all.get(`${path}/members/microsoft.graph.user`, { query: { count: "true" }, headers: eventual }),
    (answer) => expect(answer["@odata.count"]).toBe(3),
  );
  await step(
    "queries: members by name",
    () =>
      all.get(`${path}/members/microsoft.graph.user`, {
        query: { filter: "startswith(displayName,'Queried Ut')", count: "true" },
        headers: eventual,
      }),
    (answer) => expect(idsOf(answer)).toEqual([ids[2]]),
  );
  await step(
    "queries: a user with the groups, and a few of their names",
    () => all.get(`/users/${ids[0]}`, { query: { expand: "memberOf($select=id,displayName)" } }),
    (answer) => expect(answer).toMatchObject({ memberOf: [{ id: idOf(group) }] }),
  );
  await step(
    "queries: groups that somebody is checked against",
    () =>
      all.post(`/users/${ids[0]}/checkMemberGroups`, {
        groupIds: [idOf(group), "f448435d-3ca7-4073-8152-a1fd73c0fd09"],
      }),
    (answer) => expect(answer.value).toEqual([idOf(group)]),
  );
  await step(
    "queries: groups of somebody",
    () => all.post(`/users/${ids[0]}/getMemberGroups`, { securityEnabledOnly: true }),
    (answer) => expect(answer.value).toEqual([idOf(group)]),
  );
  await step(
    "queries: owners",
    () => all.get(`${path}/owners`, { query: { select: "id" } }),
    (answer) => expect(idsOf(answer)).toEqual([ids[3]]),
  );
  await step(
    "queries: groups of a kind",
    () =>
      all.get("/groups", { query: { filter: "groupTypes/any(c:c eq 'Unified')", select: "id,groupTypes" } }),
    (answer) =>
      expect(
        itemsOf(answer).every(
          ({ groupTypes }) => Array.isArray(groupTypes) && groupTypes.includes("Unified"),
        ),
      ).toBe(true),
  );
}
