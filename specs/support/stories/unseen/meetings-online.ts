import { expect } from "vitest";
import { type Caller, idOf, idsOf, itemsOf, type Teller } from "../teller.ts";

/** Chats, meetings online, calls and who is there. */
export async function tellOfTalks({ step, refused }: Teller, all: Caller, me: Caller): Promise<void> {
  const person = (name: string) => ({
    accountEnabled: true,
    displayName: name,
    mailNickname: name,
    userPrincipalName: `${name}@talks.example`,
    passwordProfile: { password: "xWwvJ]6NMw+bWH-d" },
  });
  const [ada, ben, cem] = [
    await step("talks: a person", () => all.post("/users", person("ada"))),
    await step("talks: a second person", () => all.post("/users", person("ben"))),
    await step("talks: a third person", () => all.post("/users", person("cem"))),
  ];
  const member = (id: string) => ({
    "@odata.type": "#microsoft.graph.aadUserConversationMember",
    roles: ["owner"],
    "user@odata.bind": `https://graph.microsoft.com/v1.0/users('${id}')`,
  });
  const chat = await step(
    "chats: one of two people is created",
    () =>
      me.post("/chats", {
        chatType: "group",
        topic: "Unseen chat",
        members: [member(idOf(ada)), member(idOf(ben))],
      }),
    (answer) => expect(answer).toMatchObject({ chatType: "group", topic: "Unseen chat" }),
  );
  const path = `/chats/${idOf(chat)}`;
  await step(
    "chats: its people are listed",
    () => me.get(`${path}/members`),
    (answer) => expect(itemsOf(answer).map(({ userId }) => userId)).toEqual([idOf(ada), idOf(ben)]),
  );
  await step("chats: a third comes", () => me.post(`${path}/members`, member(idOf(cem))));
  await step(
    "chats: then there are three",
    () => me.get(`${path}/members`),
    (answer) => expect(itemsOf(answer)).toHaveLength(3),
  );
  await step(
    "chats: a message",
    () => me.post(`${path}/messages`, { body: { content: "Hello world" } }),
    (answer) => expect(answer).toMatchObject({ body: { content: "Hello world" } }),
  );
  await step(
    "chats: the message is listed",
    () => me.get(`${path}/messages`),
    (answer) => expect(itemsOf(answer).map(({ body }) => body)).toMatchObject([{ content: "Hello world" }]),
  );
  await step("chats: another topic", () => me.patch(path, { topic: "Another topic" }));
  await step(
    "chats: the topic is as changed",
    () => me.get(path),
    (answer) => expect(answer).toMatchObject({ topic: "Another topic", chatType: "group" }),
  );
  const meeting = await step(
    "online meetings: one is created",
    () =>
      me.post("/me/onlineMeetings", {
        startDateTime: "2031-07-12T14:30:34.2444915-07:00",
        endDateTime: "2031-07-12T15:00:34.2464912-07:00",
        subject: "User Token Meeting",
      }),
    (answer) => {
      expect(answer.subject).toBe("User Token Meeting");
      expect(typeof answer.joinWebUrl).toBe("string");
    },
  );
  await step(
    "online meetings: it is read",
    () => me.get(`/me/onlineMeetings/${idOf(meeting)}`),
    (answer) => expect(answer.subject).toBe("User Token Meeting"),
  );
  await step(
    "online meetings: found by its address",
    () =>
      me.get("/me/onlineMeetings", { query: { filter: `JoinWebUrl eq '${String(meeting.joinWebUrl)}'` } }),
    (answer) => expect(idsOf(answer)).toContain(idOf(meeting)),
  );
  await step(
    "online meetings: its subject is changed",
    () => me.patch(`/me/onlineMeetings/${idOf(meeting)}`, { subject: "Patched" }),
    (answer) => expect(answer.subject).toBe("Patched"),
  );
  const external = {
    externalId: "7eb8263f-d0e0-4149-bb1c-1f0476083c56",
    subject: "Created or got",
    startDateTime: "2031-02-06T01:49:21.3524945+00:00",
    endDateTime: "2031-02-06T02:19:21.3524945+00:00",
  };
  await step(
    "online meetings: created or got",
    () => me.post("/me/onlineMeetings/createOrGet", external),
    (answer) => expect(answer).toMatchObject({ subject: "Created or got" }),
  );
  await step("online meetings: deleted", () => me.delete(`/me/onlineMeetings/${idOf(meeting)}`));
  await refused("online meetings: gone", 404, () => me.get(`/me/onlineMeetings/${idOf(meeting)}`));
  await step(
    "presence: my own",
    () => me.get("/me/presence"),
    (answer) => expect(answer).toHaveProperty("availability"),
  );
  await step(
    "presence: of a user",
    () => me.get(`/users/${idOf(ada)}/presence`),
    (answer) => expect(answer).toHaveProperty("availability"),
  );
  await step(
    "presence: of two users",
    () => me.post("/communications/getPresencesByUserId", { ids: [idOf(ada), idOf(ben)] }),
    (answer) => expect(idsOf(answer)).toEqual([idOf(ada), idOf(ben)]),
  );
  const call = await step(
    "calls: one is made",
    () =>
      all.post("/communications/calls", {
        "@odata.type": "#microsoft.graph.call",
        callbackUri: "https://bot.unseen.example/callback",
        targets: [
          {
            "@odata.type": "#microsoft.graph.invitationParticipantInfo",
            identity: {
              "@odata.type": "#microsoft.graph.identitySet",
              user: { "@odata.type": "#microsoft.graph.identity", displayName: "Ada", id: idOf(ada) },
            },
          },
        ],
        requestedModalities: ["audio"],
        mediaConfig: { "@odata.type": "#microsoft.graph.serviceHostedMediaConfig" },
        tenantId: "aa67bd4c-8475-432d-bd41-39f255720e0a",
      }),
    (answer) => expect(answer).toMatchObject({ callbackUri: "https://bot.unseen.example/callback" }),
  );
  await step("calls: it is muted", () =>
    all.post(`/communications/calls/${idOf(call)}/mute`, {
      clientContext: "d45324c1-fcb5-430a-902c-f20af696537c",
    }),
  );
  await step("calls: it is hung up", () => all.delete(`/communications/calls/${idOf(call)}`));
  await refused("calls: it is gone", 404, () => all.get(`/communications/calls/${idOf(call)}`));
}
