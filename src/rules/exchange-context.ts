import { onceForAll } from "../base/once-for.ts";
import { spanAt } from "../base/span.ts";
import type { Contract, Operation } from "../contract/contract.ts";
import { examplesOfOperation } from "../contract/page-content.ts";
import { matchOperation } from "../contract/path/match-operation.ts";
import type { BodyEvidence } from "../contract/promise/body-witnesses.ts";
import { type PromisedBody, promisedBody } from "../contract/promise/promised-body.ts";
import { type BodyJudgement, judgeBody } from "../contract/validation/body-violations.ts";
import type { Gap, Violation } from "../contract/validation/violation.ts";
import type { Page } from "../docs/page.ts";
import { allowsNumbersAsText, prefersAllMembers } from "../http/header.ts";
import type { HttpResponse } from "../http/http-message.ts";
import { locateInJson } from "../http/read-json.ts";
import { type RequestUrl, readRequestUrl } from "../odata/request-url.ts";
import type { Exchange } from "./exchange.ts";
import { documentedOperation, operationOfPage, promisingOperation } from "./operation-of-example.ts";
import type { Past } from "./past.ts";
import { promisedOfExample } from "./promised-of-example.ts";
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
    ? documentedOperation(contract, exchange, url)
    : (matchOperation(contract, exchange.request.method, url) ??
      // It asks for what a GET answers, without the body.
      (exchange.request.method === "HEAD" ? matchOperation(contract, "GET", url) : undefined));
  const promising = operation ?? unmatchedOperation(exchange, contract, url, page);
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

/** What else says what is answered, where the request is none that is documented. */
function unmatchedOperation(
  exchange: Exchange,
  contract: Contract,
  url: RequestUrl,
  page: Page | undefined,
): Operation | undefined {
  if (page) return promisingOperation(contract, exchange, url);
  // A list that is asked for its keys is none that a page documents; the page at hand only needs one of them.
  return exchange.probe === "listing" ? undefined : operationOfPage(contract, exchange, url);
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
  return new AnsweredContext(context, response);
}

/**
 * What is asked of the contract is worked out when it is first wanted. A class, since rules ask it some thousand times for
 * each exchange, and an object that brings getters of its own is looked through anew each time. Whoever wants another one
 * makes it anew: a copy by its members lacks what is worked out.
 */
class AnsweredContext implements ExchangeContext {
  readonly exchange: Exchange;
  readonly contract: Contract;
  declare readonly operation?: Operation;
  declare readonly promising?: Operation;
  declare readonly page?: Page;
  readonly url: RequestUrl;
  readonly past: Past;
  readonly response: HttpResponse;
  readonly authored: boolean;
  readonly locate: ExchangeContext["locate"];
  #promised: PromisedBody | undefined;
  #judgement: BodyJudgement | undefined;

  constructor(context: RequestContext, response: HttpResponse) {
    const { exchange, contract, operation, promising, page, url, past } = context;
    this.exchange = exchange;
    this.contract = contract;
    this.url = url;
    this.past = past;
    this.response = response;
    this.authored = page !== undefined;
    const { body } = response;
    this.locate = (pointer, part) =>
      body ? locateInJson(body.text, body.location, pointer, part) : spanAt(exchange.location);
    if (operation) this.operation = operation;
    if (promising) this.promising = promising;
    if (page) this.page = page;
  }

  get promised(): PromisedBody {
    this.#promised ??= promisedBodyOf(this, this.response);
    return this.#promised;
  }

  get violations(): readonly Violation[] {
    return this.#judged().violations;
  }

  get gaps(): readonly Gap[] {
    return this.#judged().gaps;
  }

  #judged(): BodyJudgement {
    this.#judgement ??= judgementOf(this, this.response, this.promised);
    return this.#judgement;
  }
}

function promisedBodyOf(context: RequestContext, response: HttpResponse): PromisedBody {
  const { exchange, contract, url, promising } = context;
  if (context.page) return promisedOfExample(contract, exchange, response);
  const { status, body } = response;
  // What comes in the place of a refusal is http/status or auth/anonymous, and no answer that a page promises.
  if (errorExpected(context) || exchange.probe === "listing") return { witnesses: [] };
  return promisedBody(contract, {
    method: exchange.request.method,
    ...(status === undefined ? {} : { status }),
    segments: url.segments,
    ...(promising ? { operation: promising } : {}),
    ...(exchange.declared ? { declared: exchange.declared } : {}),
    body: body?.json?.value,
    served: true,
    ...(promising ? shownFor(contract, promising) : {}),
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
