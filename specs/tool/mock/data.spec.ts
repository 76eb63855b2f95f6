import { describe, expect, it } from "vitest";
import { askedOf, contractOfPages } from "../../support/asked.ts";
import { documentation } from "../../support/documentation.ts";
import { apiPage } from "../../support/page-text.ts";
import { bookKey, library, otherBookKey, otherShelfKey, shelfKey } from "./library.ts";

const contract = contractOfPages(library);
const metadata = "https://localhost:8443/v1.0/$metadata";
const shelves = "/library/shelves";
const shelf = `${shelves}/${shelfKey}`;

describe("a function", () => {
  const tally = `${shelf}/tally(from=2026-01-01T00:00:00Z,to=2026-02-01T00:00:00Z)`;

  it("returns what its example shows, with the type for a context", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(tally)).json).toEqual({
      "@odata.context": `${metadata}#microsoft.graph.tally`,
      read: 12,
      lost: 1,
    });
  });

  it("is called with other arguments, escaped or with its namespace, too", async () => {
    const { ask } = await askedOf([contract]);
    const calls = [
      `${shelf}/tally(from=2020-01-01T00:00:00Z,to=2020-02-01T00:00:00Z)`,
      `${shelf}/tally(from=2026-01-01T00%3A00%3A00Z,to=2026-02-01T00%3A00%3A00Z)`,
      `${shelf}/microsoft.graph.tally(from=2026-01-01T00:00:00Z,to=2026-02-01T00:00:00Z)`,
    ];
    for (const call of calls) expect((await ask(call)).body).toMatchObject({ read: 12, lost: 1 });
  });

  it("of a resource that is not there returns nothing", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(tally.replace(shelfKey, "none"))).status).toBe(404);
  });

  it("takes the options that a resource takes, and no others", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`${tally}?$select=read`)).json).toEqual({
      "@odata.context": `${metadata}#microsoft.graph.tally(read)`,
      read: 12,
    });
    expect((await ask(`${tally}?$select=pages`)).status).toBe(400);
  });
});

describe("delta", () => {
  it("returns every resource, with the link for what changes from then on", async () => {
    const { ask } = await askedOf([contract]);
    const { body, items } = await ask(`${shelves}/delta`);
    expect(items.map(({ id }) => id)).toEqual([shelfKey, otherShelfKey]);
    expect(body["@odata.deltaLink"]).toMatch(
      /^https:\/\/localhost:8443\/v1.0\/library\/shelves\/delta\?\$deltatoken=./,
    );
    expect(body).not.toHaveProperty("@odata.nextLink");
  });

  it("returns nothing that has not changed, with a link again", async () => {
    const { ask } = await askedOf([contract]);
    for (const latest of ["delta?$deltatoken=latest", "delta?token=latest", "delta(token='latest')"]) {
      const { body, items } = await ask(`${shelves}/${latest}`);
      expect(items).toEqual([]);
      expect(body).toHaveProperty("@odata.deltaLink");
    }
  });

  it("returns what was written and what is gone since, each once, with the key and what was selected", async () => {
    const { ask } = await askedOf([contract]);
    const later = async (link: unknown) => ask(String(link).replace("https://localhost:8443/v1.0", ""));
    const all = await ask(`${shelves}/delta?$select=displayName`);
    expect(Object.keys(all.items[0] ?? {}).sort()).toEqual(["displayName", "id"]);
    const first = all.body["@odata.deltaLink"];
    expect((await later(first)).items).toEqual([]);
    await ask(`PATCH ${shelf}`, { body: { displayName: "A", capacity: 3 } });
    await ask(`PATCH ${shelf}`, { body: { displayName: "B" } });
    const second = await later(first);
    expect(second.items).toEqual([{ id: shelfKey, displayName: "B" }]);
    expect((await later(second.body["@odata.deltaLink"])).items).toEqual([]);
    await ask(`DELETE ${shelf}`);
    expect((await later(second.body["@odata.deltaLink"])).items).toEqual([
      { id: shelfKey, "@removed": { reason: "deleted" } },
    ]);
    expect((await later(first)).items).toHaveLength(1);
  });

  it("refuses a token that it did not give, and is gone for one that is too old", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`${shelves}/delta?$deltatoken=rubbish`)).status).toBe(400);
    const { body } = await ask(`${shelves}/delta`);
    const link = String(body["@odata.deltaLink"]).replace("https://localhost:8443/v1.0", "");
    for (let count = 0; count < 20_001; count++) await ask(`PATCH ${shelf}`, { body: { capacity: count } });
    const { status, error } = await ask(link);
    expect([status, error.code]).toEqual([410, "resyncRequired"]);
  });

  it("begins anew by a token that only its page shows, but for the latest", async () => {
    const url = `https://graph.microsoft.com/v1.0${shelves}/delta`;
    const shown = (token: string): [string, string] => [
      `GET ${url}?$${token}`,
      `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify({ "@odata.deltaLink": `${url}?$deltatoken=later`, value: [] })}`,
    ];
    const page = apiPage("shelf: delta", `GET ${shelves}/delta`, {
      response: "`200 OK` response code and a collection of [shelf](../resources/shelf.md) objects",
      examples: ["deltatoken=early", "skiptoken=next", "deltatoken=latest"].map(shown),
    });
    const { ask } = await askedOf([contractOfPages({ ...library, "api/shelf-delta.md": page })]);
    for (const token of ["deltatoken=early", "skiptoken=next", "deltatoken=later"]) {
      const { status, body, items } = await ask(`${shelves}/delta?$${token}`);
      expect([status, items.map(({ id }) => id)]).toEqual([200, [shelfKey, otherShelfKey]]);
      expect(body["@odata.deltaLink"]).not.toContain("later");
    }
    expect((await ask(`${shelves}/delta?$deltatoken=latest`)).items).toEqual([]);
    for (const token of ["deltatoken=Early", "skiptoken=rubbish"])
      expect((await ask(`${shelves}/delta?$${token}`)).status).toBe(400);
  });

  it("has its link on the last page only", async () => {
    const { ask } = await askedOf([contract]);
    const first = (await ask(`${shelves}/delta?$top=1`)).body;
    expect(first).not.toHaveProperty("@odata.deltaLink");
    const next = String(first["@odata.nextLink"]);
    const last = await ask(next.replace("https://localhost:8443", ""));
    expect(last.items.map(({ id }) => id)).toEqual([otherShelfKey]);
    expect(last.body).toHaveProperty("@odata.deltaLink");
  });

  it("is called with parentheses and by its whole name, too, and is no key", async () => {
    const { ask } = await askedOf([contract]);
    for (const name of ["delta()", "microsoft.graph.delta()", "DELTA"])
      expect((await ask(`${shelves}/${name}`)).items).toHaveLength(2);
    expect((await ask(`${shelf}/delta`)).status).toBe(404);
  });
});

