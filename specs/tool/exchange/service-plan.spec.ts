import { describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import type { Contract, Example, Operation } from "../../../src/contract/contract.ts";
import type { Depth } from "../../../src/exchange/service/asking.ts";
import { planRequests } from "../../../src/exchange/service/plan-requests.ts";
import type { Answer, Step } from "../../../src/exchange/service/planned-request.ts";
import { readJson } from "../../../src/http/read-json.ts";
import { contractOf, typeRefOf } from "../../support/contract-of.ts";
import { documentation } from "../../support/documentation.ts";
import { documentedAnswers, follow, inLine, requestsIn } from "./service-answers.ts";

const location = { file: "v1.0/api/user-list.md", line: 1, column: 1 };
const items = [
  { id: "1", name: "Ada", age: 36, role: "admin", manager: { id: "9" } },
  { id: "2", name: "Bob", age: 30, role: "unknownFutureValue", manager: null },
  { id: "3", name: "Cyd", age: 41, role: "guest", manager: null },
];

function contract(sketch: Partial<Operation> = {}, examples: readonly Example[] = []): Contract {
  const made = contractOf({
    types: {
      user: {
        keyProperty: "id",
        properties: {
          id: "Edm.String",
          name: { type: "Edm.String", filter: ["eq", "startsWith", "in"], orderby: true },
          age: { type: "Edm.Int32", filter: ["ge"] },
          role: { type: "role", filter: ["eq", "not"] },
          born: { type: "Edm.Date", filter: ["lt"] },
          manager: { type: "user", navigation: true, expand: true },
          groups: { type: "Collection(group)", navigation: true },
        },
      },
    },
    enums: { role: { members: ["admin", "unknownFutureValue", "guest"], onRequest: ["guest"] } },
    operations: [{ method: "GET", path: "/users", ...sketch }],
  });
  const body = typeRefOf(made, "Collection(user)");
  const operations = made.operations.map((operation) => ({
    ...operation,
    responses: [{ status: 200, body: sketch.responses?.[0]?.body ?? body, location }],
  }));
  return { ...made, operations, examples };
}

function example(method: string, url: string, body?: unknown, response?: Example["response"]): Example {
  const text = JSON.stringify(body);
  const sent = body === undefined ? {} : { body: { text, location, json: readJson(text, location) } };
  const request = { method, url, target: spanAt(location), headers: [], location, ...sent };
  return { name: url, title: url, file: location.file, location, request, ...(response ? { response } : {}) };
}

function stepsOf(
  planned: Contract,
  answer: (step: Step) => Answer,
  writes = false,
  depth: Depth = "documented",
): Step[] {
  const plan = planRequests(planned, { writes, depth });
  return [...plan.reads, ...plan.writes].flatMap((script) => follow(script, answer));
}

const listed = (...options: string[]): Operation["queryOptions"] => ({ kind: "listed", options, location });
const everything = listed("$select", "$top", "$count", "$orderby", "$filter", "$expand");
const answered = (): Answer => ({ status: 200, json: { value: items } });

describe("the plan for a collection", () => {
  it("probes each option that the page lists, with values of the items, and one that it does not", () => {
    const steps = stepsOf(contract({ queryOptions: everything }), answered);
    expect(steps.map(inLine)).toEqual([
      "GET /users",
      "GET /users?$select=id,name,age",
      "GET /users?$count=true",
      "GET /users?$orderby=name",
      "GET /users?$orderby=name%20desc",
      "GET /users?$expand=manager",
      "GET /users",
      "GET /users?$filter=name%20eq%20'Bob'",
      "GET /users?$filter=startswith(name,'Bob')",
      "GET /users?$filter=name%20in%20('Bob','Ada')",
      "GET /users?$filter=age%20ge%2036",
      "GET /users?$filter=role%20eq%20'guest'",
      "GET /users?$filter=not(role%20eq%20'guest')",
      "GET /users?$filter=id%20eq%20'2'",
      "no-data GET /users",
      "GET /users?$top=1",
      "GET /users?$count=true",
      "GET /users?$skip=1",
      "anonymous GET /users",
    ]);
    expect(requestsIn(steps)[6]?.headers).toEqual({ Prefer: "include-unknown-enum-members" });
    expect(steps[14]).toMatchObject({
      message: "some documented operators are not probed, for want of a value that fits: born lt",
    });
  });

  it("asks for one plain answer at the depth of smoke", () => {
    const replayed = [example("GET", "https://graph.microsoft.com/v1.0/users?$top=7")];
    const steps = stepsOf(contract({ queryOptions: everything }, replayed), answered, true, "smoke");
    expect(steps.map(inLine)).toEqual(["GET /users"]);
  });

  it("asks further at full depth: filters that are joined, selections, and what has to be refused", () => {
    const planned = contract({ queryOptions: listed("$select", "$top", "$orderby", "$filter", "$skip") });
    const documented = stepsOf(planned, answered).map(inLine);
    const full = stepsOf(planned, answered, false, "full").map(inLine);
    expect(full.filter((line) => !documented.includes(line))).toEqual([
      "GET /users?$filter=name%20eq%20'Bob'%20and%20age%20ge%2036",
      "GET /users?$filter=name%20eq%20'Bob'%20or%20age%20ge%2036",
      "GET /users?$select=name",
      "GET /users?$select=id,name,age,role",
      "unknown-name GET /users?$select=conformanceProbe",
      "unknown-name GET /users?$filter=conformanceProbe%20eq%20'a'",
      "unknown-name GET /users?$orderby=conformanceProbe",
      "bad-value GET /users?$top=abc",
      "GET /users?$skip=1",
    ]);
  });

  it("asks for no unknown name where any may be one", () => {
    const closed = contract({ queryOptions: everything });
    const types = Object.fromEntries(
      Object.entries(closed.types).map(([name, type]) => [name, { ...type, open: true }]),
    );
    const lines = stepsOf({ ...closed, types }, answered, false, "full").map(inLine);
    expect(lines.filter((line) => line.startsWith("unknown-name"))).toEqual([]);
  });

  it("reads the plain list to its end, as far as ten pages", () => {
    const pagesOf = (count: number) => {
      let page = 1;
      const planned = contract({ queryOptions: { kind: "none" } });
      const link = () => `https://graph.microsoft.com/v1.0/users?p=${++page}`;
      const steps = stepsOf(planned, () => {
        const next = page < count ? { "@odata.nextLink": link() } : {};
        return { status: 200, json: { value: items, ...next } };
      });
      return requestsIn(steps).filter(({ name }) => name.startsWith("plain"));
    };
    expect(pagesOf(3).map(({ name }) => name)).toEqual(["plain", "plain, page 2", "plain, page 3"]);
    expect(pagesOf(99)).toHaveLength(10);
  });

  it("follows a delta answer to its end, and asks once more for what has changed since", () => {
    const delta = contract({ path: "/users/delta", queryOptions: { kind: "none" } });
    const at = (query: string) => `https://graph.microsoft.com/v1.0/users/delta?${query}`;
    const linesOf = (links: (step: Step) => object) =>
      stepsOf(delta, (step) => ({ status: 200, json: { value: items, ...links(step) } })).map(inLine);
    const lines = linesOf((step) =>
      inLine(step).endsWith("delta")
        ? { "@odata.nextLink": at("$skiptoken=1") }
        : { "@odata.deltaLink": at("$deltatoken=1") },
    );
    expect(lines.slice(0, 3)).toEqual([
      "GET /users/delta",
      `GET ${at("$skiptoken=1")}`,
      `GET ${at("$deltatoken=1")}`,
    ]);
    expect(linesOf(() => ({})).join()).not.toContain("deltatoken");
  });

  it("names every request of an operation differently, and without a value of an answer", () => {
    const planned = contract({ queryOptions: everything });
    const names = requestsIn(stepsOf(planned, answered, false, "full")).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.join()).not.toMatch(/Ada|Bob|36/);
  });

  it("leaves alone what the page does not promise, but for one option", () => {
    expect(stepsOf(contract({ queryOptions: { kind: "none" } }), answered).map(inLine)).toEqual([
      "GET /users",
      "GET /users",
      "GET /users",
      "GET /users?$top=1",
      "anonymous GET /users",
    ]);
  });

  it("tries no unlisted option where the page lists none", () => {
    expect(stepsOf(contract({ queryOptions: { kind: "unsaid" } }), answered).map(inLine)).toEqual([
      "GET /users",
      "GET /users",
      "GET /users",
      "anonymous GET /users",
    ]);
  });

  it("reads three pages and no more, and none twice", () => {
    const next = (link: string): Answer => ({ status: 200, json: { value: items, "@odata.nextLink": link } });
    let page = 1;
    const endless = stepsOf(contract({ queryOptions: listed("$top") }), (step) =>
      inLine(step).includes("top")
        ? next(`https://graph.microsoft.com/v1.0/users?$top=1&p=${++page}`)
        : answered(),
    );
    expect(endless.map(inLine).filter((line) => line.includes("top"))).toEqual([
      "GET /users?$top=1",
      "GET https://graph.microsoft.com/v1.0/users?$top=1&p=2",
      "GET https://graph.microsoft.com/v1.0/users?$top=1&p=3",
    ]);
    const relative = stepsOf(contract({ queryOptions: listed("$top") }), () =>
      next("/v1.0/users?$top=1&p=2"),
    );
    expect(relative.map(inLine).filter((line) => line.includes("p=2"))).toEqual([]);
  });

  it("says that nothing was probed when the plain request brought nothing", () => {
    const steps = stepsOf(contract({ queryOptions: everything }), () => ({ status: 404 }));
    expect(steps.map(inLine)).toEqual(["GET /users", "no-data GET /users", "anonymous GET /users"]);
  });
});

