import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/base/usage-error.ts";
import type { Operation } from "../../../src/contract/contract.ts";
import { judgeService } from "../../../src/exchange/service/judge-service.ts";
import type { ServiceInput } from "../../../src/exchange/service/obtain-exchanges.ts";
import type { Transport } from "../../../src/exchange/service/transport/transport.ts";
import { failedIn } from "../../../src/report/counts.ts";
import { contractOf, typeRefOf } from "../../support/contract-of.ts";
import { listOf } from "../../support/service.ts";

const now = new Date("2026-03-31T12:00:00Z");

/** The contract of runs of flows: no page lists the flows. */
function contract(...operations: readonly (Partial<Operation> & Pick<Operation, "path">)[]) {
  const made = contractOf({
    types: {
      flow: { keyProperty: "id", properties: { id: "Edm.String" } },
      run: { keyProperty: "id", properties: { id: "Edm.String", state: "Edm.String" } },
    },
    operations: (operations.length > 0 ? operations : [{ path: "/flows/{flow_id}/runs" }]).map((one) => ({
      method: "GET",
      queryOptions: { kind: "none" },
      ...one,
    })),
  });
  const runs = typeRefOf(made, "Collection(run)");
  return {
    ...made,
    operations: made.operations.map((one) => ({
      ...one,
      responses: [
        {
          status: one.method === "GET" ? 200 : 204,
          ...(one.method === "GET" ? { body: { ...runs, collection: !one.path.endsWith("}") } } : {}),
          location: one.location,
        },
      ],
    })),
  };
}

type Answers = Readonly<Record<string, unknown>>;

/** A service that knows some paths (a text is answered as it is), and what it was asked with a token. */
function serviceOf(answers: Answers) {
  const asked: string[] = [];
  const transport: Transport = async ({ pathname, search }, { method, headers }) => {
    const path = `${decodeURIComponent(pathname).replace("/v1.0", "")}${search}`;
    const known = headers.Authorization ? answers[path] : 401;
    if (headers.Authorization) asked.push(method === "GET" ? path : `${method} ${path}`);
    const status = typeof known === "number" ? known : known === undefined ? 404 : 200;
    const body = status < 400 ? known : { error: { code: "a", message: "b" } };
    const challenge = ["WWW-Authenticate", "Bearer"] as const;
    return {
      status,
      reason: "",
      headers: [["Content-Type", "application/json"], ...(status === 401 ? [challenge] : [])],
      body: typeof body === "string" ? body : JSON.stringify(body),
    };
  };
  return { asked, transport };
}

const context = { "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#flows" };
const list = (...value: readonly unknown[]) => ({ ...context, value });
const item = (id: unknown, state: string | null = "done") => ({ id, state });

async function ask(answers: Answers, more: Partial<ServiceInput> = {}) {
  const { asked, transport } = serviceOf(answers);
  const judgements = await listOf(
    judgeService({
      contract: contract(),
      origin: "http://localhost",
      transport,
      token: "a.b",
      source: "tenant",
      ids: "listed",
      depth: "smoke",
      now,
      ...more,
    }),
  );
  const plain = judgements.filter(({ example }) => example === "plain");
  return {
    asked,
    plain: plain.map(({ request }) => request?.text.split("\n")[0]?.replace("GET http://localhost/v1.0", "")),
    failed: judgements.flatMap((judgement) =>
      failedIn(judgement, "fail").map(({ rule, pointer, message }) => `${rule} ${pointer}: ${message}`),
    ),
    unverified: judgements.flatMap(({ assertions }) =>
      assertions.flatMap((one) => (one.status === "not-verified" ? `${one.reason}: ${one.message}` : [])),
    ),
  };
}

