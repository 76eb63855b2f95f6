import { isObject } from "../../base/is-object.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { successResponse } from "../../contract/promise/promised-body.ts";
import type { ServiceRequest, ServiceResponse } from "../message.ts";
import { errorAnswer, without } from "./changed-answer.ts";
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
    name: "other-value",
    breaks: "what was written comes back with another value",
    expect: { rule: "body/not-as-sent" },
    response: (response, { request, contract, operation }) => {
      const sent = isWrite(request) && response.status < 300 ? parsed(request.body) : undefined;
      if (!isObject(sent) || !isObject(response.json)) return response;
      const { json } = response;
      const type = typeOfRef(contract, successResponse(operation)?.body);
      const number = type?.properties.find(
        ({ name }) => typeof sent[name] === "number" && name in json,
      )?.name;
      return number === undefined
        ? response
        : { ...response, json: { ...json, [number]: Number(sent[number]) + 1 } };
    },
  },
  {
    name: "no-location",
    breaks: "what was created comes without its Location",
    expect: { rule: "http/header-missing" },
    response: (response) => {
      const { location: _, ...headers } = response.headers;
      return response.status === 201 ? { ...response, headers } : response;
    },
  },
  {
    name: "delete-twice",
    breaks: "what is gone can be removed again",
    expect: { rule: "http/status" },
    response: (response, { request }) =>
      response.status === 404 && request.method === "DELETE" ? noContent(response) : response,
  },
  {
    name: "keep-created",
    breaks: "who may create may not remove",
    expect: { reason: "missing-permission" },
    onTenant: { rule: "service/left-behind" },
    response: (response, { request }) =>
      request.method === "DELETE" && response.status !== 401 ? denied(response) : response,
  },
];

function denied(response: ServiceResponse): ServiceResponse {
  return errorAnswer(response, {
    status: 403,
    code: "Authorization_RequestDenied",
    message: "Insufficient privileges to complete the operation.",
  });
}

function noContent({ headers }: ServiceResponse): ServiceResponse {
  return { status: 204, headers: without(headers, "content-type") };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
