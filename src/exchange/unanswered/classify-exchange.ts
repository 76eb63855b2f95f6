import { STATUS_CODES } from "node:http";
import { documentsHeader } from "../../contract/capability/documented-header.ts";
import type { Contract, Operation } from "../../contract/contract.ts";
import { operationsOfPage } from "../../contract/page-content.ts";
import { cloudOfHost } from "../../contract/path/graph-hosts.ts";
import type { Cloud } from "../../docs/page.ts";
import { headerValue, isSafe } from "../../http/http-message.ts";
import { isPathParameter, readSegment, splitPath } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Exchange, Unanswered } from "../../rules/exchange.ts";
import { requestContext } from "../../rules/exchange-context.ts";
import { errorExpected } from "../../rules/request/error-expected.ts";
import type { RequestContext } from "../../rules/rule.ts";
import { type Asked, classifyError } from "./classify-error.ts";
import { readServiceError, type ServiceError } from "./service-error.ts";

/**
 * Why the answer of a real service verifies nothing, in words that hold no value of the answer but its codes. Undefined
 * when it is to be judged: a success, an error that somebody asked for, one that breaks a promise, and one to a request
 * that no page documents.
 */
export function classifyExchange(
  exchange: Exchange,
  contract: Contract,
  cloud?: Cloud["name"],
): Unanswered | undefined {
  const error = exchange.response && readServiceError(exchange.response);
  if (!error) return undefined;
  const context = requestContext(exchange, contract);
  const operation = context.promising;
  const known = classifyError(error, operation ? askedOf(context, operation, cloud) : {});
  if (!known || (errorExpected(context) && known.reason !== "throttled")) return undefined;
  const { reason, says } = known;
  // A list that no page documents is asked for to bind: who may not have it, or nobody by now, learns nothing of it.
  if (!operation && (exchange.probe !== "listing" || reason === "not-available")) return undefined;
  const needing = operation ?? operationsOfPage(contract, exchange.file).find(isSafe);
  const named = needing && reason === "missing-permission" ? `; ${leastPrivileged(needing)}` : "";
  return { reason, message: `${shownError(error)} came back: ${says}${named}` };
}

/** An exchange with whoever the host of its URL is, with why its answer verifies nothing, where that is so. */
export function classified(exchange: Exchange, contract: Contract): Exchange {
  const cloud = cloudOfHost(readRequestUrl(exchange.request.url).host);
  const unanswered = exchange.unanswered ?? classifyExchange(exchange, contract, cloud);
  return unanswered ? { ...exchange, unanswered } : exchange;
}

function askedOf(context: RequestContext, operation: Operation, cloud: Cloud["name"] | undefined): Asked {
  const { exchange, url } = context;
  const template = splitPath(operation.path).map((segment) => readSegment(segment).key ?? segment);
  const behindKey = template.length - 1 - template.findLastIndex(isPathParameter);
  const success = operation.responses.find(({ status }) => status < 300);
  return {
    keyed: /[{<]/.test(operation.path),
    listed: exchange.listed === true,
    // A resource has its collections; what is behind one related resource is there with that.
    optional: behindKey > 1 || (behindKey === 1 && success?.body?.collection !== true),
    lacks: lackOf(context, operation),
    filtered: url.options.has("$filter"),
    queried: [...url.options.keys()].some((name) => name.startsWith("$")),
    elsewhere: operation.clouds.some(({ name, available }) => name === cloud && !available),
  };
}

/** What the page asks for beside an option of a directory's query, and the request had not. */
function lackOf({ exchange, url }: RequestContext, operation: Operation): string | undefined {
  if (!documentsHeader(operation, "ConsistencyLevel")) return undefined;
  if (headerValue(exchange.request, "ConsistencyLevel") === undefined) return "ConsistencyLevel";
  return url.options.has("$count") ? undefined : "$count";
}

/** The least privileged permissions that the page of an operation names, by who asks. */
export function leastPrivileged({ permissions }: Pick<Operation, "permissions">): string {
  const first = (scheme: string) =>
    permissions.find((one) => one.scheme === scheme && one.permissions.length > 0)?.permissions[0];
  const [application, delegated] = [first("application"), first("delegated-work")];
  if (application === undefined && delegated === undefined) return "which one, no page here says";
  const least = "the least privileged that the page names is";
  if (application === delegated) return `${least} ${application}`;
  const named = [
    ...(application === undefined ? [] : [`${application} for an application`]),
    ...(delegated === undefined ? [] : [`${delegated} for a user`]),
  ];
  return `${least} ${named.join(", ")}`;
}

/** The status and the codes, each as far as it is a code: a service may write anything there. */
function shownError({ status, code, innerCodes }: ServiceError): string {
  const codes = [...new Set([code, ...innerCodes])].filter(isCode).slice(0, 3);
  const named = codes.length === 0 ? "" : ` (${codes.join(", ")})`;
  return `${status} ${STATUS_CODES[status] ?? ""}`.trimEnd() + named;
}

function isCode(text: string): boolean {
  return (
    /^[A-Za-z][\w.-]*(?: [A-Za-z][\w.-]*){0,3}$|^\d{1,8}$/.test(text) &&
    text.length <= 80 &&
    !partOfGuid.test(text)
  );
}

const partOfGuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}/i;