describe("a path that is bound by listing", () => {
  it("goes back where nothing leads on, and asks for no list twice", async () => {
    const { asked, plain } = await ask({
      "/flows": list(item("a"), item("b")),
      "/flows/a/runs": list(),
      "/flows/b/runs": list(item("r"), item("s", null)),
    });
    expect(plain).toEqual(["/flows/b/runs"]);
    expect(asked).toEqual(["/flows", "/flows/a/runs", "/flows/b/runs"]);
  });

  it("takes the place where most can fail: several items that differ, a null, a second page", async () => {
    const next = { "@odata.nextLink": "http://localhost/v1.0/flows/d/runs?$skiptoken=2" };
    const { plain } = await ask({
      "/flows": list(item("a"), item("b"), item("c"), item("d")),
      "/flows/a/runs": list(item("r")),
      "/flows/b/runs": list(item("r"), item("s")),
      "/flows/c/runs": list(item("r"), item("s", "open")),
      "/flows/d/runs": { ...list(item("r"), item("s", null)), ...next },
    });
    expect(plain).toEqual(["/flows/d/runs"]);
  });

  it("takes the first where none is better", async () => {
    const { plain } = await ask({
      "/flows": list(item("a"), item("b")),
      "/flows/a/runs": list(item("r")),
      "/flows/b/runs": list(item("s")),
    });
    expect(plain).toEqual(["/flows/a/runs"]);
  });

  it("looks on the next page where the first is empty", async () => {
    const link = "http://localhost/v1.0/flows?$skiptoken=2";
    const { plain } = await ask({
      "/flows": { value: [], "@odata.nextLink": link },
      "/flows?$skiptoken=2": list(item("z")),
      "/flows/z/runs": list(item("r")),
    });
    expect(plain).toEqual(["/flows/z/runs"]);
  });

  it("asks for no more lists than it may, however many there are", async () => {
    const flows = Array.from({ length: 50 }, (_, index) => item(`f${index}`));
    const runs = flows.map(({ id }): [string, unknown] => [`/flows/${id}/runs`, list()]);
    const { asked, plain } = await ask({ "/flows": list(...flows), ...Object.fromEntries(runs) });
    expect(asked).toHaveLength(6);
    expect(plain).toEqual(["/flows/f0/runs"]);
  });
});

describe("a list that was asked for to bind", () => {
  it("verifies nothing where it is empty, and names what is not bound", async () => {
    const { failed, unverified, plain } = await ask({ "/flows": list() });
    expect(failed).toEqual([]);
    expect(plain).toEqual(["/flows/{flow_id}/runs"]);
    expect(unverified).toEqual([
      "no-data: the operation is not called: no value is known for {flow_id}: /flows was answered with an empty list",
    ]);
  });

  it.each([
    [
      "an error with the status of a success",
      { error: { code: "x", message: "y" } },
      "http/status undefined",
    ],
    [
      "one resource in place of the list",
      { ...context, ...item("a") },
      "body/shape : the body is a single resource",
    ],
    ["an array", [item("a")], "body/shape : the body is no list"],
    ["a key that is null", list(item(null)), 'body/shape /value/0/id: "id" is none'],
    ["an item without a key", list({ state: "x" }), 'body/shape /value/0: the item has no "id"'],
    ["an item that is no resource", list("a"), "body/shape /value/0: the item is no resource"],
    ["a key that is null in several", list(item(null), item(null)), "body/shape /value/0/id"],
    ["nothing", "", "http/body-missing undefined: the response has no body; documented paths take a key"],
    ["cut off", '{"value":[{"id":"a-key-that-is-c', "body/invalid-json undefined"],
  ])("is a finding where it is %s", async (_, body, finding) => {
    const { failed } = await ask({ "/flows": body });
    expect(failed).toHaveLength(1);
    expect(failed[0]).toContain(finding);
  });

  it("is judged by nothing but its form: what its items are no page at hand promises", async () => {
    const { failed } = await ask({
      "/flows": list({ id: "a", colour: 7 }),
      "/flows/a/runs": list(item("r")),
    });
    expect(failed).toEqual([]);
  });

  it("is not verified where its items have no id, and nobody says what else their key is", async () => {
    const unknown = contract({ path: "/things/{name}/runs" });
    const { failed, unverified } = await ask({ "/things": list({ name: "a" }) }, { contract: unknown });
    expect(failed).toEqual([]);
    expect(unverified[0]).toBe(
      'undocumented: no page here says which property is the key, and the item has no "id"',
    );
  });

  it.each([
    [404, "not-available"],
    [400, "not-available"],
    [429, "throttled"],
    [500, "service-error"],
    [503, "throttled"],
  ])("says what it was answered with: %d", async (status, reason) => {
    const { failed, unverified } = await ask({ "/flows": status });
    expect(failed).toEqual([]);
    expect(unverified.map((line) => line.split(":")[0])).toEqual([reason, reason]);
    expect(unverified[1]).toContain(`/flows was answered with ${status}`);
  });

  it("is told by its documented path while it is asked for", async () => {
    const titles: string[] = [];
    await ask(
      { "/flows": list(item("a-secret-flow")), "/flows/a-secret-flow/runs": list(item("r")) },
      { onProgress: ({ title }) => titles.push(title) },
    );
    expect(titles).toContain("/flows, for a key");
    expect(titles.join()).not.toContain("a-secret-flow");
  });

  it("says why nothing is bound where it is refused", async () => {
    const { failed, unverified } = await ask({ "/flows": 403 });
    expect(failed).toEqual([]);
    expect(unverified).toEqual([
      expect.stringMatching(
        /^missing-permission: 403 Forbidden \(a\) came back: the token lacks a permission/,
      ),
      "missing-permission: the operation is not called: no value is known for {flow_id}: /flows was answered with 403",
    ]);
  });
});

