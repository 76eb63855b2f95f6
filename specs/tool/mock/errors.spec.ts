import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { bookKey, library, otherShelfKey, shelfKey } from "./library.ts";

const contract = contractOfPages(library);
const shelves = "/library/shelves";

describe("an error", () => {
  it("comes in Graph's envelope, with when and for which request", async () => {
    const { ask } = await askedOf([contract]);
    const { json, headers } = await ask(`${shelves}/none`, { headers: { "client-request-id": "mine" } });
    expect(json).toEqual({
      error: {
        code: "Request_ResourceNotFound",
        message: 'the resource "none" does not exist, or one of those that it belongs to',
        innerError: {
          date: "2026-03-04T05:06:07",
          "request-id": headers["request-id"],
          "client-request-id": "mine",
        },
      },
    });
  });

  it("says what it is about in a few words, however long that is", async () => {
    const { ask } = await askedOf([contract]);
    const long = "z".repeat(10_000);
    const requests = ["/", "?$filter=", "?$select=", "?$orderby=", "?$expand=", "?$top=", "?$count=", "?$"];
    const answers = [
      ...(await Promise.all(requests.map((before) => ask(`${shelves}${before}${long}`)))),
      await ask(`/${long}`),
      await ask(shelves, { headers: { accept: long } }),
      await ask(`POST ${shelves}`, { headers: { "content-type": long }, body: {} }),
      await ask(`POST ${shelves}`, { body: { [long]: 1 } }),
      await ask(`POST ${shelves}`, { body: { capacity: long } }),
      await ask(`POST ${shelves}/${shelfKey}/favourites/$ref`, { body: { "@odata.id": long } }),
    ];
    for (const { status, error } of answers) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(String(error.message).length).toBeLessThanOrEqual(1003);
    }
  });
});

describe("404", () => {
  it.each([
    ["a path that nobody documents", "/library/cellar"],
    ["a relationship that the type does not have", `${shelves}/${shelfKey}/cellar`],
    ["a resource that does not exist", `${shelves}/none`],
    ["what belongs to a resource that does not exist", `${shelves}/none/books`],
    ["a resource in another one's collection", `${shelves}/${otherShelfKey}/books/${bookKey}`],
    ["a function of a resource that does not exist", `${shelves}/none/tally(from=2026-01-01,to=2026-02-01)`],
    ["the service itself", "/"],
  ])("is the answer for %s", async (_what, request) => {
    const { ask } = await askedOf([contract]);
    const { status, error } = await ask(request);
    expect({ status, code: error.code }).toEqual({ status: 404, code: "Request_ResourceNotFound" });
  });

  it("is not the answer for what is documented and there", async () => {
    const { ask } = await askedOf([contract]);
    for (const request of [
      shelves,
      `${shelves}/${shelfKey}/books/${bookKey}`,
      `${shelves}/${shelfKey}/cover`,
    ])
      expect((await ask(request)).status).toBe(200);
  });
});

describe("405", () => {
  it.each([
    [`DELETE ${shelves}`, "GET, POST"],
    [`PATCH ${shelves}`, "GET, POST"],
    [`POST ${shelves}/${shelfKey}`, "DELETE, GET, PATCH"],
    [`HEAD ${shelves}`, "GET, POST"],
    [`PURGE ${shelves}/${shelfKey}/dust`, "POST"],
    [`PATCH ${shelves}/${shelfKey}/cover`, "GET"],
    [`GET ${shelves}/${shelfKey}/dust`, "POST"],
  ])("answers %s with the methods that the path takes", async (request, allow) => {
    const { ask } = await askedOf([contract]);
    const { status, headers } = await ask(request);
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow });
  });

  it("is no answer where no method leads: the path does not exist", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask("DELETE /library/cellar")).status).toBe(404);
  });
});

describe("406", () => {
  it.each(["text/html", "application/xml", "application/atom+xml, text/html;q=0.9"])(
    "is the answer when only %s is accepted",
    async (accept) => {
      const { ask } = await askedOf([contract]);
      const { status, error } = await ask(shelves, { headers: { accept } });
      expect({ status, code: error.code }).toEqual({ status: 406, code: "NotAcceptable" });
    },
  );

  it.each([
    "*/*",
    "application/json",
    "application/*",
    "text/html, */*;q=0.1",
    "application/json;odata.metadata=none",
  ])("is not the answer when %s is accepted", async (accept) => {
    const { ask } = await askedOf([contract]);
    expect((await ask(shelves, { headers: { accept } })).status).toBe(200);
  });
});

describe("415", () => {
  it.each(["text/plain", "application/xml", "", "application/jsonp", "multipart/form-data; boundary=x"])(
    "is the answer to a body of the media type %j, which changes nothing",
    async (type) => {
      const { ask } = await askedOf([contract]);
      const before = (await ask(shelves)).items;
      const { status, error } = await ask(`POST ${shelves}`, {
        headers: { "content-type": type },
        body: { displayName: "New" },
      });
      expect({ status, code: error.code }).toEqual({ status: 415, code: "UnsupportedMediaType" });
      expect((await ask(shelves)).items).toEqual(before);
    },
  );

  it.each([
    "application/json",
    "application/json; charset=utf-8",
    "Application/JSON",
    "application/merge-patch+json",
  ])("is not the answer to %s", async (type) => {
    const { ask } = await askedOf([contract]);
    const sent = { headers: { "content-type": type }, body: { displayName: "New" } };
    expect((await ask(`POST ${shelves}`, sent)).status).toBe(201);
  });

  it("is not the answer where nothing is sent", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`POST ${shelves}/${shelfKey}/dust`)).status).toBe(204);
  });
});

describe("a refusal that an example shows", () => {
  const dust = `POST ${shelves}/${otherShelfKey}/dust`;

  it("is what that request gets, in whatever letter case its path comes", async () => {
    const { ask } = await askedOf([contract]);
    for (const request of [dust, dust.replace("/library", "/LIBRARY")]) {
      const { status, error } = await ask(request, { body: { rooms: [13] } });
      expect({ status, code: error.code, message: error.message }).toEqual({
        status: 406,
        code: "noSuchRoom",
        message: "There is no room 13.",
      });
    }
  });

  it.each([
    ["another body", dust, { rooms: [12] }],
    ["another resource", `POST ${shelves}/${shelfKey}/dust`, { rooms: [13] }],
    ["no body", dust, undefined],
  ])("is not what a request with %s gets", async (_what, request, body) => {
    const { ask } = await askedOf([contract]);
    expect((await ask(request, body ? { body } : {})).status).toBe(204);
  });
});
