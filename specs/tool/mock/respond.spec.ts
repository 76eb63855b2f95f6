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
  it("hangs up on the request that gets no id, and answers the next", async () => {
    const newId: MockOptions["newId"] = ({ target }) => (target.endsWith("first") ? fail() : "an id");
    expect(await statusesOf({ newId })).toEqual([0, 401]);
  });

  it("answers all the same what it tells of, and lets the error out", async () => {
    const others = process.listeners("uncaughtException");
    const thrown: unknown[] = [];
    process.removeAllListeners("uncaughtException").on("uncaughtException", (error) => thrown.push(error));
    try {
      const onAnswer: MockOptions["onAnswer"] = ({ target }) =>
        target.endsWith("first") ? fail() : undefined;
      expect(await statusesOf({ onAnswer })).toEqual([401, 401]);
    } finally {
      process.removeAllListeners("uncaughtException");
      for (const other of others) process.on("uncaughtException", other);
    }
    expect(thrown).toEqual([new Error("not by the service")]);
  });

  it("answers both when they do not", async () => {
    expect(await statusesOf({ newId: () => "an id", onAnswer: () => undefined })).toEqual([401, 401]);
  });
});
