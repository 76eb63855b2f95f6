import type { GraphVersion } from "../../docs/page.ts";
import type { ReceivedMessage } from "../../http/received-message.ts";
import type { Source } from "../../rules/exchange.ts";
import type { PlannedRequest } from "./planned-request.ts";
import type { Transport } from "./transport.ts";

/** A service and how it is asked. */
export interface Service {
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string;
  readonly transport: Transport;
  readonly version: GraphVersion;
  readonly source: Source;
  /** The bearer token; a service that needs none gets none. */
  readonly token?: string;
  /** How long an answer may take, milliseconds. */
  readonly timeout: number;
}

/** The URL of a planned request; undefined for a link that leads away from the service, where no token may go. */
export function urlOf({ origin, version }: Service, target: string): string | undefined {
  if (target.startsWith("/")) return `${origin}/${version}${target}`;
  return URL.canParse(target) && new URL(target).origin === new URL(origin).origin ? target : undefined;
}

/**
 * Sends a request and waits for all of its answer. Redirections are not followed: they are the answer.
 *
 * @throws Error saying why when no answer comes, or not in time.
 */
export async function sendRequest(
  { transport, token, timeout }: Service,
  url: string,
  request: Pick<PlannedRequest, "method" | "headers" | "body" | "probe">,
): Promise<ReceivedMessage> {
  const { method, headers, body, probe } = request;
  const received = await transport(
    new URL(url),
    {
      method,
      headers: {
        Accept: "application/json",
        ...headers,
        ...(token === undefined || probe === "anonymous" ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body }),
    },
    timeout,
  );
  const conceal = (text: string) => (token === undefined ? text : text.replaceAll(token, "…"));
  return {
    ...received,
    // What a service sets as a cookie may sign somebody in.
    headers: received.headers
      .filter(([name]) => !/^(?:set-cookie|connection|keep-alive|transfer-encoding)$/i.test(name))
      .map(([name, value]) => [name, conceal(value)]),
    body: conceal(received.body),
  };
}
