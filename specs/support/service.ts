import { isObject } from "../../src/base/is-object.ts";
import type { Contract } from "../../src/contract/contract.ts";
import type { GraphVersion } from "../../src/docs/page.ts";
import { obtainExchanges } from "../../src/exchange/service/obtain-exchanges.ts";
import { httpTransport, type Transport } from "../../src/exchange/service/transport.ts";
import type { Fault } from "../../src/mock/faults/fault.ts";
import { type MockOptions, type RunningMock, startMock } from "../../src/mock/http/start-mock.ts";
import type { ServiceRequest } from "../../src/mock/message.ts";
import { makeService } from "../../src/mock/service.ts";
import { guidOf } from "../../src/mock/sign-in/guid-of.ts";
import type { Exchange } from "../../src/rules/exchange.ts";
import { documentation } from "./documentation.ts";
import { transportWithin } from "./transport-within.ts";

export const versions: readonly GraphVersion[] = ["v1.0", "beta"];

/** An embedded service that a client has signed in to. */
export interface SignedInMock extends RunningMock {
  readonly token: string;
}

/** Starts the embedded service, with the contracts of the documentation at hand unless others are given, and signs in. */
export async function startSignedIn(options: Partial<MockOptions> = {}): Promise<SignedInMock> {
  const contracts = versions.map((version) => documentation.contract(version));
  const mock = await startMock({ contracts, ...options });
  return { ...mock, token: await signIn(mock.origin) };
}

/** A token for all that the service's client may do. */
export async function signIn(origin: string, transport = httpTransport()): Promise<string> {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: "f7d0f2a6-6b1c-4d0e-9a53-3f8a2d1c9b70",
    client_secret: "conformance",
    scope: "https://graph.microsoft.com/.default",
  });
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const url = new URL(`${origin}/contoso.onmicrosoft.com/oauth2/v2.0/token`);
  const { status, body } = await transport(url, { method: "POST", headers, body: form.toString() }, patience);
  const answer: unknown = JSON.parse(body);
  if (isObject(answer) && typeof answer.access_token === "string") return answer.access_token;
  throw new Error(`the service gave no token: ${status} ${body}`);
}

const patience = 30_000;

/**
 * What the embedded service answers to all that the contracts promise, writing included. The same contracts give the
 * same exchanges: the clock stands still, ids come from the requests, and the port, which is another in every run, is
 * told to the connection alone, so that all that is sent names the service `localhost`.
 */
export async function obtainFromMock(
  contracts: readonly Contract[],
  options: Partial<MockOptions> = {},
): Promise<Exchange[]> {
  const { origin, close } = await startMock({ contracts, ...repeatable, ...options });
  try {
    const { hostname, port } = new URL(origin);
    return await obtainAll(contracts, httpTransport({ host: hostname, port: Number(port) }));
  } finally {
    await close();
  }
}

/** The same exchanges from a service that listens nowhere. */
export function obtainWithin(contracts: readonly Contract[], fault?: Fault): Promise<Exchange[]> {
  const service = makeService({ contracts, ...repeatable, ...(fault ? { fault } : {}) });
  return obtainAll(contracts, transportWithin(service));
}

async function obtainAll(contracts: readonly Contract[], transport: Transport): Promise<Exchange[]> {
  const origin = "http://localhost";
  const token = await signIn(origin, transport);
  const exchanges: Exchange[] = [];
  for (const contract of contracts) {
    const asked = { contract, origin, transport, token, source: "mock", writes: true } as const;
    exchanges.push(...(await obtainExchanges(asked)));
  }
  return exchanges;
}

/** What makes every run of the service the same as the one before. */
const repeatable = {
  now: () => new Date("2025-03-14T12:00:00Z"),
  // Requests arrive in any order: what is the same in a request names its answer.
  newId: ({ method, target, headers, body }: ServiceRequest) => {
    const { prefer = "", authorization } = headers;
    return guidOf([method, target, prefer, authorization === undefined ? "anonymous" : "", body].join("\n"));
  },
};
