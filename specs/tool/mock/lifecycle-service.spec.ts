import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Asked, askedOf, origin } from "../../support/asked.ts";
import { documentation } from "../../support/documentation.ts";

const contracts = [documentation.contract("v1.0"), documentation.contract("beta")];
const workflows = "/identityGovernance/lifecycleWorkflows/workflows";
const workflow = `${workflows}/14879e66-9ea9-48d0-804d-8fea672d0341`;
const results = `${workflow}/runs/dad77a47-6eda-4de7-bc37-fe8eb5aaf17d/userProcessingResults`;
const reprocessed =
  "/identityGovernance/lifecycleWorkflows/deletedItems/workflows/78799042-265a-4e8f-8d61-94a2dcd2d395/executionScope/dad77a47-6eda-4de7-bc37-fe8eb5aaf17d/reprocessedRuns";
const all = { headers: { prefer: "include-unknown-enum-members" } };

let asked: Asked;

describe("the service over the pages of lifecycle workflows", () => {
  beforeAll(async () => {
    asked = await askedOf(contracts);
  });

  it("lists what the examples show, at the documented path", async () => {
    const { status, items, body } = await asked.ask(results);
    expect(status).toBe(200);
    expect(items.map(({ id }) => id)).toEqual([
      "78b83505-6967-4168-a7ea-4921c0543ce9",
      "16db611b-2518-48cf-89c0-3763abf8d0ab",
    ]);
    const path = results.slice(1).replace(/\/([\da-f-]{36})/g, "('$1')");
    expect(body["@odata.context"]).toBe(`${origin}/v1.0/$metadata#${path}`);
  });

  it("knows no run that no example shows", async () => {
    const { status, error } = await asked.ask(
      `${workflow}/runs/00000000-0000-0000-0000-000000000000/userProcessingResults`,
    );
    expect([status, error.code]).toEqual([404, "Request_ResourceNotFound"]);
  });

  it("hides the member of an evolvable enum until it is asked for", async () => {
    const plain = await asked.ask(reprocessed);
    expect(plain.items[0]?.workflowExecutionType).toBe("unknownFutureValue");
    expect(plain.headers).not.toHaveProperty("preference-applied");
    const whole = await asked.ask(reprocessed, all);
    expect(whole.items[0]?.workflowExecutionType).toBe("activatedWithScope");
    expect(whole.headers["preference-applied"]).toBe("include-unknown-enum-members");
  });

  it("repairs what the example has wrong: totalTasksCount is totalTasksCounts", async () => {
    const [run] = (await asked.ask(reprocessed)).items;
    expect(run).toHaveProperty("totalTasksCounts", 0);
    expect(run).not.toHaveProperty("totalTasksCount");
  });

  it("follows relationships to where no page leads", async () => {
    const { status, items } = await asked.ask(`${workflow}/runs`);
    expect([status, items[0]?.id]).toEqual([200, "dad77a47-6eda-4de7-bc37-fe8eb5aaf17d"]);
    expect((await asked.ask(`${workflow}/nothing`)).status).toBe(404);
  });

  it("takes names in any letter case, keys in parentheses, escapes and a slash at the end", async () => {
    const same = [
      results.toUpperCase().replace("/V1.0", "/v1.0"),
      `${results}/`,
      results.replace("/14879e66-9ea9-48d0-804d-8fea672d0341", "('14879e66-9ea9-48d0-804d-8fea672d0341')"),
      results.replace("runs", "%72uns"),
    ];
    for (const path of same) expect((await asked.ask(path)).items, path).toHaveLength(2);
  });

  it("selects, filters and sorts as the page says, and refuses what it does not", async () => {
    const { items } = await asked.ask(
      `${results}?$select=id&$orderby=startedDateTime desc&$filter=processingStatus eq 'completed'`,
    );
    expect(items).toEqual([
      { id: "16db611b-2518-48cf-89c0-3763abf8d0ab" },
      { id: "78b83505-6967-4168-a7ea-4921c0543ce9" },
    ]);
    for (const query of ["$top=1", "$filter=startswith(id,'7')", "$filter=id eq", "$select=nothing"]) {
      const { status, error } = await asked.ask(`${results}?${query}`);
      expect([status, error.code], query).toEqual([400, "BadRequest"]);
    }
  });

  it("calls a documented function with its arguments", async () => {
    const call = `${workflow}/userProcessingResults/summary(startDateTime=2024-01-01T00:00:00Z,endDateTime=2024-02-01T00:00:00Z)`;
    const { status, body } = await asked.ask(call);
    expect(status).toBe(200);
    expect(body).toHaveProperty("totalUsers");
  });

  it("has Graph's headers, and says who asked", async () => {
    const { headers } = await asked.ask(results, { headers: { "client-request-id": "mine" } });
    expect(headers["odata-version"]).toBe("4.0");
    expect(headers["content-type"]).toMatch(/^application\/json;odata\.metadata=minimal/);
    expect(headers["client-request-id"]).toBe("mine");
    expect(headers["request-id"]).toMatch(/^[\da-f-]{36}$/);
  });

  it("puts an error into Graph's envelope", async () => {
    const { error } = await asked.ask("/nowhere", { headers: { "client-request-id": "mine" } });
    expect(error).toEqual({
      code: expect.any(String),
      message: expect.any(String),
      innerError: {
        date: "2026-03-04T05:06:07",
        "request-id": expect.any(String),
        "client-request-id": "mine",
      },
    });
  });

  it("answers 405 with what is allowed, 406, and 415", async () => {
    const wrongMethod = await asked.ask(`PATCH ${workflow}`, { body: {} });
    expect([wrongMethod.status, wrongMethod.headers.allow]).toEqual([405, "GET"]);
    expect((await asked.ask(results, { headers: { accept: "text/html" } })).status).toBe(406);
    const action = `POST ${workflow}/activateWithScope`;
    expect((await asked.ask(action, { body: "a=b", headers: { "content-type": "text/csv" } })).status).toBe(
      415,
    );
  });

  it("keeps beta apart from v1.0, and knows no other version", async () => {
    expect((await asked.ask(`/beta${reprocessed}`)).status).toBe(200);
    expect((await asked.ask(`/v2.0${reprocessed}`)).status).toBe(404);
  });
});