describe("the plan for one resource", () => {
  const one = { kind: "type", name: "microsoft.graph.user", collection: false } as const;
  const path = "/users/{id}";
  const promised = { path, responses: [{ status: 200, body: one, location }] };

  const shown = [example("GET", "https://graph.microsoft.com/v1.0/users/7")];
  const planned = contract({ ...promised, queryOptions: listed("$select") }, shown);
  const linesOf = (plan: typeof planned) =>
    stepsOf(plan, () => ({ status: 200, json: items[0] })).map(inLine);

  it("takes the key of a documented example", () => {
    expect(linesOf(planned)).toEqual([
      "GET /users/7",
      "GET /users/7",
      "GET /users/7?$select=id,name,age",
      "GET /users/7",
      "anonymous GET /users/7",
    ]);
  });

  it("asks for a key that does not exist where the collection can be listed, and only there", () => {
    const list = contract({ queryOptions: { kind: "none" } }).operations;
    const absent = (plan: typeof planned) => linesOf(plan).filter((line) => line.startsWith("absent"));
    expect(absent({ ...planned, operations: [...planned.operations, ...list] })).toEqual([
      "absent GET /users/5c0f6c1e-98a5-4f0d-8b5e-0d1a5e9b7c42",
    ]);
    expect(absent(planned)).toEqual([]);
  });

  it("takes the key of the first item of the collection, when no example shows one", () => {
    const planned = contract({ ...promised, queryOptions: { kind: "none" } });
    const lines = stepsOf(planned, (step) => (step.kind === "lookup" ? answered() : {})).map(inLine);
    expect(lines).toEqual(["lookup /users", "GET /users/1", "lookup /users", "anonymous GET /users/1"]);
  });

  it("takes the key of an item that says it is what the page returns", () => {
    const value = [
      { "@odata.type": "#microsoft.graph.robot", id: "r" },
      { "@odata.type": "#microsoft.graph.user", id: "u" },
    ];
    const listing = (step: Step): Answer => (step.kind === "lookup" ? { status: 200, json: { value } } : {});
    const steps = stepsOf(contract({ ...promised, queryOptions: { kind: "none" } }), listing);
    expect(steps.map(inLine)[1]).toBe("GET /users/u");
  });

  it("asks with a key that no service has, when nobody knows one", () => {
    const planned = contract({ ...promised, queryOptions: { kind: "none" } });
    expect(stepsOf(planned, () => ({ status: 404 })).map(inLine)).toEqual([
      "lookup /users",
      "GET /users/5c0f6c1e-98a5-4f0d-8b5e-0d1a5e9b7c42",
      "lookup /users",
      "anonymous GET /users/5c0f6c1e-98a5-4f0d-8b5e-0d1a5e9b7c42",
    ]);
  });

  it("gives a function's parameters values of their types", () => {
    const parameter = (name: string, type: string) => {
      return {
        name,
        type: { kind: "primitive", name: type, collection: false },
        navigation: false,
        location,
      } as const;
    };
    const called = contract({
      path: "/users/summary(from={time},name='{name}',top={top})",
      parameters: [
        parameter("from", "Edm.DateTimeOffset"),
        parameter("name", "Edm.String"),
        parameter("top", "Edm.Int32"),
      ],
    });
    expect(inLine(stepsOf(called, () => ({}))[0] as Step)).toBe(
      "GET /users/summary(from=2024-01-01T00:00:00Z,name='a',top=1)",
    );
  });

  it("calls nothing whose path stays open", () => {
    const open = contract({ path: "/sites/{host}:/{path}" });
    expect(stepsOf(open, () => ({})).map(inLine)).toEqual(["no-data GET /sites/{host}:/{path}"]);
  });
});

