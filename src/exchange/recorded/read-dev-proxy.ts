import { STATUS_CODES } from "node:http";
import { isObject } from "../../base/is-object.ts";
import type { Location } from "../../base/location.ts";
import type { ReceivedMessage, SentMessage } from "../../http/received-message.ts";
import type { Unanswered } from "../../rules/exchange.ts";
import { headersIn, type RecordedEntry, unreadable } from "./recorded-entry.ts";

/**
 * The mocks of a mock file of Dev Proxy: each is an answer that somebody expects of Graph. A URL may hold wildcards,
 * which stand for a key unless the mock has an example of its URL.
 */
export function readDevProxy(mocks: readonly unknown[], places: readonly Location[]): RecordedEntry[] {
  return mocks.flatMap((mock, index) => {
    const location = places[index];
    return location ? [readMock(mock, location)] : [];
  });
}

function readMock(mock: unknown, location: Location): RecordedEntry {
  const { request, response } = isObject(mock) ? mock : {};
  if (!isObject(request) || typeof request.url !== "string") {
    const sent = { method: "GET", url: "", headers: [] };
    return { location, sent, outcome: unreadable("the mock has no request with a URL") };
  }
  const { url, exampleUrl, method, body } = request;
  const written = typeof exampleUrl === "string" && exampleUrl !== "" ? exampleUrl : withoutWildcards(url);
  const sent: SentMessage = {
    method: typeof method === "string" ? method.toUpperCase() : "GET",
    url: written,
    headers: headersIn(request.headers),
    ...(body === undefined ? {} : { body: textOf(body) }),
  };
  return { location, sent, outcome: outcomeOf(response) };
}

/** A wildcard at the end stands for any options; one for the version means every version, of which v1.0 is one. */
function withoutWildcards(url: string): string {
  const [path = "", query = ""] = url.split(/\?(.*)/s);
  const options = query.split("&").filter((option) => option !== "" && !option.includes("*"));
  const plain = path.replace(/^(https?:\/\/[^/]+)\/\*(?=\/)/, "$1/v1.0").replace(/(?<=[^/*])\*+$/, "");
  return options.length === 0 ? plain : `${plain}?${options.join("&")}`;
}

function outcomeOf(response: unknown): ReceivedMessage | Unanswered {
  if (!isObject(response)) return unreadable("the mock has no response");
  const { statusCode = 200, headers: given, body } = response;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100) return unreadable("the status of the mock is none");
  if (typeof body === "string" && /^@/.test(body)) {
    return unreadable("the body of the mock stands in a file of its own");
  }
  const headers = headersIn(given);
  const named = headers.some(([name]) => name.toLowerCase() === "content-type");
  const isJson = typeof body === "object" && body !== null;
  return {
    status,
    reason: STATUS_CODES[status] ?? "",
    // What a mock does not say of its headers, Dev Proxy says for it.
    headers: named || !isJson ? headers : [...headers, ["Content-Type", "application/json"]],
    body: body === undefined || body === null ? "" : textOf(body),
  };
}

function textOf(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body, undefined, 2);
}
