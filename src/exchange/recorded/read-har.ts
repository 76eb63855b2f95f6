import { STATUS_CODES } from "node:http";
import { isObject } from "../../base/is-object.ts";
import type { Location } from "../../base/location.ts";
import type { ReceivedMessage, SentMessage } from "../../http/received-message.ts";
import type { Unanswered } from "../../rules/exchange.ts";
import { headersIn, type RecordedEntry, unreadable } from "./recorded-entry.ts";

/**
 * The entries of a HAR file (HTTP Archive 1.2), as browsers, proxies and Playwright write it: what an entry lacks, or
 * has in a form that the format does not know, costs that entry at most.
 */
export function readHar(entries: readonly unknown[], places: readonly Location[]): RecordedEntry[] {
  return entries.flatMap((entry, index) => {
    const location = places[index];
    return location ? [readEntry(entry, location)] : [];
  });
}

function readEntry(entry: unknown, location: Location): RecordedEntry {
  const { request, response } = isObject(entry) ? entry : {};
  if (!isObject(request) || typeof request.url !== "string" || typeof request.method !== "string") {
    const sent = { method: "GET", url: "", headers: [] };
    return { location, sent, outcome: unreadable("the entry has no request with a method and a URL") };
  }
  const sent: SentMessage = {
    method: request.method.toUpperCase(),
    url: request.url,
    headers: headersIn(request.headers),
    ...bodyOf(request.postData),
  };
  return { location, sent, outcome: outcomeOf(response) };
}

function bodyOf(postData: unknown): Pick<SentMessage, "body"> {
  if (!isObject(postData)) return {};
  const { text, encoding } = postData;
  return typeof text === "string" ? { body: decoded(text, encoding) } : {};
}

function outcomeOf(response: unknown): ReceivedMessage | Unanswered {
  if (!isObject(response)) return unreadable("the entry has no response");
  const status = Number(response.status);
  // What was cut off or blocked has the status 0, and -1 in some tools.
  if (!Number.isInteger(status) || status < 100)
    return unreadable("the entry holds no answer to the request");
  const content = isObject(response.content) ? response.content : {};
  const headers = headersIn(response.headers);
  const { text, encoding, mimeType } = content;
  if (typeof text !== "string" && !isEmpty(status, content.size, response.bodySize)) {
    return unreadable("the entry says that the answer has a body, and does not hold it");
  }
  const body = typeof text === "string" ? decoded(text, encoding) : "";
  // Some tools keep the type of the content and not the header that named it.
  const named = headers.some(([name]) => name.toLowerCase() === "content-type");
  const typed = !named && body !== "" && typeof mimeType === "string" && /\//.test(mimeType);
  const reason = typeof response.statusText === "string" ? response.statusText : "";
  return {
    status,
    reason: reason === "" ? (STATUS_CODES[status] ?? "") : reason,
    headers: typed ? [...headers, ["Content-Type", mimeType]] : headers,
    body,
  };
}

/** True where the file says that there was no body, or there can be none; a size of -1 says nothing. */
function isEmpty(status: number, size: unknown, bodySize: unknown): boolean {
  return (
    status < 200 || status === 204 || status === 304 || size === 0 || (size === undefined && bodySize === 0)
  );
}

function decoded(text: string, encoding: unknown): string {
  return encoding === "base64" ? Buffer.from(text, "base64").toString("utf8") : text;
}
