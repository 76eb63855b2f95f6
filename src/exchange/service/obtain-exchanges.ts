import { UsageError } from "../../base/usage-error.ts";
import type { Contract } from "../../contract/contract.ts";
import type { Exchange, Source } from "../../rules/exchange.ts";
import { inTurns } from "./in-turns.ts";
import { planRequests } from "./plan-requests.ts";
import type { Service } from "./send-request.ts";
import { Session } from "./session.ts";
import { httpTransport, type Transport } from "./transport.ts";

export interface ServiceInput {
  readonly contract: Contract;
  /** Scheme, host and port: `http://127.0.0.1:8080`, `https://graph.microsoft.com`. */
  readonly origin: string;
  /** How a request gets to the service; over HTTP to its origin unless said. */
  readonly transport?: Transport;
  readonly source: Exclude<Source, "documented">;
  /** The bearer token that signs every request but the anonymous ones. */
  readonly token?: string;
  /** Whether requests may be sent that change something; none are unless said. */
  readonly writes?: boolean;
  /** How many reading requests are under way at a time. */
  readonly concurrency?: number;
  /** How long an answer may take, milliseconds. */
  readonly timeout?: number;
}

/**
 * Asks a running service all that its contract promises. The exchanges come in the order of the plan; a request that
 * could not be made or got no answer is one, too, and says why. No exchange holds the token.
 *
 * @throws UsageError when the origin is none, and when nothing answers there.
 */
export async function obtainExchanges(input: ServiceInput): Promise<Exchange[]> {
  const { contract, writes = false, concurrency = 8 } = input;
  const session = new Session(serviceOf(input));
  const { reads, writes: writing } = planRequests(contract, { writes });
  const read = await inTurns(reads, concurrency, (script) => session.follow(script));
  const written: Exchange[] = [];
  for (const script of writing) {
    session.forget();
    written.push(...(await session.follow(script)));
  }
  session.end();
  return [...read.flat(), ...written];
}

function serviceOf(input: ServiceInput): Service {
  const { origin, transport = httpTransport(), source, contract, token, timeout = 30_000 } = input;
  if (!/^https?:$/.test(URL.canParse(origin) ? new URL(origin).protocol : "")) {
    throw new UsageError(`"${origin}" is no address of a service, such as https://graph.microsoft.com`);
  }
  const { version } = contract;
  return {
    origin: new URL(origin).origin,
    transport,
    source,
    version,
    timeout,
    ...(token === undefined ? {} : { token }),
  };
}
