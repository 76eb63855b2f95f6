import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage } from "../../support/page-text.ts";
import { directory } from "./directory.ts";

const texts = { response: "`200 OK` response code and a String collection object" };
const contract = contractOfPages({
  ...directory,
  "api/check-groups.md": apiPage("Check groups", "POST /users/{id}/checkMemberGroups", {
    parameters: ["|groupIds|String collection|Of which.|"],
    ...texts,
  }),
  "api/get-groups.md": apiPage("Get groups", "POST /users/{id}/getMemberGroups", {
    parameters: ["|securityEnabledOnly|Boolean|Whether others are left out.|"],
    ...texts,
  }),
});
const users = "https://graph.microsoft.com/v1.0/directoryObjects";

describe("who asks for memberships", () => {
  const asking = async () => {
    const { ask } = await askedOf([contract]);
    const make = async (set: string) =>
      String((await ask(`POST /${set}`, { body: { displayName: "New" } })).body.id);
    const [user, inner, outer, other] = [
      await make("users"),
      await make("groups"),
      await make("groups"),
      await make("groups"),
    ];
    await ask(`POST /groups/${inner}/members/$ref`, { body: { "@odata.id": `${users}/${user}` } });
    await ask(`POST /groups/${outer}/members/$ref`, { body: { "@odata.id": `${users}/${inner}` } });
    return { ask, user, inner, outer, other };
  };

  it("hears of those of them that there are, also by way of others", async () => {
    const { ask, user, inner, outer, other } = await asking();
    const body = { groupIds: [outer, other, inner.toUpperCase()] };
    const answer = await ask(`POST /users/${user}/checkMemberGroups`, { body });
    expect([answer.status, new Set(answer.body.value as string[])]).toEqual([200, new Set([inner, outer])]);
    expect(
      (await ask(`POST /users/${user}/checkMemberGroups`, { body: { groupIds: [other] } })).body.value,
    ).toEqual([]);
  });

  it("hears of all, or of the secure ones alone; of nobody's there is nothing to hear", async () => {
    const { ask, user, inner, outer } = await asking();
    const all = await ask(`POST /users/${user}/getMemberGroups`, { body: { securityEnabledOnly: false } });
    expect(new Set(all.body.value as string[])).toEqual(new Set([inner, outer]));
    const secure = await ask(`POST /users/${user}/getMemberGroups`, { body: { securityEnabledOnly: true } });
    expect(secure.body.value).toEqual([]);
    expect(
      (await ask("POST /users/none/getMemberGroups", { body: { securityEnabledOnly: false } })).status,
    ).toBe(404);
  });
});
