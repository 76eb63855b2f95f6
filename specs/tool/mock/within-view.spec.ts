import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const returns = "a collection of [event](../resources/event.md) objects";
const { ask } = await askedOf([
  contractOfPages({
    "resources/person.md": resourcePage("person", {
      properties: ["|id|String|The key.|"],
      relationships: [
        "|events|[event](event.md) collection|What is planned.|",
        "|calendarView|[event](event.md) collection|What is planned in a range of time.|",
      ],
      json: { id: "String" },
    }),
    "resources/event.md": resourcePage("event", {
      properties: [
        "|id|String|The key. Read-only.|",
        "|subject|String|What it is about.|",
        "|start|[when](when.md)|When it begins.|",
        "|end|[when](when.md)|When it ends.|",
      ],
      json: { id: "String", subject: "String", start: {}, end: {} },
    }),
    "resources/when.md": resourcePage("when", {
      properties: ["|dateTime|String|A date and a time.|", "|timeZone|String|Its zone.|"],
      json: { dateTime: "String", timeZone: "String" },
    }),
    "api/person-list.md": apiPage("List people", "GET /people", {
      response: "`200 OK` response code and a collection of [person](../resources/person.md) objects",
    }),
    "api/event-list.md": apiPage("List events", "GET /people/{id}/events", {
      response: `\`200 OK\` response code and ${returns}`,
      examples: [
        [
          "GET https://graph.microsoft.com/v1.0/people/p/events",
          'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"value": []}',
        ],
      ],
    }),
    "api/event-post.md": apiPage("Create event", "POST /people/{id}/events", {
      response: "`201 Created` response code and an [event](../resources/event.md) object",
    }),
    "api/event-view.md": apiPage(
      "List calendarView",
      "GET /people/{id}/calendarView?startDateTime={start}&endDateTime={end}",
      { response: `\`200 OK\` response code and ${returns}` },
    ),
  }),
]);
const [person] = (await ask("/people")).items;
const path = `/people/${String(person?.id)}`;
const event = (subject: string, day: string, timeZone: string) => ({
  subject,
  start: { dateTime: `${day}T12:00:00`, timeZone },
  end: { dateTime: `${day}T13:00:00`, timeZone },
});
await ask(`POST ${path}/events`, { body: event("lunch", "2021-04-15", "UTC") });
await ask(`POST ${path}/events`, { body: event("abroad", "2021-04-15", "Tokyo Standard Time") });
await ask(`POST ${path}/events`, { body: { subject: "some day" } });

async function subjects(start: string, end: string): Promise<unknown[]> {
  const { items } = await ask(`${path}/calendarView?startDateTime=${start}&endDateTime=${end}`);
  return items
    .map(({ subject }) => subject)
    .filter((subject) => /lunch|abroad|some day/.test(String(subject)));
}

describe("a view of a calendar", () => {
  it("has what is between its dates, and of another zone what may be", async () => {
    expect(await subjects("2021-04-15T00:00:00Z", "2021-04-16T00:00:00Z")).toEqual([
      "lunch",
      "abroad",
      "some day",
    ]);
    expect(await subjects("2021-04-15T12:59:00Z", "2021-04-16T00:00:00Z")).toContain("lunch");
    expect(await subjects("2021-04-15T13:00:00Z", "2021-04-16T00:00:00Z")).toEqual(["abroad", "some day"]);
    expect(await subjects("2021-04-14T00:00:00Z", "2021-04-15T12:00:00Z")).toEqual(["abroad", "some day"]);
    expect(await subjects("2031-04-14T00:00:00Z", "2031-05-15T12:00:00Z")).toEqual(["some day"]);
  });

  it("heeds the offset of its dates", async () => {
    expect(await subjects("2021-04-15T15:30:00%2B03:00", "2021-04-16T00:00:00Z")).toContain("lunch");
    expect(await subjects("2021-04-15T16:30:00%2B03:00", "2021-04-16T00:00:00Z")).not.toContain("lunch");
  });

  it("needs its dates, and the collection that it is a view of does not", async () => {
    expect((await ask(`${path}/calendarView`)).status).toBe(400);
    expect((await ask(`${path}/calendarView?startDateTime=&endDateTime=`)).status).toBe(400);
    expect((await ask(`${path}/events`)).status).toBe(200);
  });
});
