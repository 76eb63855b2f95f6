import { isObject } from "../../src/base/is-object.ts";
import type { Contract } from "../../src/contract/contract.ts";
import { deriveContract } from "../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../src/docs/folder.ts";
import type { GraphVersion } from "../../src/docs/page.ts";
import { readPage } from "../../src/docs/read-page.ts";
import { answer } from "../../src/mock/answer.ts";
import type { ServiceRequest, ServiceResponse } from "../../src/mock/message.ts";
import { makeService, type Service, type ServiceOptions } from "../../src/mock/service.ts";
import { bearer, tokenRequest } from "./sign-in-form.ts";

export const origin = "https://localhost:8443";
export const started = new Date("2026-03-04T05:06:07Z");

/** What a request has beside its method and path. */
export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a text. */
  readonly body?: unknown;
}

/** A service to which a client has signed in. */
export interface Asked {
  readonly service: Service;
  readonly token: string;
  /** Asks for a path below `/v1.0`, or for one that begins with `/beta`, with the token. */
  ask(request: string, sent?: Sent): Promise<Answer>;
}

/** An answer, read. */
export interface Answer extends ServiceResponse {
  /** The JSON object that it carries; an empty one when there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The resources of a list; none when it carries no list. */
  readonly items: readonly Readonly<Record<string, unknown>>[];
  /** Graph's error, when it carries one. */
  readonly error: Readonly<Record<string, unknown>>;
}

/** The contract of a few pages: their Markdown by file. */
export function contractOfPages(
  files: Readonly<Record<string, string>>,
  version: GraphVersion = "v1.0",
): Contract {
  const pages = Object.entries(files).map(([file, text]) => readPage(text, { file, version }));
  return deriveContract(folderOf(pages), version);
}

/** Makes a service over contracts and signs in to it; its clock stands still. */
export async function askedOf(
  contracts: readonly Contract[],
  options: Omit<ServiceOptions, "contracts"> = {},
): Promise<Asked> {
  return signedIn(contracts, options, tokenRequest());
}

/** The same for a user, who may ask for `/me`. */
export async function askedByUser(
  contracts: readonly Contract[],
  options: Omit<ServiceOptions, "contracts"> = {},
): Promise<Asked> {
  return signedIn(contracts, options, userRequest);
}

/** What a user signs in with. */
export const userRequest = tokenRequest({
  grant_type: "password",
  username: "megan@contoso.com",
  password: "-",
});

async function signedIn(
  contracts: readonly Contract[],
  options: Omit<ServiceOptions, "contracts">,
  form: typeof userRequest,
): Promise<Asked> {
  const service = makeService({ contracts, now: () => started, ...options });
  const token = await bearer(service.signIn, form);
  const ask: Asked["ask"] = async (request, sent) =>
    answerOf(await answer(service, requestOf(request, token, sent)));
  return { service, token, ask };
}

/** `GET /users`, `POST /users`: a request with the token, as it comes to the service. */
export function requestOf(request: string, token: string, { headers = {}, body }: Sent = {}): ServiceRequest {
  const [, method = "GET", path = ""] = /^(?:([A-Z]+) )?(.*)$/s.exec(request) ?? [];
  const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  return {
    method,
    target: /^\/(?:v\d|beta\b)/i.test(path) ? path : `/v1.0${path}`,
    headers: {
      authorization: token,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    body: text,
    origin,
  };
}

function answerOf(response: ServiceResponse): Answer {
  const body = isObject(response.json) ? response.json : {};
  const items = Array.isArray(body.value) ? body.value.filter(isObject) : [];
  return { ...response, body, items, error: isObject(body.error) ? body.error : {} };
}