describe("writing to the service", () => {
  beforeEach(async () => {
    asked = await askedOf(contracts);
  });

  it("takes a reference away: 204 without content, gone from the list, and then 404", async () => {
    const list = `/beta${reprocessed}`;
    const [run] = (await asked.ask(list)).items;
    const gone = await asked.ask(`DELETE ${list}/${run?.id}/$ref`);
    expect([gone.status, gone.json, gone.text, gone.headers["content-type"]]).toEqual([
      204,
      undefined,
      undefined,
      undefined,
    ]);
    expect((await asked.ask(list)).items.map(({ id }) => id)).not.toContain(run?.id);
    expect((await asked.ask(`DELETE ${list}/${run?.id}/$ref`)).status).toBe(404);
  });

  it("runs a workflow: 204, and a run appears that says so to who asks for all members", async () => {
    const before = (await asked.ask(`${workflow}/runs`)).items.length;
    const scope = {
      "@odata.type": "microsoft.graph.identityGovernance.activateProcessingResultScope",
      taskScope: "allTasks",
    };
    expect((await asked.ask(`POST ${workflow}/activateWithScope`, { body: { scope } })).status).toBe(204);
    const { items } = await asked.ask(`${workflow}/runs`, all);
    expect(items).toHaveLength(before + 1);
    expect(items.at(-1)).toMatchObject({
      workflowExecutionType: "activatedWithScope",
      activatedOnScope: { taskScope: "allTasks" },
    });
  });

  it.each([
    ["another type", { subjects: 7 }],
    ["a name that nobody documents", { nobody: 1 }],
    ["no JSON", "{"],
    ["a name twice", '{"subjects":[],"subjects":[]}'],
    ["no object", []],
  ])("refuses a body with %s, and changes nothing", async (_, body) => {
    const before = await asked.ask(`${workflow}/runs`);
    const { status, error } = await asked.ask(`POST ${workflow}/activateWithScope`, { body });
    expect([status, error.code]).toEqual([400, "BadRequest"]);
    expect((await asked.ask(`${workflow}/runs`)).json).toEqual(before.json);
  });

  it("refuses the request that an example shows refused, and no other", async () => {
    const other = `${workflows}/2f0dcb02-65d9-4369-bad5-a3174538c5ff/activatewithscope`;
    const subjects = [
      { id: "2ea4c363-4b85-4529-b2ec-53b64308f39f" },
      { id: "44fc5392-9485-4348-871e-2ea17cc0a1b8" },
    ];
    expect((await asked.ask(`POST ${other}`, { body: { subjects } })).status).toBe(406);
    expect((await asked.ask(`POST ${other}`, { body: { subjects: subjects.slice(1) } })).status).toBe(204);
  });

  it("shows what was written to who read before", async () => {
    const list = `/beta${reprocessed}`;
    const first = await asked.ask(list);
    expect((await asked.ask(list)).json).toEqual(first.json);
    await asked.ask(`DELETE ${list}/${first.items[0]?.id}/$ref`);
    expect((await asked.ask(list)).items).toHaveLength(first.items.length - 1);
  });
});

