import { expect } from "vitest";
import { type Caller, idOf, idsOf, itemsOf, type Teller } from "./teller.ts";

/** A member of a team makes a channel and writes into it. */
export async function tellOfTeams({ step, refused }: Teller, app: Caller, me: Caller): Promise<void> {
  const [first = {}] = itemsOf(
    await step(
      "the teams of the user are listed",
      () => me.get("/me/joinedTeams"),
      (list) => expect(itemsOf(list)).not.toEqual([]),
    ),
  );
  const team = idOf(first);
  await step(
    "a team is read",
    () => app.get(`/teams/${team}`),
    (read) => expect(idOf(read)).toBe(team),
  );
  const channel = idOf(
    await step(
      "a channel is made",
      () => app.post(`/teams/${team}/channels`, { displayName: "Architecture", membershipType: "standard" }),
      (made) => expect(made).toMatchObject({ displayName: "Architecture" }),
    ),
  );
  await step(
    "the channel is listed",
    () => app.get(`/teams/${team}/channels`),
    (list) => expect(idsOf(list)).toContain(channel),
  );
  const messages = `/teams/${team}/channels/${channel}/messages`;
  await step(
    "a message is written",
    () => me.post(messages, { body: { content: "Hello World" } }),
    (made) => expect(made).toMatchObject({ body: { content: "Hello World" } }),
  );
  await step(
    "the message is listed",
    () => me.get(messages),
    (list) => expect(itemsOf(list)).toMatchObject([{ body: { content: "Hello World" } }]),
  );
  await step("the team is archived", () => app.post(`/teams/${team}/archive`, {}));
  await step("the channel is deleted", () => app.delete(`/teams/${team}/channels/${channel}`));
  await refused("the channel is gone", 404, () => app.get(`/teams/${team}/channels/${channel}`));
}
