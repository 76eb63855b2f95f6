import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";

const berth = resourcePage("berth", {
  properties: ["|id|String|The key. Read-only.|", "|name|String|What the sign says.|"],
  json: { id: "String", name: "String" },
});
const response = "`200 OK` response code and a collection of [berth](../resources/berth.md) objects";
const pages = contractOfPages({
  "resources/berth.md": berth,
  "api/berth-list.md": apiPage("List berths", "GET /berths", { response }),
  "api/berth-free.md": apiPage(
    "berth: free",
    "GET /berths/free(startDateTime={start},endDateTime={end},layer={n})",
    {
      parameters: [
        "|startDateTime|String|When it begins.|",
        "|endDateTime|String|When it ends.|",
        "|layer|Int32|How deep.|",
        "|size|String|The possible values are: `small`, `large`.|",
      ],
      response,
    },
  ),
  "api/berth-count.md": apiPage("berth: wet", "GET /berths/wet(on={day},open={open})", {
    parameters: ["|on|Date|The day.|", "|open|Boolean|Whether it is open.|"],
    response,
  }),
  "api/berth-view.md": apiPage(
    "List view",
    "GET /berths/view?startDateTime={start_datetime}&endDateTime={end_datetime}",
    { response },
  ),
  "api/berth-book.md": apiPage("berth: book", "POST /berths/{id}/book", {
    parameters: ["|slot|timeSlot|When.|", "|from|String|Who asks.|", "|to|String|Whom.|"],
    response: "`204 No Content` response code. It does not return anything",
  }),
});
const { ask } = await askedOf([pages]);
const lenient = await askedOf([pages], { lenient: () => undefined });

const refusalOf = async (request: string, body?: unknown): Promise<string> => {
  const { status, error } = await ask(request, body === undefined ? {} : { body });
  return status === 400 ? String(error.message) : String(status);
};

describe("the arguments of a function", () => {
  it.each([
    ["free(startDateTime='2026-01-01',endDateTime='2026-01-02',layer=1)", "200"],
    ["free(StartDateTime='2026-01-01T00:00:00Z',EndDateTime='2026-01-01T00:00:00Z',Layer=-1)", "200"],
    ["free(startDateTime=@a,endDateTime=@b,layer=1)?@a='2026-01-01'&@b='2026-01-02'", "200"],
    ["free(startDateTime='2026-01-01',endDateTime='2026-01-02',layer=1,size='small')", "200"],
    ["wet(on=2026-02-28,open=true)", "200"],
    ["wet(on='2026-02-28',open=false)", "200"],
  ])("are taken as documented: %s", async (call, expected) => {
    expect(await refusalOf(`/berths/${call}`)).toBe(expected);
  });

  it.each([
    ["free(startDateTime='x',endDateTime='2026-01-02',layer=1)", "'startDateTime' is no date"],
    ["free(startDateTime=2026-01-01,endDateTime='2026-01-02',layer=1)", "'startDateTime' is no text"],
    ["free(startDateTime='2026-01-01',endDateTime='2026-01-02',layer=1.5)", "'layer' is no Edm.Int32"],
    ["free(startDateTime='2026-01-01',endDateTime='2026-01-02',layer='1')", "'layer' is no Edm.Int32"],
    ["free(startDateTime='2026-01-01',endDateTime='2026-01-02',layer=3000000000)", "'layer' is no Edm.Int32"],
    ["free(startDateTime='2026-01-01',endDateTime='2026-01-02',layer=1,size='huge')", "none of small, large"],
    ["free(startDateTime='2026-01-01',endDateTime='2026-01-02')", "'layer' is missing"],
    ["free(startDateTime='2026-01-01',endDateTime='2026-01-02',layer=1,depth=2)", "no argument 'depth'"],
    ["free(startDateTime='2026-01-03',endDateTime='2026-01-02',layer=1)", "'startDateTime' lies after"],
    ["free()", "is missing"],
    ["free", "is missing"],
    ["wet(on=2026-02-30,open=true)", "'on' is no Edm.Date"],
    ["wet(on=2026-02-28,open=1)", "'open' is no Edm.Boolean"],
  ])("are refused otherwise: %s", async (call, expected) => {
    expect(await refusalOf(`/berths/${call}`)).toContain(expected);
  });

  it("may be others where the client is newer than the pages, but none may be missing", async () => {
    const call = "/berths/wet(on=2026-02-28,open=true,tide='high')";
    expect((await lenient.ask(call)).status).toBe(200);
    expect((await lenient.ask("/berths/wet(on=2026-02-28)")).status).toBe(400);
  });
});

describe("a range", () => {
  it("is refused in the query where it ends before it begins, or is none of dates", async () => {
    const view = (from: string, until: string) =>
      refusalOf(`/berths/view?startDateTime=${from}&endDateTime=${until}`);
    expect(await view("2026-01-01", "2026-01-02")).toBe("200");
    expect(await view("2026-01-02T00:00:00-08:00", "2026-01-02T07:00:00Z")).toContain("lies after");
    expect(await view("2026-01-02T00:00:00-08:00", "2026-01-02T08:00:00Z")).toBe("200");
    expect(await view("soon", "2026-01-02")).toContain("'startDateTime' is no date");
  });

  it("is refused in what an action is sent, in whatever zones cannot be meant", async () => {
    const slot = (start: string, end: string, zone = "UTC") =>
      refusalOf("POST /berths/1/book", {
        slot: { start: { dateTime: start, timeZone: zone }, end: { dateTime: end, timeZone: "UTC" } },
        from: "b",
        to: "a",
      });
    expect(await slot("2026-01-01T10:00:00", "2026-01-01T11:00:00")).not.toContain("lies after");
    expect(await slot("2026-01-01T12:00:00", "2026-01-01T11:00:00")).toContain("'start' lies after 'end'");
    const zone = "Pacific Standard Time";
    expect(await slot("2026-01-01T12:00:00", "2026-01-01T11:00:00", zone)).not.toContain("lies after");
    expect(await slot("2026-01-04T12:00:00", "2026-01-01T11:00:00", zone)).toContain("lies after");
    expect(await slot("2026-01-01T12:00:00", "0001-01-01T00:00:00")).not.toContain("lies after");
  });
});
