import { request as ask, type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as askSecurely } from "node:https";
import type { ReceivedMessage } from "../../http/received-message.ts";

/** Carries a message to a service, and brings back all of the answer, in so many milliseconds at most. */
export type Transport = (url: URL, message: Message, timeout: number) => Promise<ReceivedMessage>;

export interface Message {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Where a service listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * Talks HTTP with the host of the URL; or with whoever listens at an address in its place, which the messages do not
 * show. What is sent is what the caller says, and Host and Content-Length: `fetch` adds headers of its own, and costs
 * four times as much. The promise fails with an Error saying why when no answer comes, or not in time.
 */
export function httpTransport(address?: Address): Transport {
  return async (url, message, timeout) => {
    const attempt = () => send(url, message, timeout, address);
    const mayRepeat = message.method === "GET" || message.method === "HEAD";
    return attempt().catch((error: unknown) => {
      if (error instanceof Stale && mayRepeat) return attempt();
      throw error;
    });
  };
}

/** A kept connection was closed by the other side just when the request was sent on it. */
class Stale extends Error {}

function send(
  url: URL,
  { method, headers, body }: Message,
  timeout: number,
  address: Address | undefined,
): Promise<ReceivedMessage> {
  const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
  const options: RequestOptions & { readonly servername?: string } = {
    method,
    headers: { Host: url.host, ...headers, ...length },
    ...(address ? { hostname: address.host, port: address.port, servername: url.hostname } : {}),
  };
  return new Promise((resolve, reject) => {
    const request: ClientRequest = url.protocol === "https:" ? askSecurely(url, options) : ask(url, options);
    const fail = (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      reject(request.reusedSocket && error.code === "ECONNRESET" ? new Stale(error.message) : error);
    };
    const timer = setTimeout(() => {
      fail(new Error(`no answer within ${timeout / 1000} s`));
      request.destroy();
    }, timeout);
    request.on("error", fail);
    request.on("response", (response) => {
      readText(response).then((text) => {
        clearTimeout(timer);
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

function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("end", () => resolve(new TextDecoder().decode(Buffer.concat(chunks))));
    response.on("error", reject);
  });
}