describe("the plan for what writes", () => {
  const write = (sketch: Partial<Operation>, examples: readonly Example[] = []) =>
    stepsOf(
      contract({ queryOptions: { kind: "unsaid" }, ...sketch }, examples),
      () => ({ status: 204 }),
      true,
    );

  it("removes twice, with the key that a placeholder of the example stands for", () => {
    const url = "https://graph.microsoft.com/v1.0/users/{id}/$ref";
    const planned = contract({ method: "DELETE", path: "/users/{id}/$ref" }, [example("DELETE", url)]);
    const steps = stepsOf(planned, (step) => (step.kind === "lookup" ? answered() : { status: 204 }), true);
    expect(steps.map(inLine)).toEqual([
      "lookup /users",
      "anonymous DELETE /users/1/$ref",
      "lookup /users",
      "DELETE /users/1/$ref",
      "absent DELETE /users/1/$ref",
    ]);
  });

  it("removes nothing when nobody knows what, and says so", () => {
    const url = "https://graph.microsoft.com/v1.0/users/{id}";
    const steps = write({ method: "DELETE", path: "/users/{id}" }, [example("DELETE", url)]);
    expect(steps.map(inLine).slice(1)).toEqual([
      "anonymous DELETE /users/5c0f6c1e-98a5-4f0d-8b5e-0d1a5e9b7c42",
      "lookup /users",
      "no-data DELETE /users/{id}",
    ]);
  });

  it("sends a documented body as it is documented, and one that breaks its type", () => {
    const body = typeRefOf(contract(), "user");
    const url = "https://graph.microsoft.com/v1.0/users";
    const steps = write({ method: "POST", path: "/users", requestBody: body }, [
      example("POST", url, { name: "Eve" }),
    ]);
    expect(requestsIn(steps).map(({ name, body: text }) => `${name}: ${text}`)).toEqual([
      "without a token: {}",
      `${url}: {"name":"Eve"}`,
      'a body that breaks the documented type: {"name":12}',
    ]);
  });

  it("invents no body", () => {
    const steps = write({ method: "POST", path: "/users", requestBody: typeRefOf(contract(), "user") });
    expect(steps.map(inLine)).toEqual(["anonymous POST /users", "no-data POST /users"]);
  });

  it("comes behind everything that reads", () => {
    const reading = example("GET", "https://graph.microsoft.com/v1.0/users");
    const writing = example("POST", "https://graph.microsoft.com/v1.0/users", { name: "Eve" });
    const planned = { ...contract(), examples: [writing, reading] };
    expect(stepsOf(planned, answered, true).map(inLine).at(-1)).toBe("POST /users");
  });
});

