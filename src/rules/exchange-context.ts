import { onceForAll } from "../base/once-for.ts";
import { type Span, spanAt, startOf } from "../base/span.ts";
import type { Contract, Operation } from "../contract/contract.ts";
import { examplesOfOperation, operationsOfPage } from "../contract/page-content.ts";
import { isGraphHost } from "../contract/path/graph-hosts.ts";
import { matchOperation } from "../contract/path/match-operation.ts";
import { matchTemplate } from "../contract/path/match-template.ts";
import type { BodyEvidence } from "../contract/promise/body-witnesses.ts";
import { type PromisedBody, promisedBody } from "../contract/promise/promised-body.ts";
import { type BodyJudgement, judgeBody } from "../contract/validation/body-violations.ts";
import type { Page } from "../docs/page.ts";
import { allowsNumbersAsText, prefersAllMembers } from "../http/header.ts";
import type { HttpResponse } from "../http/http-message.ts";
import { locateInJson } from "../http/read-json.ts";
import { type RequestUrl, readRequestUrl } from "../odata/request-url.ts";
import type { Exchange } from "./exchange.ts";
import type { Past } from "./past.ts";
import { errorExpected } from "./request/error-expected.ts";
import type { ExchangeContext, RequestContext } from "./rule.ts";

/** What the request rules see of an exchange; `page` is the page that shows it, when it is documented. */
export function requestContext(
  exchange: Exchange,
  contract: Contract,
  page?: Page,
  past: Past = {},
): RequestContext {
  const url = urlOf(exchange, past);
  const operation = page
    ? ofSection(exchange, documentedOperation(exchange, contract, page, url))
    : (matchOperation(contract, exchange.request.method, url) ??
      // It asks for what a GET answers, without the body.
      (exchange.request.method === "HEAD" ? matchOperation(contract, "GET", url) : undefined));
  // An author shows callbacks and uploads, too, which go to a host of their own.
  const isElsewhere = page !== undefined && url.host !== "" && !isGraphHost(url.host);
  // A list that is asked for its keys is none that a page documents; the page at hand only needs one of them.
  const isOther = isElsewhere || exchange.probe === "listing";
  const promising =
    operation ?? (isOther ? undefined : ofSection(exchange, operationOfPage(exchange, contract, url)));
  return {
    exchange,
    contract,
    url,
    past,
    ...(operation ? { operation } : {}),
    ...(promising ? { promising } : {}),
    ...(page ? { page } : {}),
  };
}

/** What a service has put into a link is its own affair: the options are those of the request that began the walk. */
function urlOf({ request }: Exchange, { walk }: Past): RequestUrl {
  const url = readRequestUrl(request.url);
  if (!walk) return url;
  const token = url.options.get("$skiptoken") ?? "";
  return { ...url, options: new Map([...readRequestUrl(walk.began).options, ["$skiptoken", token]]) };
}

/** What the exchange rules see: the request's context and what the contract promises of the response. */
export function exchangeContext(context: RequestContext, response: HttpResponse): ExchangeContext {
  const { body } = response;
  const nowhere = context.exchange.location;
  const locate: ExchangeContext["locate"] = (pointer, part) =>
    body ? locateInJson(body.text, body.location, pointer, part) : spanAt(nowhere);
  let promised: PromisedBody | undefined;
  let judgement: BodyJudgement | undefined;
  return {
    ...context,
    response,
    authored: context.page !== undefined,
    locate,
    get promised() {
      promised ??= promisedBodyOf(context, response, locate);
      return promised;
    },
    get violations() {
      judgement ??= judgementOf(context, response, this.promised);
      return judgement.violations;
    },
    get gaps() {
      judgement ??= judgementOf(context, response, this.promised);
      return judgement.gaps;
    },
  };
}

/** Where the section of an example has a promise of its own, neither the page nor the Methods table speaks of it. */
function ofSection({ promises }: Exchange, operation: Operation | undefined): Operation | undefined {
  if (!operation || !promises) return operation;
  const { listedReturn, ...others } = operation;
  return { ...others, responses: promises };
}

/** The operation of the page whose template documents the request. */
function documentedOperation(
  exchange: Exchange,
  contract: Contract,
  page: Page,
  url: RequestUrl,
): Operation | undefined {
  const match = matchTemplate(page.operation?.requests ?? [], exchange.request.method, url.segments);
  if (!match || match.beyond.length > 0) return undefined;
  const { line } = match.template.location;
  return operationsOfPage(contract, page.file).find(({ location }) => location.line === line);
}

/**
 * An example whose path is none of its page's is still an example of the page, and so is a request that was planned
 * for it: there it is the first operation with that method.
 */
function operationOfPage(
  { request: { method }, file }: Exchange,
  contract: Contract,
  url: RequestUrl,
): Operation | undefined {
  const operations = operationsOfPage(contract, file);
  if (matchTemplate(operations, method, url.segments)) return undefined;
  return operations.find((other) => other.method === method);
}

function promisedBodyOf(
  context: RequestContext,
  { status, body }: HttpResponse,
  locate: (pointer: string) => Span,
): PromisedBody {
  const { exchange, contract, url, promising } = context;
  // What comes in the place of a refusal is http/status or auth/anonymous, and no answer that a page promises.
  if (errorExpected(context) || exchange.probe === "listing") return { witnesses: [] };
  return promisedBody(contract, {
    method: exchange.request.method,
    ...(status === undefined ? {} : { status }),
    segments: url.segments,
    ...(promising ? { operation: promising } : {}),
    ...(exchange.declared ? { declared: exchange.declared } : {}),
    body: body?.json?.value,
    served: context.page === undefined,
    ...(context.page === undefined && promising ? shownFor(contract, promising) : {}),
    location: exchange.request.location,
    locate: (pointer) => startOf(locate(pointer)),
  });
}

/** What an example of the page shows for the operation: a word of the page on the type, too. */
const shownFor = onceForAll(
  (contract: Contract, operation: Operation): Pick<BodyEvidence, "shown" | "declared"> => {
    const example = examplesOfOperation(contract, operation).find(
      ({ request, response }) =>
        (response?.status ?? 300) < 300 &&
        !request.url.includes("/$count") &&
        matchOperation(contract, request.method, readRequestUrl(request.url))?.id === operation.id,
    );
    if (!example) return {};
    const { declared, response } = example;
    return { shown: response?.body?.json?.value, ...(declared ? { declared } : {}) };
  },
);

function judgementOf(
  { exchange, contract, page }: RequestContext,
  response: HttpResponse,
  { type }: PromisedBody,
): BodyJudgement {
  const { body } = response;
  if (!type || body?.json?.value === undefined) return { violations: [], gaps: [] };
  const memberPreference = prefersAllMembers(exchange.request);
  return judgeBody(contract, type, body.json.value, {
    memberPreference,
    numbersAsNumbers: !allowsNumbersAsText(exchange.request, response),
    served: page === undefined,
  });
}
