import { STATUS_CODES } from "node:http";
import { isObject } from "../../base/is-object.ts";
import type { Span } from "../../base/span.ts";
import { documentsHeader } from "../../contract/capability/documented-header.ts";
import type { Operation } from "../../contract/contract.ts";
import { examplesOfOperation, examplesOfPage } from "../../contract/page-content.ts";
import { isErrorBody, isResourceBody } from "../../contract/promise/body-fit.ts";
import { type HttpResponse, headerValue } from "../../http/http-message.ts";
import { citedResponse } from "../cited.ts";
import type { Reason } from "../reason.ts";
import { bodyFlaw } from "../request/body-flaw.ts";
import { type ErrorExpected, errorExpected } from "../request/error-expected.ts";
import { defineRule, type ExchangeContext, type Outcome, type Verdicts } from "../rule.ts";
import { undocumented } from "../unjudged.ts";
import { withoutStatusLine } from "./without-status-line.ts";

/** The status of a response against the statuses that its page promises. */
export const status = defineRule("http/status", {
  promise: "A response has a status that the page promises.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  judge(context) {
    const { exchange, response, promising: operation, page, promised, url } = context;
    const { status: code, startLine: span, body } = response;
    if (code === undefined) {
      const line = unreadableStatusLine(response);
      if (line === undefined) return withoutStatusLine(context);
      const message = `"${line}" is no status line; it is HTTP/1.1, a status of three digits and its phrase`;
      return [{ status: "fail", message, span }];
    }
    const refusal = errorExpected(context);
    // Whether it was refused is auth/anonymous.
    if (refusal === "anonymous") return "not-applicable";
    if (refusal) return refused(context, refusal, code);
    if (code < 300 && code !== 204 && !promised.type && isErrorBody(body?.json?.value)) {
      const message = `the status is ${named(code)}, which is a success; the body is an error`;
      return [{ status: "fail", message, span }];
    }
    if (context.exchange.probe === "listing") return listed(code, span);
    // What could not be removed is service/left-behind.
    if (context.exchange.probe === "cleanup" && code >= 300) return "not-applicable";
    if (!operation) return [undocumented(context, "the status is", span)];
    const statuses = operation.responses.map((promise) => promise.status);
    const successes = statuses.filter((other) => other < 400);
    const sent = headerValue(context.exchange.request, "If-None-Match");
    const isConditional =
      sent !== undefined || headerValue(context.exchange.request, "If-Modified-Since") !== undefined;
    if (code === 304 && isConditional) return [];
    if (sent !== undefined && code === 200 && isUnchanged(context, operation, sent)) {
      const message = `the status is ${named(code)}, and the tag is still the one that "If-None-Match" has; the page promises ${named(304)}`;
      return [{ status: "fail", message, span }];
    }
    if (statuses.includes(code)) return [];
    if (successes.length === 0) return "not-applicable";
    // What a redirection leads to answers with 200.
    if (code === 200 && successes.some((other) => other >= 300)) return [];
    // "Redirects" says no number.
    if (isRedirect(code) && exchange.promises && successes.some(isRedirect)) return [];
    if (code >= 400) {
      // The page that shows an error promises it; but what it shows must be one.
      if (page && (exchange.declared?.error || !isResourceBody(body?.json?.value))) return [];
      if (!page && isShown(context, operation, code, "for this request")) return [];
      const reason = page ? undefined : hindrance(context, operation, code);
      const message = `${named(code)} came back, which says nothing about the promise of ${successes.map(named).join(" or ")}`;
      if (reason) return [{ status: "not-verified", reason, message, span }];
      // A query option that is refused is query/capability.
      if (!page && code === 400 && [...url.options.keys()].some((name) => name.startsWith("$")))
        return "not-applicable";
    }
    const gone =
      code === 404 && context.exchange.listed ? ", for keys that the service itself has shown" : "";
    const message = `the status is ${named(code)}${gone}; the page promises ${successes.map(named).join(" or ")}`;
    const promise = citedResponse(operation.responses.find(({ status: other }) => other < 400));
    return [{ status: "fail", message, span, promise }];
  },
});