describe("an example that is not replayed", () => {
  it("has placeholders in its query, or goes to another host", () => {
    const shown = [
      example("GET", "https://graph.microsoft.com/v1.0/users?$skiptoken={token}"),
      example("GET", "https://upload.contoso.com/v1.0/users"),
    ];
    const planned = { ...contract(), operations: [], examples: shown };
    expect(stepsOf(planned, answered).map(inLine)).toEqual(["placeholder GET /users?$skiptoken={token}"]);
  });
});

describe("the plan for the documentation at hand", () => {
  it.each(["v1.0", "beta"] as const)(
    "replays every example of %s, and leaves out no operation",
    (version) => {
      const planned = documentation.contract(version);
      const steps = stepsOf(planned, documentedAnswers(planned), true);
      const told = new Set(
        steps.flatMap((step) => (step.kind === "lookup" ? [] : [`${step.file} ${step.name}`])),
      );
      for (const { file, name } of planned.examples) expect(told).toContain(`${file} ${name}`);
      for (const { file } of planned.operations) expect(told).toContain(`${file} without a token`);
      // The page documents /workflow/userProcessingResults, and no example calls that.
      const unknown = version === "v1.0" ? ["no-data GET /workflow/userProcessingResults"] : [];
      expect(steps.filter(({ kind }) => kind === "unmade").map(inLine)).toEqual(unknown);
    },
  );
});
