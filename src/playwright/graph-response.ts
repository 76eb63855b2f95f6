import type { APIResponse, Response as PageResponse, Request } from "@playwright/test";
import { UsageError } from "../base/usage-error.ts";
import type { ReceivedMessage } from "../http/received-message.ts";
import { knownRequest, type SentRequest } from "./known-request.ts";

/** What the matchers take: a response of Playwright's `request`, of a page or a route, of `fetch`, or its parts. */
export type GraphResponse = APIResponse | PageResponse | Response | PlainResponse;

/** The parts of a response, wherever it comes from. */
export interface PlainResponse {
  /** The URL that was asked for; to find the operation by, and the options that were asked with. */
  readonly url?: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text, or the value that its JSON is read to. */
  readonly body?: unknown;
}

/** What is known of a request: only Playwright's page responses know theirs. */
export interface PlainRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A response, read, with what is known of its request. */
export interface ReadResponse extends SentRequest {
  /** Empty where nobody said it. */
  readonly url: string;
  readonly received: ReceivedMessage;
}

/**
 * Reads a response of any kind; that of `fetch` can be read once more behind this.
 *
 * @throws UsageError where it is none, or was read already
 */
export async function readResponse(
  response: GraphResponse,
  given?: PlainRequest | Request,
): Promise<ReadResponse> {
  const read = await readAny(response);
  return { ...read, ...(given ? await requestOf(given) : {}) };
}

async function readAny(response: GraphResponse): Promise<ReadResponse> {
  if (typeof response !== "object" || response === null) throw new UsageError(noResponse);
  if ("headersArray" in response) return readPlaywrights(response);
  if (response instanceof Response) return readFetched(response);
  if (!Number.isInteger(response.status)) throw new UsageError(noResponse);
  const { url = "", status, headers = {}, body } = response;
  const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  // What was parsed once was JSON.
  const isTold = Object.keys(headers).some((name) => /^content-type$/i.test(name));
  const pairs = Object.entries(headers);
  if (body !== undefined && typeof body !== "string" && !isTold)
    pairs.push(["Content-Type", "application/json"]);
  return { url, received: { status, reason: "", headers: pairs, body: text } };
}

const noResponse =
  "what is to be judged is no response: expected one of Playwright's or of fetch, or { url, status, headers, body }";

async function readPlaywrights(response: APIResponse | PageResponse): Promise<ReadResponse> {
  const status = response.status();
  const headers = (await response.headersArray()).map(({ name, value }) => [name, value] as const);
  const known = "request" in response ? await requestOf(response.request()) : knownRequest(response);
  // A browser keeps no body where there can be none.
  const isBare = status === 204 || (status >= 300 && status < 400) || known?.method === "HEAD";
  const body = isBare ? "" : await response.text();
  return {
    url: response.url(),
    ...known,
    received: { status, reason: response.statusText(), headers, body },
  };
}

async function readFetched(response: Response): Promise<ReadResponse> {
  if (response.bodyUsed)
    throw new UsageError(
      "the body of the response was read before: judge the response first, or judge response.clone()",
    );
  const { url, status, statusText: reason } = response;
  const body = await response.clone().text();
  return { url, received: { status, reason, headers: [...response.headers], body } };
}

async function requestOf(request: PlainRequest | Request): Promise<SentRequest> {
  if (typeof request.method !== "function") {
    const { method, headers } = request as PlainRequest;
    return {
      ...(method === undefined ? {} : { method: method.toUpperCase() }),
      ...(headers === undefined ? {} : { sent: Object.entries(headers) }),
    };
  }
  const own = request as Request;
  const headers = await own.headersArray();
  return { method: own.method(), sent: headers.map(({ name, value }) => [name, value] as const) };
}