describe("$count behind a list", () => {
  it("is the bare number of its resources", async () => {
    const { ask } = await askedOf([contract]);
    const { status, headers, text, json } = await ask(`${shelves}/$count`);
    expect({ status, type: headers["content-type"], text, json }).toEqual({
      status: 200,
      type: "text/plain",
      text: "2",
      json: undefined,
    });
  });

  it("is the number of those that a filter leaves", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`${shelves}/$count?$filter=capacity eq 12`)).text).toBe("1");
    expect((await ask(`${shelves}/$count?$filter=capacity gt 1000`)).text).toBe("0");
  });

  it("does not count what is not there", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`${shelves}/none/books/$count`)).status).toBe(404);
  });
});

describe("$ref behind a path", () => {
  it("is the address of the resource, or of each in a list", async () => {
    const { ask } = await askedOf([contract]);
    const at = `https://localhost:8443/v1.0${shelf}/favourites`;
    expect((await ask(`${shelf}/favourites/$ref`)).json).toEqual({
      "@odata.context": `${metadata}#Collection($ref)`,
      value: [{ "@odata.id": `${at}/${bookKey}` }, { "@odata.id": `${at}/${otherBookKey}` }],
    });
    expect((await ask(`${shelf}/favourites/${bookKey}/$ref`)).json).toEqual({
      "@odata.context": `${metadata}#$ref`,
      "@odata.id": `${at}/${bookKey}`,
    });
  });

  it("addresses nothing that is not there", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`${shelf}/favourites/none/$ref`)).status).toBe(404);
    expect((await ask(`${shelves}/none/favourites/$ref`)).status).toBe(404);
  });
});

