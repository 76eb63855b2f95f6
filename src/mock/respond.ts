import type { IncomingMessage, ServerResponse } from "node:http";
import { answer, finish } from "./answer.ts";
import type { ServiceRequest, ServiceResponse } from "./message.ts";
import type { Service } from "./service.ts";

const megabyte = 1024 * 1024;

/** Graph takes no bigger request (Graph page "Use the Microsoft Graph API": 4 MB). */
const biggestBody = 4 * megabyte;

/** What is bigger is read to its end, so that the client reads the answer; but not without an end. */
const biggestRefused = 64 * megabyte;

/** Answers one request of a connection; a client that hangs up before it has sent everything gets no answer. */
export async function respond(
  service: Service,
  scheme: string,
  incoming: IncomingMessage,
  response: ServerResponse,
  onAnswer?: (request: ServiceRequest, response: ServiceResponse) => void,
): Promise<void> {
  const sent = readBody(incoming);
  // Nothing is waited for that is there: most requests are answered in one go.
  const body = sent instanceof Promise ? await sent : sent;
  if (body === undefined) return;
  const request = requestOf(incoming, scheme, typeof body === "string" ? body : "");
  let answered: ServiceResponse;
  try {
    const answering =
      typeof body === "string" ? answer(service, request) : finish(service, request, tooLarge);
    answered = answering instanceof Promise ? await answering : answering;
  } catch {
    answered = finish(service, request, defect);
  }
  onAnswer?.(request, answered);
  send(response, answered);
}

const tooLarge = {
  status: 413,
  code: "RequestEntityTooLarge",
  message: `the body is bigger than ${biggestBody / megabyte} MB`,
  headers: { connection: "close" },
};

const defect = {
  status: 500,
  code: "InternalServerError",
  message: "the service failed to answer: that is a defect of the tool, please report this request",
};

function requestOf(incoming: IncomingMessage, scheme: string, body: string): ServiceRequest {
  const headers: Record<string, string> = {};
  for (const name in incoming.headers) {
    const value = incoming.headers[name];
    headers[name] = Array.isArray(value) ? value.join(", ") : (value ?? "");
  }
  return {
    method: incoming.method ?? "GET",
    target: incoming.url ?? "/",
    headers,
    body,
    origin: `${scheme}://${headers.host ?? "localhost"}`,
  };
}

function send(response: ServerResponse, { status, headers, json, written, text }: ServiceResponse): void {
  const payload = json === undefined ? text : (written ?? JSON.stringify(json));
  const lines: string[] = [];
  for (const name in headers) lines.push(name, headers[name] ?? "");
  if (payload !== undefined) lines.push("content-length", String(Buffer.byteLength(payload)));
  response.writeHead(status, lines).end(payload);
}

/** `tooLarge` when there was too much of it; undefined when the client hung up. */
function readBody(incoming: IncomingMessage): Promise<string | typeof tooLarge | undefined> | string {
  // Without either header there is no body (RFC 9112, section 6.3).
  const { "content-length": length, "transfer-encoding": coding } = incoming.headers;
  if (incoming.method === "GET" || (length === undefined && coding === undefined)) return "";
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= biggestBody) chunks.push(chunk);
      else chunks.length = 0;
      if (size > biggestRefused) resolve(tooLarge);
    });
    incoming.on("end", () => resolve(size > biggestBody ? tooLarge : Buffer.concat(chunks).toString("utf8")));
    incoming.on("close", () => resolve(undefined));
  });
}
