import { STATUS_CODES } from "node:http";
import { isObject } from "../../base/is-object.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { headersIn, type RecordedEntry, unreadable } from "./recorded-entry.ts";

/**
 * What went in a batch (Graph page "Combine multiple HTTP requests using JSON batching"), part by part, each as if it
 * had been sent alone: at the place of the batch, with its own id. Undefined for what is no batch that was answered.
 */
export function batchParts({ location, sent, outcome }: RecordedEntry): RecordedEntry[] | undefined {
  if (sent.method !== "POST" || !("status" in outcome) || outcome.status >= 300) return undefined;
  const { segments } = readRequestUrl(sent.url);
  if (segments.length !== 1 || segments[0]?.toLowerCase() !== "$batch") return undefined;
  const requests = listIn(sent.body, "requests");
  const responses = listIn(outcome.body, "responses");
  if (!requests || !responses) return undefined;
  const root = sent.url.replace(/\/\$batch\b.*$/is, "").replace(/\/%24batch\b.*$/is, "");
  const answers = new Map(responses.filter(isObject).map((response) => [String(response.id), response]));
  return requests.filter(isObject).map((request, index) => {
    const part = String(request.id ?? index + 1);
    const url = typeof request.url === "string" ? request.url : "";
    const own = {
      method: typeof request.method === "string" ? request.method.toUpperCase() : "GET",
      url: /^https?:/i.test(url) ? url : `${root}/${url.replace(/^\/+/, "")}`,
      headers: headersIn(request.headers),
      ...(request.body === undefined ? {} : { body: textOf(request.body) }),
    };
    const answer = answers.get(part);
    return {
      location,
      part,
      sent: own,
      outcome: answer ? answerOf(answer) : unreadable("the batch has no answer to it"),
    };
  });
}

function answerOf(response: Readonly<Record<string, unknown>>): RecordedEntry["outcome"] {
  const status = Number(response.status);
  if (!Number.isInteger(status) || status < 100) return unreadable("the answer in the batch has no status");
  const { body } = response;
  return {
    status,
    reason: STATUS_CODES[status] ?? "",
    headers: headersIn(response.headers),
    body: body === undefined || body === null ? "" : textOf(body),
  };
}

function listIn(text: string | undefined, name: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    const list = isObject(value) ? value[name] : undefined;
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function textOf(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}
