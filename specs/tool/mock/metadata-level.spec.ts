import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { crew, directory, ida, otto } from "./directory.ts";

const contract = contractOfPages(directory);
const none = "application/json;odata.metadata=none";
const controlsIn = (json: unknown) => JSON.stringify(json).match(/"[^"]*@odata\.[^"]*"/g) ?? [];

describe("who accepts JSON without metadata", () => {
  it.each([
    ["as 4.0 writes it", none],
    ["as 4.01 does", 'application/json; metadata="none"'],
    ["before another type that it likes less", `${none};q=0.9, application/json;q=0.1, text/plain`],
  ])("gets values alone, %s, and hears that it is so", async (_how, accept) => {
    const { ask } = await askedOf([contract]);
    const list = await ask(`/groups/${crew}/members?$select=id`, { headers: { accept } });
    expect(list.json).toEqual({ value: [{ id: ida }] });
    expect(list.headers["content-type"]).toMatch(/^application\/json;odata\.metadata=none;/);
    const body = { displayName: "New" };
    const made = await ask("POST /groups", { headers: { accept }, body });
    expect(made).toMatchObject({ status: 201, body });
    expect(controlsIn(made.json)).toEqual([]);
    const expanded = await ask(`/groups/${crew}?$expand=members`, { headers: { accept } });
    expect(controlsIn(expanded.json)).toEqual([]);
  });

  it("gets the count, the way to the next page and what a reference leads to all the same", async () => {
    const { ask } = await askedOf([contract]);
    const headers = { accept: none };
    const first = await ask("/users?$top=1&$count=true", { headers });
    expect(controlsIn(first.json)).toEqual(['"@odata.count"', '"@odata.nextLink"']);
    const references = await ask(`/groups/${crew}/members/$ref`, { headers });
    expect(references.items).toEqual([{ "@odata.id": expect.stringContaining(ida) }]);
  });

  it("hears of an error in the same words", async () => {
    const { ask } = await askedOf([contract]);
    const { status, error } = await ask("/users/nobody", { headers: { accept: none } });
    expect({ status, code: error.code }).toEqual({ status: 404, code: "Request_ResourceNotFound" });
  });
});

describe("everybody else", () => {
  it.each([
    ["no word of it", "application/json"],
    ["minimal", "application/json;odata.metadata=minimal"],
    ["full, which is not served", "application/json;odata.metadata=full"],
    ["none where it likes minimal better", `${none};q=0.1, application/json`],
    ["none of a type that is not JSON", "text/plain;metadata=none, */*"],
  ])("gets minimal metadata and hears so: %s", async (_what, accept) => {
    const { ask } = await askedOf([contract]);
    const { body, headers } = await ask(`/users/${otto}`, { headers: { accept } });
    expect(body["@odata.context"]).toMatch(/#users\/\$entity$/);
    expect(headers["content-type"]).toMatch(/^application\/json;odata\.metadata=minimal;/);
  });
});
