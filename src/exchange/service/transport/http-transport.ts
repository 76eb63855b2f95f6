import {
  type Agent,
  request as ask,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from "node:http";
import { request as askSecurely } from "node:https";
import { isSafe } from "../../../http/http-message.ts";
import type { ReceivedMessage } from "../../../http/received-message.ts";
import { receivedText } from "./received-text.ts";
import type { Message, Transport } from "./transport.ts";

/** Where a service listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What leads to a URL in another way than straight; undefined where nothing does. */
export type AgentFor = (url: URL) => Agent | undefined;

/**
 * Talks HTTP with the host of the URL; or with whoever listens at an address in its place, which the messages do not
 * show. What is sent is what the caller says, and Host and Content-Length: `fetch` adds headers of its own, and costs
 * four times as much.
 */
export function httpTransport(address?: Address, agentFor: AgentFor = () => undefined): Transport {
  return (url, message, signal) => send(url, message, signal, { address, agent: agentFor(url) });
}

/** A kept connection was closed by the other side just when the request was sent on it. */
export class StaleConnection extends Error {}

/** Asks once more where a kept connection has died; what may change something is not sent twice. */
export function repeatStale(transport: Transport): Transport {
  return async (url, message, signal) => {
    try {
      return await transport(url, message, signal);
    } catch (error) {
      if (!(error instanceof StaleConnection) || !isSafe(message)) throw error;
      return transport(url, message, signal);
    }
  };
}

function send(
  url: URL,
  { method, headers, body }: Message,
  signal: AbortSignal,
  { address, agent }: { readonly address: Address | undefined; readonly agent: Agent | undefined },
): Promise<ReceivedMessage> {
  const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
  const options: RequestOptions & { readonly servername?: string } = {
    method,
    headers: { Host: url.host, ...headers, ...length },
    ...(agent ? { agent } : {}),
    ...(address ? { hostname: address.host, port: address.port, servername: url.hostname } : {}),
  };
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request: ClientRequest = url.protocol === "https:" ? askSecurely(url, options) : ask(url, options);
    const stop = () => {
      request.destroy();
      fail(signal.reason);
    };
    const fail = (error: NodeJS.ErrnoException) => {
      signal.removeEventListener("abort", stop);
      reject(
        request.reusedSocket && error.code === "ECONNRESET" ? new StaleConnection(error.message) : error,
      );
    };
    signal.addEventListener("abort", stop, { once: true });
    request.on("error", fail);
    request.on("response", (response) => {
      receivedText(response, response.headers["content-encoding"]).then((text) => {
        signal.removeEventListener("abort", stop);
        resolve({ ...headOf(response), body: text });
      }, fail);
    });
    request.end(body);
  });
}

function headOf({ statusCode = 0, statusMessage = "", rawHeaders }: IncomingMessage) {
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    headers.push([rawHeaders[index] ?? "", rawHeaders[index + 1] ?? ""]);
  return { status: statusCode, reason: statusMessage, headers };
}
