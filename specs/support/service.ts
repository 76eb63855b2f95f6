import { isObject } from "../../src/base/is-object.ts";
import type { Contract } from "../../src/contract/contract.ts";
import type { GraphVersion } from "../../src/docs/page.ts";
import type { ServiceInput } from "../../src/exchange/service/obtain-exchanges.ts";
import { httpTransport } from "../../src/exchange/service/transport/http-transport.ts";
import type { Transport } from "../../src/exchange/service/transport/transport.ts";
import type { Fault } from "../../src/mock/faults/fault.ts";
import { type MockOptions, type RunningMock, startMock } from "../../src/mock/http/start-mock.ts";
import type { ServiceRequest } from "../../src/mock/message.ts";
import { makeService } from "../../src/mock/service.ts";
import { guidOf } from "../../src/mock/sign-in/authority.ts";
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
  const message = { method: "POST", headers, body: form.toString() };
  const { status, body } = await transport(url, message, AbortSignal.timeout(30_000));
  const answer: unknown = JSON.parse(body);
  if (isObject(answer) && typeof answer.access_token === "string") return answer.access_token;
  throw new Error(`the service gave no token: ${status} ${body}`);
}

/** How the embedded service is asked in the specs. */
type Asked = Pick<ServiceInput, "origin" | "transport" | "token" | "source" | "writes">;

/**
 * Starts the embedded service and asks it, writing included. The same contracts give the same exchanges: the clock
 * stands still, ids come from the requests, and the port, which is another in every run, is told to the connection
 * alone, so that all that is sent names the service `localhost`.
 */
export async function* askMock<Said>(
  contracts: readonly Contract[],
  ask: (input: ServiceInput) => AsyncIterable<Said>,
  options: Partial<MockOptions> = {},
): AsyncGenerator<Said, void, void> {
  const { origin, close } = await startMock({ contracts, ...repeatable, ...options });
  try {
    const { hostname, port } = new URL(origin);
    const asked = await askedThrough(httpTransport({ host: hostname, port: Number(port) }));
    for (const contract of contracts) yield* ask({ ...asked, contract });
  } finally {
    await close();
  }
}

/** Asks a service that listens nowhere; the exchanges are the same. */
export async function* askWithin<Said>(
  contracts: readonly Contract[],
  ask: (input: ServiceInput) => AsyncIterable<Said>,
  fault?: Fault,
): AsyncGenerator<Said, void, void> {
  const service = makeService({ contracts, ...repeatable, ...(fault ? { fault } : {}) });
  const asked = await askedThrough(transportWithin(service));
  for (const contract of contracts) yield* ask({ ...asked, contract });
}

async function askedThrough(transport: Transport): Promise<Asked> {
  const origin = "http://localhost";
  return { origin, transport, token: await signIn(origin, transport), source: "mock", writes: true };
}

/** What makes every run of the service the same as the one before. */
export const repeatable = {
  now: () => new Date("2025-03-14T12:00:00Z"),
  // Requests arrive in any order: what is the same in a request names its answer.
  newId: ({ method, target, headers, body }: ServiceRequest) => {
    const { prefer = "", authorization } = headers;
    return guidOf([method, target, prefer, authorization === undefined ? "anonymous" : "", body].join("\n"));
  },
};

/** All that comes, at once. */
export async function listOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}
