import { Agent, get } from "node:http";
import { connect, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { type MockOptions, type RunningMock, startMock } from "../../../src/mock/http/start-mock.ts";
import { contractOf } from "../../support/contract-of.ts";

const start = (options: Partial<MockOptions> = {}) => startMock({ contracts: [contractOf({})], ...options });

/** The status of an answer, with what it says of its connection; or the code of the error. */
function ask({ origin }: RunningMock, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const request = get(`${origin}/v1.0/$metadata`, { agent }, (response) => {
      response.resume();
      response.on("end", () => resolve(`${response.statusCode} ${response.headers.connection}`));
    });
    request.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

/** A connection on which something was sent. */
function send({ origin }: RunningMock, text: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), "127.0.0.1");
    socket.once("error", reject);
    socket.once("connect", () => socket.write(text, () => resolve(socket)));
  });
}

describe("closing the service", () => {
  it("answers the requests that have arrived on kept connections, and tells their clients to end them", async () => {
    const mock = await start();
    const agent = new Agent({ keepAlive: true });
    const first = await Promise.all(Array.from({ length: 20 }, () => ask(mock, agent)));
    expect(new Set(first)).toEqual(new Set(["200 keep-alive"]));
    const asked = Array.from({ length: 20 }, () => ask(mock, agent));
    await new Promise(setImmediate);
    const closed = mock.close();
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["200 close"]));
    await closed;
    agent.destroy();
  });

  it("lets nobody in afterwards", async () => {
    const mock = await start();
    await mock.close();
    const agent = new Agent();
    expect(await ask(mock, agent)).toBe("ECONNREFUSED");
  });

  // At once, since each waits for the second that clients are left.
  it.concurrent.each([
    ["a request", {}, "GET /v1.0/$metadata HTTP/1.1\r\nHost: localhost\r\n"],
    ["a TLS handshake", { tls: true }, ""],
  ] as const)("hangs up on a client that never ends %s", async (_, options, text) => {
    const mock = await start(options);
    const socket = await send(mock, text);
    const ended = new Promise((resolve) => socket.once("close", () => resolve("closed")));
    await mock.close();
    expect(await ended).toBe("closed");
  });
});
