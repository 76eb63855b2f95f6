import { expect } from "vitest";
import { type Caller, idOf, idsOf, itemsOf, type Teller } from "../teller.ts";

const at = (dateTime: string) => ({ dateTime, timeZone: "UTC" });

/** Meetings with those who are invited, their answers, and calendars in groups. */
export async function tellOfMeetings({ step, refused }: Teller, me: Caller, marker: string): Promise<void> {
  const meeting = {
    subject: `Unseen ${marker}: let us go for lunch`,
    body: { contentType: "html", content: "<p>Does <b>noon</b> work?</p>" },
    start: at("2031-04-15T12:00:00"),
    end: at("2031-04-15T14:00:00"),
    location: { displayName: "Harry's Bar" },
    attendees: [
      { emailAddress: { address: "samanthab@unseen.example", name: "Samantha Booth" }, type: "required" },
      { emailAddress: { address: "danas@unseen.example", name: "Dana Swope" }, type: "optional" },
    ],
  };
  const event = await step(
    "meetings: one is created with attendees",
    () => me.post("/me/events", meeting),
    (answer) =>
      expect(answer).toMatchObject({
        subject: meeting.subject,
        attendees: meeting.attendees.map(({ type }) => ({ type })),
      }),
  );
  const path = `/me/events/${idOf(event)}`;
  await step(
    "meetings: it is read with its attendees",
    () => me.get(path, { query: { select: "subject,attendees,location" } }),
    (answer) => expect(answer).toMatchObject({ attendees: meeting.attendees, location: meeting.location }),
  );
  await step(
    "meetings: found by its start",
    () =>
      me.get("/me/events", {
        query: { filter: "start/dateTime ge '2031-04-15T00:00:00'", select: "id,subject" },
      }),
    (answer) => expect(idsOf(answer)).toContain(idOf(event)),
  );
  await step(
    "meetings: found by the subject's beginning",
    () =>
      me.get("/me/events", { query: { filter: `startswith(subject,'Unseen ${marker}: let')`, top: "5" } }),
    (answer) => expect(idsOf(answer)).toEqual([idOf(event)]),
  );
  await step("meetings: accepted", () =>
    me.post(`${path}/accept`, { comment: "With pleasure", sendResponse: true }),
  );
  await step("meetings: tentatively accepted", () =>
    me.post(`${path}/tentativelyAccept`, { sendResponse: false }),
  );
  await step("meetings: a reminder later", () =>
    me.post(`${path}/snoozeReminder`, { newReminderTime: at("2031-04-15T11:50:00") }),
  );
  await step("meetings: no reminder", () => me.post(`${path}/dismissReminder`, {}));
  await step("meetings: forwarded", () =>
    me.post(`${path}/forward`, {
      ToRecipients: [{ emailAddress: { address: "danas@unseen.example", name: "Dana Swope" } }],
      Comment: "Dana, hope you can make this meeting.",
    }),
  );
  await refused("meetings: one that is not there is not accepted", 404, () =>
    me.post("/me/events/no-such-event/accept", { sendResponse: true }),
  );
  const attachment = await step(
    "meetings: a file is attached",
    () =>
      me.post(`${path}/attachments`, {
        "@odata.type": "#microsoft.graph.fileAttachment",
        name: "menu.txt",
        contentBytes: "bWVudQ==",
      }),
    (answer) => expect(answer.name).toBe("menu.txt"),
  );
  await step(
    "meetings: the file is listed",
    () => me.get(`${path}/attachments`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(attachment)]),
  );
  await step("meetings: the file is taken away", () => me.delete(`${path}/attachments/${idOf(attachment)}`));
  await step("meetings: cancelled", () => me.post(`${path}/cancel`, { Comment: "All hands this week" }));
  const series = await step(
    "series: one is created",
    () =>
      me.post("/me/events", {
        subject: "Unseen series",
        start: at("2031-05-05T09:00:00"),
        end: at("2031-05-05T09:30:00"),
        recurrence: {
          pattern: { type: "weekly", interval: 1, daysOfWeek: ["monday"] },
          range: { type: "numbered", startDate: "2031-05-05", numberOfOccurrences: 4 },
        },
      }),
    (answer) => expect(answer).toMatchObject({ recurrence: { pattern: { type: "weekly", interval: 1 } } }),
  );
  await step(
    "series: its instances in a month",
    () =>
      me.get(`/me/events/${idOf(series)}/instances`, {
        query: { startDateTime: "2031-05-01T00:00:00", endDateTime: "2031-05-31T00:00:00" },
      }),
    (answer) => expect(Array.isArray(answer.value)).toBe(true),
  );
  const group = await step(
    "calendars: a group is created",
    () => me.post("/me/calendarGroups", { name: "Unseen group" }),
    (answer) => expect(answer.name).toBe("Unseen group"),
  );
  const calendar = await step(
    "calendars: one is created in the group",
    () => me.post(`/me/calendarGroups/${idOf(group)}/calendars`, { name: "Marketing calendar" }),
    (answer) => expect(answer.name).toBe("Marketing calendar"),
  );
  await step(
    "calendars: it is read without the group",
    () => me.get(`/me/calendars/${idOf(calendar)}`),
    (answer) => expect(answer.name).toBe("Marketing calendar"),
  );
  const inCalendar = await step("calendars: an event is created in it", () =>
    me.post(`/me/calendars/${idOf(calendar)}/events`, {
      subject: "Launch",
      start: at("2031-06-01T09:00:00"),
      end: at("2031-06-01T10:00:00"),
    }),
  );
  await step(
    "calendars: it lists the event, and only that",
    () => me.get(`/me/calendars/${idOf(calendar)}/events`),
    (answer) => expect(itemsOf(answer).map(({ subject }) => subject)).toEqual(["Launch"]),
  );
  await step(
    "calendars: the event is read without its calendar",
    () => me.get(`/me/events/${idOf(inCalendar)}`),
    (answer) => expect(answer.subject).toBe("Launch"),
  );
  await step(
    "calendars: it gets another colour",
    () => me.patch(`/me/calendars/${idOf(calendar)}`, { color: "lightBlue" }),
    (answer) => expect(answer.color).toBe("lightBlue"),
  );
  await step("calendars: it is deleted", () => me.delete(`/me/calendars/${idOf(calendar)}`));
  await refused("calendars: it is gone", 404, () => me.get(`/me/calendars/${idOf(calendar)}`));
}

