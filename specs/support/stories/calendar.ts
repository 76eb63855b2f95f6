import { expect } from "vitest";
import { type Caller, idOf, idsOf, type Teller } from "./teller.ts";

const at = (dateTime: string, timeZone = "Pacific Standard Time") => ({ dateTime, timeZone });
const view = (year: number) => ({
  query: { startDateTime: `${year}-04-01T00:00:00`, endDateTime: `${year}-05-01T00:00:00` },
});

/** A signed-in user plans a lunch, finds it in the calendar, and calls it off. */
export async function tellOfCalendar({ step, refused }: Teller, me: Caller): Promise<void> {
  const lunch = {
    subject: "Let's go for lunch",
    body: { contentType: "html", content: "Does noon work for you?" },
    start: at("2021-04-15T12:00:00"),
    end: at("2021-04-15T14:00:00"),
    location: { displayName: "Harry's Bar" },
    attendees: [{ emailAddress: { address: "samantha@contoso.com", name: "Samantha" }, type: "required" }],
  };
  const event = idOf(
    await step(
      "an event is made",
      () => me.post("/me/events", lunch),
      (made) =>
        expect(made).toMatchObject({
          subject: lunch.subject,
          location: lunch.location,
          start: { timeZone: "Pacific Standard Time" },
        }),
    ),
  );
  await step(
    "the event is read",
    () => me.get(`/me/events/${event}`, { headers: { Prefer: 'outlook.timezone="Pacific Standard Time"' } }),
    (read) => expect(read).toMatchObject({ subject: lunch.subject }),
  );
  await step(
    "the event is in the calendar",
    () => me.get("/me/calendar/events", { query: { top: "100" } }),
    (list) => expect(idsOf(list)).toContain(event),
  );
  await step(
    "the event is in the view of its month",
    () => me.get("/me/calendarView", view(2021)),
    (list) => expect(idsOf(list)).toContain(event),
  );
  await step(
    "the event is in no view of another year",
    () => me.get("/me/calendarView", view(2031)),
    (list) => expect(idsOf(list)).not.toContain(event),
  );
  await refused("a view needs its dates", 400, () => me.get("/me/calendarView"));
  await step(
    "the event is changed",
    () => me.patch(`/me/events/${event}`, { showAs: "tentative" }),
    (read) => expect(read).toMatchObject({ showAs: "tentative", subject: lunch.subject }),
  );
  await step("the event is accepted", () =>
    me.post(`/me/events/${event}/accept`, { comment: "ok", sendResponse: true }),
  );
  await step(
    "somebody's free time is asked for",
    () =>
      me.post("/me/calendar/getSchedule", {
        schedules: ["adele@contoso.com"],
        startTime: at("2021-03-15T09:00:00"),
        endTime: at("2021-03-15T18:00:00"),
        availabilityViewInterval: 60,
      }),
    (list) => expect(list.value).toBeInstanceOf(Array),
  );
  await step("the event is called off", () => me.delete(`/me/events/${event}`));
  await step(
    "the event is in the calendar no more",
    () => me.get("/me/calendar/events", { query: { top: "100" } }),
    (list) => expect(idsOf(list)).not.toContain(event),
  );
  const calendar = idOf(
    await step(
      "a calendar is made",
      () => me.post("/me/calendars", { name: "Volunteer" }),
      (made) => expect(made).toMatchObject({ name: "Volunteer" }),
    ),
  );
  const other = {
    subject: "There",
    start: at("2021-04-15T12:00:00", "UTC"),
    end: at("2021-04-15T14:00:00", "UTC"),
  };
  await step(
    "an event is made in it",
    () => me.post(`/me/calendars/${calendar}/events`, other),
    (made) => expect(made).toMatchObject({ subject: "There" }),
  );
}
