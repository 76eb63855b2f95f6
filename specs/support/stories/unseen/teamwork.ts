import { expect } from "vitest";
import { type Caller, idOf, idsOf, itemsOf, type Teller } from "../teller.ts";

const member = "#microsoft.graph.aadUserConversationMember";
const at = "user@odata.bind";

function person(name: string) {
  return {
    accountEnabled: true,
    displayName: name,
    mailNickname: name.toLowerCase(),
    userPrincipalName: `${name.toLowerCase()}@unseen.example`,
    passwordProfile: { password: "xWwvJ]6NMw+bWH-d", forceChangePasswordNextSignIn: false },
  };
}

/** A team with its people, its channels and what is said there. */
export async function tellOfTeamwork(
  { step, refused }: Teller,
  all: Caller,
  directory: Caller,
  marker: string,
): Promise<void> {
  const [ada, ben] = [
    await step("teamwork: a person", () => directory.post("/users", person(`Ada${marker}`))),
    await step("teamwork: another person", () => directory.post("/users", person(`Ben${marker}`))),
  ];
  const group = await step("teamwork: a group", () =>
    directory.post("/groups", {
      displayName: "Unseen team",
      mailNickname: `unseenteam${marker}`,
      mailEnabled: true,
      securityEnabled: false,
      groupTypes: ["Unified"],
    }),
  );
  await step(
    "teamwork: the group becomes a team",
    () =>
      directory.put(`/groups/${idOf(group)}/team`, { memberSettings: { allowCreateUpdateChannels: true } }),
    (answer) => expect(answer).toMatchObject({ memberSettings: { allowCreateUpdateChannels: true } }),
  );
  const team = `/teams/${idOf(group)}`;
  await step(
    "teamwork: the team has the group's id",
    () => all.get(team),
    (answer) => expect(idOf(answer)).toBe(idOf(group)),
  );
  await step("teamwork: its settings are changed", () =>
    all.patch(team, { funSettings: { allowGiphy: true, giphyContentRating: "strict" } }),
  );
  await step(
    "teamwork: its settings are as changed",
    () => all.get(team),
    (answer) =>
      expect(answer).toMatchObject({ funSettings: { allowGiphy: true, giphyContentRating: "strict" } }),
  );
  const owner = await step(
    "teamwork: an owner is added",
    () =>
      all.post(`${team}/members`, {
        "@odata.type": member,
        roles: ["owner"],
        [at]: `https://graph.microsoft.com/v1.0/users('${idOf(ada)}')`,
      }),
    (answer) => expect(answer).toMatchObject({ roles: ["owner"] }),
  );
  await step("teamwork: a member is added", () =>
    all.post(`${team}/members`, {
      "@odata.type": member,
      roles: [],
      [at]: `https://graph.microsoft.com/v1.0/users('${idOf(ben)}')`,
    }),
  );
  await step(
    "teamwork: both are listed",
    () => all.get(`${team}/members`),
    (answer) =>
      expect(itemsOf(answer).map(({ userId }) => userId)).toEqual(
        expect.arrayContaining([idOf(ada), idOf(ben)]),
      ),
  );
  await step(
    "teamwork: the owner becomes a guest of less rights",
    () => all.patch(`${team}/members/${idOf(owner)}`, { "@odata.type": member, roles: [] }),
    (answer) => expect(answer.roles).toEqual([]),
  );
  await step("teamwork: the owner leaves", () => all.delete(`${team}/members/${idOf(owner)}`));
  await refused("teamwork: the membership is gone", 404, () => all.get(`${team}/members/${idOf(owner)}`));
  const channel = await step(
    "channels: one is created",
    () =>
      all.post(`${team}/channels`, {
        displayName: "Architecture Discussion",
        description: "Where we debate {all} future plans",
        membershipType: "standard",
      }),
    (answer) => expect(answer).toMatchObject({ description: "Where we debate {all} future plans" }),
  );
  const path = `${team}/channels/${idOf(channel)}`;
  await step("channels: it gets another name", () => all.patch(path, { displayName: "Architecture" }));
  await step(
    "channels: found by its name",
    () => all.get(`${team}/channels`, { query: { filter: "displayName eq 'Architecture'" } }),
    (answer) => expect(idsOf(answer)).toEqual([idOf(channel)]),
  );
  const message = await step(
    "channels: a message",
    () => all.post(`${path}/messages`, { body: { contentType: "html", content: "Hello <b>World</b>" } }),
    (answer) =>
      expect(answer).toMatchObject({ body: { contentType: "html", content: "Hello <b>World</b>" } }),
  );
  const reply = await step(
    "channels: a reply",
    () =>
      all.post(`${path}/messages/${idOf(message)}/replies`, {
        body: { contentType: "html", content: "Hello back" },
      }),
    (answer) => expect(answer).toMatchObject({ body: { content: "Hello back" } }),
  );
  await step(
    "channels: a reply knows what it replies to",
    () => all.get(`${path}/messages/${idOf(message)}/replies/${idOf(reply)}`),
    (answer) => expect(answer.replyToId).toBe(idOf(message)),
  );
  await step(
    "channels: the replies of a message",
    () => all.get(`${path}/messages/${idOf(message)}/replies`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(reply)]),
  );
  await step(
    "channels: a reply is no message of the channel",
    () => all.get(`${path}/messages`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(message)]),
  );
  await step("channels: it is deleted", () => all.delete(path));
  await refused("channels: it is gone", 404, () => all.get(path));
}

