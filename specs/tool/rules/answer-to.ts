import { spanAt } from "../../../src/base/span.ts";
import type { Contract } from "../../../src/contract/contract.ts";
import { readJson } from "../../../src/http/read-json.ts";
import { exchangeContext, requestContext } from "../../../src/rules/exchange-context.ts";
import type { ExchangeContext } from "../../../src/rules/rule.ts";

const place = { file: "exchange", line: 1, column: 1 };
const json = { "Content-Type": "application/json" };

export interface Asking {
  readonly method?: string;
  readonly status?: number;
  readonly sent?: unknown;
  readonly requestHeaders?: Readonly<Record<string, string>>;
}

/** What a rule sees of a service's answer to a request for a path of v1.0. */
export function answerTo(
  contract: Contract,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = json,
  { method = "GET", status = 200, sent, requestHeaders = {} }: Asking = {},
): ExchangeContext {
  const response = {
    status,
    reason: "OK",
    startLine: spanAt(place),
    headers: headersOf(headers),
    ...(body === undefined ? {} : { body: bodyOf(body) }),
    location: place,
  };
  const exchange = {
    source: "mock",
    version: "v1.0",
    title: "Asked",
    name: "asked",
    file: "exchange",
    request: {
      method,
      url: `https://graph.microsoft.com/v1.0${path}`,
      target: spanAt(place),
      headers: headersOf(requestHeaders),
      ...(sent === undefined ? {} : { body: bodyOf(sent) }),
      location: place,
    },
    response,
    location: place,
  } as const;
  return exchangeContext(requestContext(exchange, contract), response);
}

function bodyOf(value: unknown) {
  const text = JSON.stringify(value);
  return { text, location: place, json: readJson(text, place) };
}

function headersOf(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).map(([name, value]) => ({ name, value, span: spanAt(place) }));
}
