import type { IncomingMessage, ServerResponse } from "node:http";
import { answer, finish } from "../answer.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { ServiceRequest, ServiceResponse } from "../message.ts";
import type { Service } from "../service.ts";
import { readBody } from "./read-body.ts";
import type { Turns } from "./turns.ts";

/** Answers one request of a connection; a client that hangs up before it has sent everything gets no answer. */
export function respond(
  service: Service,
  scheme: string,
  incoming: IncomingMessage,
  response: ServerResponse,
  turns: Turns,
  onAnswer?: (request: ServiceRequest, response: ServiceResponse) => void,
): void {
  const go = async (body: string | ErrorResponse, bytes?: Buffer): Promise<void> => {
    const request = requestOf(incoming, scheme, typeof body === "string" ? body : "", bytes);
    let answered: ServiceResponse;
    try {
      const answering = typeof body === "string" ? answer(service, request) : finish(service, request, body);
      // Nothing is waited for that is there: most requests are answered in one go.
      answered = answering instanceof Promise ? await answering : answering;
    } catch {
      answered = finish(service, request, defect);
    }
    onAnswer?.(request, answered);
    send(response, answered);
  };
  readBody(incoming, (body, bytes) => {
    turns(() => {
      go(body, bytes).catch(() => response.destroy());
    });
  });
}

const defect = {
  status: 500,
  code: "InternalServerError",
  message: "the service failed to answer: that is a defect of the tool, please report this request",
};

function requestOf(
  incoming: IncomingMessage,
  scheme: string,
  body: string,
  bytes: Buffer | undefined,
): ServiceRequest {
  const { method = "GET", url = "/" } = incoming;
  const headers = singleHeaders(incoming);
  const origin = `${scheme}://${headers.host ?? "localhost"}`;
  return bytes === undefined
    ? { method, target: url, headers, body, origin }
    : { method, target: url, headers, body, bytes, origin };
}

/** Node joins the values of a header, but for the one that only a server sends. */
function singleHeaders({ headers }: IncomingMessage): ServiceRequest["headers"] {
  delete headers["set-cookie"];
  return headers as ServiceRequest["headers"];
}

function send(response: ServerResponse, answered: ServiceResponse): void {
  const { status, headers, json, written, text, bytes } = answered;
  const payload = json === undefined ? (bytes ?? text) : (written ?? JSON.stringify(json));
  const lines: string[] = [];
  for (const name in headers) lines.push(name, headers[name] ?? "");
  if (payload !== undefined) lines.push("content-length", String(Buffer.byteLength(payload)));
  response.writeHead(status, lines).end(payload);
}