/** What a mailbox is asked that stores nothing. */
export async function tellOfAvailability({ step }: Teller, me: Caller): Promise<void> {
  await step(
    "availability: languages of the mailbox",
    () => me.get("/me/outlook/supportedLanguages"),
    (answer) => expect(itemsOf(answer)[0]).toHaveProperty("locale"),
  );
  await step(
    "availability: tips before mail is sent",
    () =>
      me.post("/me/getMailTips", {
        EmailAddresses: ["danas@unseen.example"],
        MailTipsOptions: "automaticReplies, mailboxFullStatus",
      }),
    (answer) => expect(Array.isArray(answer.value)).toBe(true),
  );
  await step(
    "availability: times to meet",
    () =>
      me.post("/me/findMeetingTimes", {
        attendees: [{ type: "required", emailAddress: { address: "alexw@unseen.example" } }],
        meetingDuration: "PT1H",
      }),
    (answer) => expect(answer).toHaveProperty("meetingTimeSuggestions"),
  );
  await step(
    "availability: who is free",
    () =>
      me.post("/me/calendar/getSchedule", {
        schedules: ["adelev@unseen.example"],
        startTime: at("2031-03-15T09:00:00"),
        endTime: at("2031-03-15T18:00:00"),
        availabilityViewInterval: 60,
      }),
    (answer) => expect(itemsOf(answer)[0]).toHaveProperty("scheduleId"),
  );
}
