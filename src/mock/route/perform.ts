import { readRequestBody } from "../body/request-body.ts";
import { byKey, isUnknownFile } from "../content/by-path.ts";
import { putsContent } from "../content/put-content.ts";
import { isUploadSession } from "../content/upload-session.ts";
import { noSuchPath, notFound } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { mayWriteContained, shownPath } from "../lenient/contained.ts";
import type { ServiceRequest, ServiceResponse } from "../message.ts";
import { read } from "../read/read.ts";
import { write } from "../write/write.ts";
import { type Call, isReadable, leadsToMany, methodsOf } from "./call.ts";
import { refuseIncomplete } from "./incomplete.ts";

/** Does what a request calls for, when the contract has it and its body holds. */
export function perform(asked: Call): ServiceResponse | ErrorResponse {
  const { request, url, served, operation } = asked;
  const call = putsContent(asked) ? asked : byKey(asked);
  if (!operation && !(request.method === "GET" && isReadable(call)) && !mayWriteContained(call))
    return notAllowed(call);
  const incomplete = refuseIncomplete(call);
  if (incomplete) return incomplete;
  const body = readRequestBody(call);
  if ("code" in body) return body;
  const refused = served.shownErrors.errorFor(request.method, url, body.value);
  if (refused) return refused;
  if (asksOfFile(call) && isUnknownFile(call)) return notFound(call);
  if (request.method !== "GET") return write(call, body.value);
  if (!isAcceptable(request)) return notAcceptable(request);
  const answer = read(call);
  return operation || "code" in answer ? answer : undocumented(call, answer);
}

/** Whether a request is for what only a file or folder that is there has: its children, what an action does with it. */
function asksOfFile(call: Call): boolean {
  const { method } = call.request;
  return method === "GET" ? leadsToMany(call) : method === "POST" && !isUploadSession(call);
}

/** Says so where a page tells of nothing that was asked, and only relationships lead there. */
function undocumented(call: Call, answer: ServiceResponse): ServiceResponse {
  const warning = `299 - "no page documents ${shownPath(call)}"`;
  return { ...answer, headers: { ...answer.headers, warning } };
}

function notAllowed(call: Call): ErrorResponse {
  const methods = methodsOf(call).join(", ");
  if (methods === "") return noSuchPath(call.url.segments);
  const message = `"${call.request.method.slice(0, 40)}" is not allowed here; what is documented takes ${methods}`;
  return { status: 405, code: "Request_BadRequest", message, headers: { allow: methods } };
}

/** Content of any kind may stand behind a path, so that only what rules out JSON and bytes alike is refused. */
function isAcceptable({ headers: { accept } }: ServiceRequest): boolean {
  return (
    accept === undefined ||
    /\*\/\*|application\/(?:\*|json|octet-stream)|\+json|text\/plain|image\//i.test(accept)
  );
}

function notAcceptable({ headers: { accept = "" } }: ServiceRequest): ErrorResponse {
  const message = `none of the media types in "${accept.slice(0, 100)}" is served; the service answers application/json`;
  return { status: 406, code: "NotAcceptable", message };
}
