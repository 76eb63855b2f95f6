import { describe, expect, it } from "vitest";
import { type MockOptions, startMock } from "../../../src/mock/http/start-mock.ts";
import { contractOf } from "../../support/contract-of.ts";
import { messageOf, send } from "./raw-client.ts";

/** The statuses of two requests, one after the other; 0 for one that is hung up on. */
async function statusesOf(options: Partial<MockOptions>): Promise<number[]> {
  const mock = await startMock({ contracts: [contractOf({})], ...options });
  const statuses = [];
  for (const path of ["first", "second"]) {
    statuses.push((await send(mock.origin, [messageOf(`GET /v1.0/${path}`)])).status);
  }
  await mock.close();
  return statuses;
}

const fail = () => {
  throw new Error("not by the service");
};

describe("a service whose options throw", () => {
  it.each<[string, Partial<MockOptions>]>([
    ["onAnswer", { onAnswer: ({ target }) => (target.endsWith("first") ? fail() : undefined) }],
    ["newId", { newId: ({ target }) => (target.endsWith("first") ? fail() : "an id") }],
  ])("hangs up on that request, and answers the next (%s)", async (_what, options) => {
    expect(await statusesOf(options)).toEqual([0, 401]);
  });

  it("answers both when they do not", async () => {
    expect(await statusesOf({ newId: () => "an id", onAnswer: () => undefined })).toEqual([401, 401]);
  });
});
