import { isObject } from "../../base/is-object.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { sentJson } from "../body/sent-json.ts";
import { badRequest } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { longestUrl, type ServiceRequest, type ServiceResponse } from "../message.ts";

/** Graph takes no more requests in one batch (Graph page "Combine multiple HTTP requests using JSON batching"). */
const most = 20;

interface BatchedRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn: readonly string[];
}

/** Answers a JSON batch: each request on its own, after those it depends on. */
export async function answerBatch(
  request: ServiceRequest,
  version: string,
  answer: (request: ServiceRequest) => ServiceResponse | Promise<ServiceResponse>,
): Promise<ServiceResponse | ErrorResponse> {
  if (request.method !== "POST") {
    const message = "a batch is sent with POST";
    return { status: 405, code: "Request_BadRequest", message, headers: { allow: "POST" } };
  }
  const json = sentJson(request);
  if ("code" in json) return json;
  const requests = readBatch(json.value);
  if (typeof requests === "string") return badRequest(requests);
  const answers = new Map<string, { readonly id: string; readonly status: number }>();
  for (const inner of requests) {
    const failed = inner.dependsOn.find((id) => (answers.get(id)?.status ?? 424) >= 400);
    answers.set(
      inner.id,
      failed === undefined
        ? await answerOne(inner, request, version, answer)
        : dependencyFailed(inner.id, failed),
    );
  }
  return { status: 200, headers: {}, json: { responses: [...answers.values()] } };
}

async function answerOne(
  { id, method, url, headers, body }: BatchedRequest,
  outer: ServiceRequest,
  version: string,
  answer: (request: ServiceRequest) => ServiceResponse | Promise<ServiceResponse>,
) {
  const { authorization } = outer.headers;
  const path = url.startsWith("/") ? url : `/${url}`;
  const response = await answer({
    method: method.toUpperCase(),
    target: `/${version}${path}`,
    headers: { ...(authorization === undefined ? {} : { authorization }), ...headers },
    body: body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body),
    origin: outer.origin,
  });
  const sent = response.json ?? response.text;
  return {
    id,
    status: response.status,
    headers: titled(response.headers),
    ...(sent === undefined ? {} : { body: sent }),
  };
}

/** The requests in an order in which each comes behind those it depends on; a sentence when there is none. */
function readBatch(value: unknown): BatchedRequest[] | string {
  const listed = isObject(value) ? value.requests : undefined;
  if (!Array.isArray(listed) || listed.length === 0) return 'a batch has its requests in "requests"';
  if (listed.length > most) return `a batch has ${listed.length} requests; ${most} are the most`;
  const requests: BatchedRequest[] = [];
  for (const [index, one] of listed.entries()) {
    const read = readOne(one);
    if (typeof read === "string") return `request ${index + 1} of the batch ${read}`;
    if (requests.some(({ id }) => id === read.id))
      return `two requests of the batch have the id "${read.id.slice(0, 100)}"`;
    const early = read.dependsOn.find((id) => !requests.some((other) => other.id === id));
    if (early !== undefined)
      return `request ${index + 1} of the batch depends on "${early.slice(0, 100)}", which does not come before it`;
    requests.push(read);
  }
  return requests;
}

function readOne(value: unknown): BatchedRequest | string {
  if (!isObject(value)) return "is no object";
  const { id, method, url, headers, body, dependsOn } = value;
  if (typeof id !== "string" || id === "") return 'has no "id"';
  if (typeof method !== "string" || method === "") return 'has no "method"';
  if (typeof url !== "string" || url === "") return 'has no "url"';
  if (/^https?:/i.test(url)) return 'has an absolute "url"; it is relative to the version';
  if (url.length > longestUrl) return `has a "url" of more than ${longestUrl} characters`;
  if (isBatch(url)) return "is a batch itself";
  const named = Object.entries(isObject(headers) ? headers : {});
  const texts = named.flatMap(([name, text]): [string, string][] =>
    isHeaderText(text) ? [[name.toLowerCase(), String(text)]] : [],
  );
  if (texts.length < named.length) return 'has "headers" that are no texts of one line';
  const before: unknown[] = Array.isArray(dependsOn) ? dependsOn : [];
  if (!before.every((other) => typeof other === "string")) return 'has a "dependsOn" that is no list of ids';
  return { id, method, url, headers: Object.fromEntries(texts), body, dependsOn: before };
}

/** A header has one line (RFC 9110, section 5.5). */
function isHeaderText(text: unknown): boolean {
  return (typeof text === "string" && !/[\r\n\0]/.test(text)) || typeof text === "number";
}

function isBatch(url: string): boolean {
  const [first, ...more] = readRequestUrl(`/v1.0/${url}`).segments;
  return more.length === 0 && first?.toLowerCase() === "$batch";
}

function dependencyFailed(id: string, failed: string) {
  const error = {
    code: "FailedDependency",
    message: `request "${failed}", which this one depends on, has failed`,
  };
  return { id, status: 424, headers: { "Content-Type": "application/json" }, body: { error } };
}

function titled(headers: Readonly<Record<string, string>>): Record<string, string> {
  const title = (name: string) =>
    name
      .replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase())
      .replace(/^Odata/, "OData");
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [title(name), value]));
}