/** When people of a team work. */
export async function tellOfShifts(
  { step, refused }: Teller,
  all: Caller,
  directory: Caller,
  marker: string,
): Promise<void> {
  const group = await step("shifts: a group", () =>
    directory.post("/groups", {
      displayName: "Unseen shifts",
      mailNickname: `unseenshifts${marker}`,
      mailEnabled: true,
      securityEnabled: false,
      groupTypes: ["Unified"],
    }),
  );
  await step("shifts: its team", () => directory.put(`/groups/${idOf(group)}/team`, {}));
  const schedule = `/teams/${idOf(group)}/schedule`;
  await step(
    "shifts: a schedule is made",
    () => all.put(schedule, { enabled: true, timeZone: "America/Chicago" }),
    (answer) => expect(answer).toMatchObject({ enabled: true, timeZone: "America/Chicago" }),
  );
  await step(
    "shifts: the schedule is read",
    () => all.get(schedule),
    (answer) => expect(answer.timeZone).toBe("America/Chicago"),
  );
  const reason = await step(
    "shifts: a reason of absence",
    () =>
      all.post(`${schedule}/timeOffReasons`, { displayName: "Vacation", iconType: "plane", isActive: true }),
    (answer) => expect(answer).toMatchObject({ displayName: "Vacation", iconType: "plane" }),
  );
  const shift = await step(
    "shifts: one is created",
    () =>
      all.post(`${schedule}/shifts`, {
        userId: "c5d0c76b-80c4-481c-be50-923cd8d680a1",
        sharedShift: {
          displayName: "Day shift",
          startDateTime: "2031-03-11T15:00:00Z",
          endDateTime: "2031-03-11T23:00:00Z",
          theme: "blue",
          activities: [],
        },
      }),
    (answer) => expect(answer).toMatchObject({ sharedShift: { displayName: "Day shift", theme: "blue" } }),
  );
  await step(
    "shifts: it is listed",
    () => all.get(`${schedule}/shifts`),
    (answer) => expect(idsOf(answer)).toContain(idOf(shift)),
  );
  await step("shifts: it is deleted", () => all.delete(`${schedule}/shifts/${idOf(shift)}`));
  await refused("shifts: it is gone", 404, () => all.get(`${schedule}/shifts/${idOf(shift)}`));
  await step(
    "shifts: the reason stays",
    () => all.get(`${schedule}/timeOffReasons/${idOf(reason)}`),
    (answer) => expect(answer.displayName).toBe("Vacation"),
  );
}
