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
  readBody(incoming, (body, bytes) => {
    const work = () => {
      const request = requestOf(incoming, scheme, typeof body === "string" ? body : "", bytes);
      const go = (answered: ServiceResponse): void => {
        send(response, answered);
        tell(() => onAnswer?.(request, answered));
      };
      const answered = answerTo(service, request, body);
      // Nothing is waited for that is there: most requests are answered in one go.
      if (!(answered instanceof Promise)) return () => orHangUp(response, () => go(answered));
      answered.then(go).catch(() => response.destroy());
      return undefined;
    };
    turns(() => orHangUp(response, work));
  });
}

/** Does something for a client, who is hung up on where it throws. */
function orHangUp<Value>(response: ServerResponse, act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    response.destroy();
    return undefined;
  }
}

/** What whoever is told of answers throws is his own, and nothing of the client's. */
function tell(told: () => void): void {
  try {
    told();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

function answerTo(
  service: Service,
  request: ServiceRequest,
  body: string | ErrorResponse,
): ServiceResponse | Promise<ServiceResponse> {
  if (typeof body !== "string") return finish(service, request, body);
  const defective = () => finish(service, request, defect);
  try {
    const answering = answer(service, request);
    return answering instanceof Promise ? answering.catch(defective) : answering;
  } catch {
    return defective();
  }
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