/** True where the page documents `If-None-Match` and what comes has the very tag; whether tags are weak does not matter. */
function isUnchanged({ response, exchange }: ExchangeContext, operation: Operation, sent: string): boolean {
  if (exchange.request.method !== "GET" || !documentsHeader(operation, "If-None-Match")) return false;
  const value = response.body?.json?.value;
  const own = isObject(value) && !Array.isArray(value.value) ? value["@odata.etag"] : undefined;
  const tag = headerValue(response, "ETag") ?? own;
  const bare = (text: string) => text.trim().replace(/^W\//, "");
  return typeof tag === "string" && bare(tag) === bare(sent);
}

function isRedirect(code: number): boolean {
  return code >= 300 && code < 400 && code !== 304;
}

/** What was meant to be a status line. */
function unreadableStatusLine({ reason, body }: HttpResponse): string | undefined {
  if (reason !== "") return `HTTP/1.1 ${reason}`;
  const [first = ""] = body && !body.json ? body.text.split("\n") : [];
  return /^\s*[a-z]{2,6}\/\d(?:\.\d)?\s+\d{3}\b/i.test(first) ? first.trim() : undefined;
}

/** The answer to a request that has to be refused. */
function refused(
  { response: { startLine: span } }: ExchangeContext,
  refusal: Exclude<ErrorExpected, "anonymous">,
  code: number,
): Outcome[] {
  const isQuery = refusal === "unknown-name" || refusal === "bad-value";
  // What is taken all the same is query/capability.
  if (isQuery && code < 300) return [];
  // A service that fails at what it is asked is not out of order.
  const reason = isQuery && code === 500 ? undefined : reasonOf(code);
  if (refusal === "absent" ? code === 404 || code === 410 : code >= 400 && code < 500 && !reason) return [];
  const message = `the status is ${named(code)}; ${refusals[refusal]}`;
  return [reason ? { status: "not-verified", reason, message, span } : { status: "fail", message, span }];
}

const refusals: Readonly<Record<Exclude<ErrorExpected, "anonymous">, string>> = {
  absent: "the resource does not exist, which is answered with 404 Not Found",
  "broken-body": "the body of the request breaks the contract, which is answered with 400 Bad Request",
  "unknown-name": "it asks for a property that does not exist, which is answered with 400 Bad Request",
  "bad-value": "the value of its query option is none, which is answered with 400 Bad Request",
};

/** Of a list that no page documents nothing is promised; without it no key is known. */
function listed(code: number, span: Span): Verdicts {
  if (code < 300) return [];
  const message = `${named(code)} came back for a list that no page documents; no key can be taken from it`;
  const reason = code === 404 ? "not-available" : (reasonOf(code) ?? "not-available");
  return [{ status: "not-verified", reason, message, span }];
}

/** What hinders the verification of a request that a service has to serve. */
function hindrance(context: ExchangeContext, operation: Operation, code: number): Reason | undefined {
  // What the service has listed itself it has.
  const { listed, overheard } = context.exchange;
  const hidden = code === 404 && listed ? undefined : (reasonOf(code) ?? stateOf(context, code));
  if (hidden === undefined && overheard && mayBeItsFault(context, operation, code)) return "no-data";
  const reason = hidden ?? (bodyFlaw(context) === "placeholder" ? "placeholder" : undefined);
  // Shown for another request: it depends on what the service holds.
  return reason ?? (isShown(context, operation, code, "for any") ? "no-data" : undefined);
}

/**
 * A resource that has changed in between, whose name is taken or that somebody holds hinders a write, and says nothing
 * of its promise (RFC 9110, 15.5.10 and 15.5.13; RFC 4918, 11.3).
 */
function stateOf({ exchange }: ExchangeContext, code: number): Reason | undefined {
  if (exchange.request.method === "GET") return undefined;
  return code === 409 || code === 412 || code === 423 ? "no-data" : undefined;
}

/** Of what somebody else has sent nobody knows that it could be taken, nor that its keys were any. */
function mayBeItsFault({ exchange }: ExchangeContext, { path }: Operation, code: number): boolean {
  if (exchange.request.method !== "GET") return [400, 411, 413, 415, 422, 428].includes(code);
  return (code === 400 && path.includes("{")) || code === 416;
}

/** True when an example of the page has the error for its answer: that of the request, or any. */
function isShown(
  { contract, exchange }: ExchangeContext,
  operation: Operation,
  code: number,
  which: "for this request" | "for any",
): boolean {
  const shown =
    which === "for any"
      ? examplesOfOperation(contract, operation)
      : examplesOfPage(contract, exchange.file).filter(
          ({ location }) => location.line === exchange.location.line,
        );
  return shown.some(({ response }) => response?.status === code);
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