describe("a batch", () => {
  beforeAll(async () => {
    asked = await askedOf(contracts);
  });
  const batch = (requests: readonly unknown[]) => asked.ask("POST /$batch", { body: { requests } });
  const responsesOf = (body: Readonly<Record<string, unknown>>) => JSON.parse(JSON.stringify(body.responses));

  it("answers each request, and those that depend on a failed one with 424", async () => {
    const { status, body } = await batch([
      { id: "a", method: "GET", url: `${workflow}/runs?$select=id` },
      { id: "b", method: "GET", url: "/nowhere" },
      { id: "c", method: "GET", url: results, dependsOn: ["a"] },
      { id: "d", method: "GET", url: results, dependsOn: ["b"] },
    ]);
    expect(status).toBe(200);
    expect(
      responsesOf(body).map(({ id, status: code }: { id: string; status: number }) => [id, code]),
    ).toEqual([
      ["a", 200],
      ["b", 404],
      ["c", 200],
      ["d", 424],
    ]);
    expect(responsesOf(body)[0].headers).toHaveProperty("OData-Version", "4.0");
  });

  it.each([
    [
      "more than 20 requests",
      Array.from({ length: 21 }, (_, index) => ({ id: `${index}`, method: "GET", url: results })),
    ],
    ["the same id twice", [1, 2].map(() => ({ id: "a", method: "GET", url: results }))],
    ["a dependency that does not come before", [{ id: "a", method: "GET", url: results, dependsOn: ["b"] }]],
    ["a batch in it", [{ id: "a", method: "POST", url: "/$batch" }]],
    ["an absolute URL", [{ id: "a", method: "GET", url: "https://graph.microsoft.com/v1.0/me" }]],
    ["nothing in it", []],
  ])("with %s is refused", async (_, requests) => {
    expect((await batch(requests)).status).toBe(400);
  });
});

describe("what is generated", () => {
  const listOf = async (options: Parameters<typeof askedOf>[1]) =>
    (await (await askedOf(contracts, options)).ask(`${workflow}/runs`)).json;

  it("is the same for the same seed, and other for another", async () => {
    const first = await listOf({ seed: 7, items: 30 });
    expect(await listOf({ seed: 7, items: 30 })).toEqual(first);
    expect(await listOf({ seed: 8, items: 30 })).not.toEqual(first);
  });

  it("fills a collection up to the number asked for, behind what the examples show", async () => {
    const { ask } = await askedOf(contracts, { items: 30 });
    const { items } = await ask(results);
    expect(items).toHaveLength(30);
    expect(items[0]?.id).toBe("78b83505-6967-4168-a7ea-4921c0543ce9");
  });
});

describe("throttling", () => {
  it("turns every so manieth request away, and says for how long", async () => {
    const { ask } = await askedOf(contracts, { throttle: { every: 3, retryAfter: 2 } });
    const answers = [await ask(results), await ask(results), await ask(results), await ask(results)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
    expect(answers[2]?.headers["retry-after"]).toBe("2");
  });
});