describe("a property of a resource", () => {
  it("is the value that the resource has", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`${shelf}/displayName`)).json).toEqual({
      "@odata.context": `${metadata}#library/shelves('${shelfKey}')/displayName`,
      value: "Winter",
    });
    expect((await ask(`${shelf}/tags`)).json).toMatchObject({ value: ["snow", "ice"] });
    expect((await ask(`${shelf}/keeper`)).json).toMatchObject({ name: "Ida", room: 7 });
  });

  it("is what it was changed to", async () => {
    const { ask } = await askedOf([contract]);
    await ask(`PATCH ${shelf}`, { body: { displayName: "Spring" } });
    expect((await ask(`${shelf}/displayName`)).body.value).toBe("Spring");
  });

  it("is a bare text behind $value, and a number behind $count", async () => {
    const { ask } = await askedOf([contract]);
    const { headers, text } = await ask(`${shelf}/displayName/$value`);
    expect({ type: headers["content-type"], text }).toEqual({ type: "text/plain", text: "Winter" });
    expect((await ask(`${shelf}/tags/$count`)).text).toBe("2");
    expect((await ask(`${shelf}/tags/$value`)).status).toBe(400);
  });

  it("that has no value is no content", async () => {
    const { ask } = await askedOf([contract]);
    for (const name of ["keeper", "builtDateTime", "builtDateTime/$value"]) {
      const { status, json, text } = await ask(`${shelves}/${otherShelfKey}/${name}`);
      expect({ status, json, text }).toEqual({ status: 204, json: undefined, text: undefined });
    }
  });

  it("of a resource that is not there is not there either", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`${shelves}/none/displayName`)).status).toBe(404);
    expect((await ask(`${shelves}/none/displayName/$value`)).status).toBe(404);
  });

  it("conceals the members that come on request only", async () => {
    const { ask } = await askedOf([contract]);
    expect((await ask(`${shelf}/kind`)).body.value).toBe("unknownFutureValue");
    const asked = await ask(`${shelf}/kind`, { headers: { prefer: "include-unknown-enum-members" } });
    expect(asked.body.value).toBe("hidden");
    expect(asked.headers["preference-applied"]).toBe("include-unknown-enum-members");
  });
});

describe("an evolvable enum", () => {
  const prefer = { headers: { prefer: "include-unknown-enum-members" } };

  it("hides the member that comes on request only, in a list and alone", async () => {
    const { ask } = await askedOf([contract]);
    const list = await ask(shelves);
    expect(list.items.map(({ kind }) => kind)).toEqual(["unknownFutureValue", "wall"]);
    expect(list.headers).not.toHaveProperty("preference-applied");
    expect((await ask(shelf)).body.kind).toBe("unknownFutureValue");
  });

  it("shows it to who asks for it, and says so", async () => {
    const { ask } = await askedOf([contract]);
    const list = await ask(shelves, prefer);
    expect(list.items.map(({ kind }) => kind)).toEqual(["hidden", "wall"]);
    expect(list.headers["preference-applied"]).toBe("include-unknown-enum-members");
    expect((await ask(shelf, prefer)).body.kind).toBe("hidden");
  });

  it("says nothing of a preference that it does not know", async () => {
    const { ask } = await askedOf([contract]);
    const list = await ask(shelves, { headers: { prefer: "include-everything" } });
    expect(list.items[0]?.kind).toBe("unknownFutureValue");
    expect(list.headers).not.toHaveProperty("preference-applied");
  });

  it("is activatedWithScope in the documented runs", async () => {
    const { ask } = await askedOf([documentation.contract("v1.0")]);
    const runs =
      "/identityGovernance/lifecycleWorkflows/deletedItems/workflows/78799042-265a-4e8f-8d61-94a2dcd2d395/executionScope/dad77a47-6eda-4de7-bc37-fe8eb5aaf17d/reprocessedRuns";
    const types = async (sent = {}) =>
      (await ask(runs, sent)).items.map(({ workflowExecutionType }) => workflowExecutionType);
    // The second run is the one that the path of another example names.
    expect(await types()).toEqual(["unknownFutureValue", "onDemand"]);
    expect(await types(prefer)).toEqual(["activatedWithScope", "onDemand"]);
  });
});

describe("names that every object has in JavaScript", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];

  it("are no properties, relationships, keys or paths", async () => {
    const { ask } = await askedOf([contract]);
    for (const name of names) {
      for (const option of ["$select", "$expand", "$orderby"])
        expect((await ask(`${shelves}?${option}=${name}`)).status).toBe(400);
      expect((await ask(`${shelves}?$filter=${name} eq null`)).status).toBe(400);
      for (const path of [
        `${shelves}/${name}`,
        `${shelves}('${name}')`,
        `${shelf}/${name}`,
        `/${name}/${name}`,
      ])
        expect((await ask(path)).status).toBe(404);
      expect((await ask(`POST ${shelves}`, { body: `{"${name}": {"x": 1}}` })).status).toBe(400);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect({}).not.toHaveProperty("x");
  });

  it("may be names of a client's own options and headers", async () => {
    const { ask } = await askedOf([contract]);
    const headers = Object.fromEntries(names.map((name) => [name, "x"]));
    for (const name of names) expect((await ask(`${shelves}?${name}=1`, { headers })).status).toBe(200);
  });
});
