import { describe, expect, it } from "vitest";
import { judgeService } from "../../../src/exchange/service/judge-service.ts";
import type { Transport } from "../../../src/exchange/service/transport/transport.ts";
import { failedIn } from "../../../src/report/counts.ts";
import { contractOf, typeRefOf } from "../../support/contract-of.ts";
import { listOf } from "../../support/service.ts";

const location = { file: "v1.0/api/user-list.md", line: 7, column: 1 };

/** What is said of a service that answers what it has to refuse with a status. */
async function saidOf(status: number, body: unknown, wrong = /conformanceProbe|abc/) {
  const sketch = contractOf({
    types: { user: { keyProperty: "id", properties: { id: "Edm.String", name: "Edm.String" } } },
    operations: [
      {
        method: "GET",
        path: "/users",
        queryOptions: { kind: "listed", options: ["$select", "$top"], location },
      },
    ],
  });
  const responses = [{ status: 200, body: typeRefOf(sketch, "Collection(user)"), location }];
  const contract = { ...sketch, operations: sketch.operations.map((one) => ({ ...one, responses })) };
  const value = [{ id: "1", name: "Ada" }];
  const transport: Transport = async ({ search }, { headers }) => {
    const isWrong = wrong.test(search);
    const isSelect = search.includes("$select=name");
    const selected = search.includes("$top=1") || isSelect ? value.map(({ name }) => ({ name })) : value;
    const code = headers.Authorization ? (isWrong ? status : 200) : 401;
    return {
      status: code,
      reason: "",
      headers: [
        ["Content-Type", "application/json"],
        ["WWW-Authenticate", "Bearer"],
      ],
      body: JSON.stringify(code === 200 && !isWrong ? { value: isSelect ? selected : value } : body),
    };
  };
  const input = { contract, origin: "http://localhost", transport, token: "a.b", source: "mock" } as const;
  const judged = await listOf(judgeService(input));
  return judged.flatMap((judgement) => {
    const asked = judgement.request?.text.split("\n")[0] ?? "";
    if (!wrong.test(asked)) return [];
    const unverified = judgement.assertions.flatMap((one) =>
      one.status === "not-verified" ? `${one.rule} not verified: ${one.reason}` : [],
    );
    // Answers are sketched without a context.
    const failed = failedIn(judgement, "fail").filter(({ rule }) => rule !== "odata/context-missing");
    return [...failed.map(({ rule, message }) => `${rule}: ${message}`), ...unverified];
  });
}

const error = { error: { code: "BadRequest", message: "no" } };

describe("$top=abc", () => {
  it.each([
    [400, error, []],
    [400, { message: "no" }, [expect.stringContaining("error/envelope")]],
    [500, error, [expect.stringContaining("http/status: the status is 500")]],
    [
      200,
      { value: [] },
      [expect.stringContaining('query/capability: "$top" with a value that it cannot have')],
    ],
  ] as const)(
    "is refused with an error, and %i %j says otherwise where it does",
    async (status, body, said) => {
      expect(await saidOf(status, body, /abc/)).toEqual(said);
    },
  );
});

describe("what has to be refused", () => {
  it("is fine where it is refused with an error", async () => {
    expect(await saidOf(400, error)).toEqual([]);
    expect(await saidOf(422, error)).toEqual([]);
  });

  it("is a finding where it is refused without Graph's error", async () => {
    expect(await saidOf(400, { message: "no" })).toEqual([
      expect.stringContaining("error/envelope"),
      expect.stringContaining("error/envelope"),
    ]);
  });

  it("is a finding where the service fails at it", async () => {
    expect(await saidOf(500, error)).toEqual([
      "http/status: the status is 500 Internal Server Error; it asks for a property that does not exist, which is answered with 400 Bad Request",
      "http/status: the status is 500 Internal Server Error; the value of its query option is none, which is answered with 400 Bad Request",
    ]);
  });

  it("verifies nothing where the service is out of order or busy", async () => {
    for (const [status, reason] of [
      [503, "service-error"],
      [429, "throttled"],
    ] as const)
      expect(await saidOf(status, error)).toEqual(Array(2).fill(`http/status not verified: ${reason}`));
  });

  it("is a capability that nobody documents where it is served", async () => {
    expect(await saidOf(200, { value: [{ id: "1", name: "Ada" }] })).toEqual([
      'query/capability: "$select" with a property that does not exist is answered with 200; a service refuses it with 400',
      'query/capability: "$top" with a value that it cannot have is answered with 200; a service refuses it with 400',
    ]);
  });
});
