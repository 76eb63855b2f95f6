import type { ServiceRequest, ServiceResponse } from "../message.ts";
import { errorAnswer } from "./changed-answer.ts";
import type { Fault } from "./fault.ts";

const isWrite = ({ method }: ServiceRequest) => method !== "GET" && method !== "HEAD";

export const writeFaults: readonly Fault[] = [
  {
    name: "accept-bad-body",
    breaks: "a body that breaks its documented type is taken",
    expect: { rule: "http/status" },
    response: (response, { request }) =>
      response.status === 400 && request.body !== "" ? noContent(response) : response,
  },
  {
    name: "refuse-good-body",
    breaks: "a documented body is refused",
    expect: { rule: "http/status" },
    response: (response, { request }) =>
      isWrite(request) && request.body !== "" && response.status < 300 ? errorAnswer(response) : response,
  },
  {
    name: "plain-ok",
    breaks: "a write is answered with 200, not with 201 or 204",
    expect: { rule: "http/status" },
    response: (response, { request }) =>
      isWrite(request) && (response.status === 201 || response.status === 204)
        ? { ...response, status: 200 }
        : response,
  },
  {
    name: "delete-twice",
    breaks: "what is gone can be removed again",
    expect: { rule: "http/status" },
    response: (response, { request }) =>
      response.status === 404 && request.method === "DELETE" ? noContent(response) : response,
  },
];

function noContent({ headers }: ServiceResponse): ServiceResponse {
  const { "content-type": _, ...rest } = headers;
  return { status: 204, headers: rest };
}