describe("a value that is given", () => {
  const answers = { "/flows": list(item("a")), "/flows/a/runs": list(), "/flows/mine/runs": list(item("r")) };

  it.each(["flow_id", "flowId", "FLOWID", "flows", "flow"])("goes by the name of %s", async (name) => {
    const { asked, plain } = await ask(answers, { bindings: new Map([[name, "mine"]]) });
    expect(plain).toEqual(["/flows/mine/runs"]);
    expect(asked).toEqual(["/flows/mine/runs"]);
  });

  it("is for a collection where the placeholder says nothing but id", async () => {
    const both = contract({ path: "/flows/{id}/runs" }, { path: "/flows/{id}/runs/{id}" });
    const { plain } = await ask(
      { "/flows/mine/runs": list(item("r")), "/flows/mine/runs/s": item("s") },
      { contract: both, bindings: new Map(Object.entries({ flowId: "mine", runId: "s" })) },
    );
    expect(plain).toEqual(["/flows/mine/runs", "/flows/mine/runs/s"]);
  });

  it("is not taken behind another collection of the same placeholder that does not list it", async () => {
    const both = contract({ path: "/flows/{flow_id}/runs" }, { path: "/deleted/flows/{flow_id}/runs" });
    const deleted = { "/deleted/flows": list(item("d")), "/deleted/flows/d/runs": list(item("r")) };
    const { plain } = await ask(
      { ...answers, "/flows": list(item("mine")), ...deleted },
      { contract: both, bindings: new Map([["flow_id", "mine"]]) },
    );
    expect(plain).toEqual(["/flows/mine/runs", "/deleted/flows/d/runs"]);
  });

  it("is a mistake where no path has such a placeholder", async () => {
    const error = await ask(answers, { bindings: new Map([["flwoId", "x"]]) }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toBe('UsageError: no path has a placeholder "flwoId"; there are flow_id');
  });

  it("is all that something is removed by", async () => {
    const removing = contract({ method: "DELETE", path: "/flows/{flow_id}" });
    const more = { contract: removing, writes: true, depth: "full" } as const;
    const unnamed = await ask(answers, more);
    expect(unnamed.asked).toEqual([]);
    expect(unnamed.unverified).toEqual(["no-data: no value is known for {flow_id}"]);
    const named = await ask(answers, { ...more, bindings: new Map([["flowId", "mine"]]) });
    expect(named.asked).toEqual(["DELETE /flows/mine"]);
  });
});

describe("the parameters of a function", () => {
  it("are the last thirty days where they are a beginning and an end", async () => {
    const path = "/flows/{flow_id}/runs/summary(startDateTime={from},endDateTime={to})";
    const { plain } = await ask({ "/flows": list(item("a")) }, { contract: contract({ path }) });
    expect(plain).toEqual([
      "/flows/a/runs/summary(startDateTime=2026-03-01T12:00:00Z,endDateTime=2026-03-31T12:00:00Z)",
    ]);
  });

  it("are given values where there are some", async () => {
    const path = "/flows/{flow_id}/runs/summary(kind='{kind}')";
    const bindings = new Map([["kind", "daily"]]);
    const { plain } = await ask({ "/flows": list(item("a")) }, { contract: contract({ path }), bindings });
    expect(plain).toEqual(["/flows/a/runs/summary(kind='daily')"]);
  });
});
