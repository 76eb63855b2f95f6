import { isObject } from "../base/is-object.ts";
import type { ServiceRequest, ServiceResponse } from "../mock/message.ts";

/**
 * What the log says of an answer: status, method, path and query, and on a line below why the request was refused.
 * Nothing of a header, a token or a body is in it, and no query option that holds a credential by its name.
 */
export function logLine(request: ServiceRequest, response: ServiceResponse): string {
  const { method, target } = request;
  const inner = statusesIn(response);
  const first = `${response.status} ${method} ${shown(withoutCredentials(target), 500)}${inner}\n`;
  const why = response.status < 400 ? "" : reasonOf(request, response);
  return why === "" ? first : `${first}    ${shown(why, 300)}\n`;
}

/** What the log says of something that only a lenient service takes. */
export function leniencyLine(what: string): string {
  return `    lenient: ${shown(what, 300)}\n`;
}

/** The statuses of the answers in a batch. */
function statusesIn({ status, json }: ServiceResponse): string {
  const responses = status === 200 && isObject(json) ? json.responses : undefined;
  if (!Array.isArray(responses)) return "";
  return ` (${responses.map((one) => (isObject(one) ? Number(one.status) : 0)).join(", ")})`;
}

// These refuse what stands in the first line and in the headers; another refusal may quote the body.
const aboutNoBody: ReadonlySet<number> = new Set([401, 403, 405, 415, 429, 503]);

function reasonOf({ body }: ServiceRequest, { status, json }: ServiceResponse): string {
  if (!isObject(json)) return "";
  const { error, error_codes: codes } = json;
  // The sign-in service's form of an error; its description may quote the form that was sent.
  if (typeof error === "string") return [error, ...(Array.isArray(codes) ? codes : [])].join(" ");
  if (!isObject(error)) return "";
  const tellable = body === "" || aboutNoBody.has(status);
  return tellable ? `${error.code}: ${error.message}` : String(error.code);
}

function withoutCredentials(target: string): string {
  return target.replace(
    /([?&](?:access_token|id_token|refresh_token|client_secret|client_assertion|assertion|password|code)=)[^&]*/gi,
    "$1...",
  );
}

/** Control characters of a request have no business in a terminal. */
function shown(text: string, most: number): string {
  const plain = text.replace(/[^\x20-\x7e]/g, "?");
  return plain.length > most ? `${plain.slice(0, most)}...` : plain;
}
