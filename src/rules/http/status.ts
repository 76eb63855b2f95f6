import { STATUS_CODES } from "node:http";
import { isErrorBody, isResourceBody } from "../../contract/promise/error-body.ts";
import type { HttpResponse } from "../../docs/http/http-message.ts";
import type { Reason } from "../assertion.ts";
import { defineRule } from "../rule.ts";

/** The status of a response against the statuses that its page promises. */
export const status = defineRule("http/status", {
  promise: "A response has a status that the page promises.",
  judge({ response, operation, page, promised: { type } }) {
    const { status: code, location, body } = response;
    if (code === undefined) {
      const line = unreadableStatusLine(response);
      if (line === undefined) return "not-applicable";
      const message = `"${line}" is no status line; it is HTTP/1.1, a status of three digits and its phrase`;
      return [{ status: "fail", message, location }];
    }
    if (code < 300 && code !== 204 && !type && isErrorBody(body?.json?.value)) {
      const message = `the status is ${named(code)}, which is a success; the body is an error`;
      return [{ status: "fail", message, location }];
    }
    if (!operation) return "not-applicable";
    const promised = operation.responses.map((promise) => promise.status);
    const successes = promised.filter((other) => other < 400);
    if (promised.includes(code)) return [];
    if (successes.length === 0) return "not-applicable";
    // What a redirection leads to answers with 200.
    if (code === 200 && successes.some((other) => other >= 300)) return [];
    if (code >= 400) {
      // The page that shows an error promises it; but what it shows must be one.
      if (page && !isResourceBody(body?.json?.value)) return [];
      const reason = page ? undefined : reasonOf(code);
      const message = `${named(code)} came back, which says nothing about the promise of ${successes.map(named).join(" or ")}`;
      if (reason) return [{ status: "not-verified", reason, message, location }];
    }
    const message = `the status is ${named(code)}; the page promises ${successes.map(named).join(" or ")}`;
    return [{ status: "fail", message, location }];
  },
});

/** A body may be shown without its status line; one that cannot be read was meant to be one. */
function unreadableStatusLine({ reason, body }: HttpResponse): string | undefined {
  if (reason !== "") return `HTTP/1.1 ${reason}`;
  const [first = ""] = body && !body.json ? body.text.split("\n") : [];
  return /^\s*[a-z]{2,6}\/\d(?:\.\d)?\s+\d{3}\b/i.test(first) ? first.trim() : undefined;
}

/** What hinders a verification, as opposed to a promise that is broken. */
function reasonOf(code: number): Reason | undefined {
  if (code === 401) return "no-credentials";
  if (code === 403) return "missing-permission";
  if (code === 404) return "no-data";
  if (code === 429) return "throttled";
  return code >= 500 ? "service-error" : undefined;
}

function named(code: number): string {
  return `${code} ${STATUS_CODES[code] ?? ""}`.trimEnd();
}
