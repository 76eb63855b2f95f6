import type { Location } from "../../../src/base/location.ts";
import { spanAt } from "../../../src/base/span.ts";
import type { Contract, DeclaredResponse } from "../../../src/contract/contract.ts";
import type { Witness } from "../../../src/contract/promise/body-witnesses.ts";
import { judgeBody } from "../../../src/contract/validation/body-violations.ts";
import { prefersAllMembers } from "../../../src/http/header.ts";
import type { HttpHeader } from "../../../src/http/http-message.ts";
import { locateInJson, readJson } from "../../../src/http/read-json.ts";
import { readRequestUrl } from "../../../src/odata/request-url.ts";
import {
  type ExchangeContext,
  type ExchangeRule,
  type Outcome,
  outcomeSeverity,
} from "../../../src/rules/rule.ts";
import { typeRefOf } from "../../support/contract-of.ts";

const PAGE = "api/page.md";

export interface BodySketch {
  /** A type expression; absent when nothing is promised. */
  readonly promised?: string;
  /** Who says so; `prose` unless the sketch says otherwise. */
  readonly who?: Witness["who"];
  readonly url?: string;
  readonly prefer?: string;
  readonly declared?: Partial<DeclaredResponse>;
}

/** The context of an exchange whose body, in the lines of a page from line 1 on, is the given text. */
export function bodyContext(contract: Contract, text: string, sketch: BodySketch = {}): ExchangeContext {
  const location = place(1, 1);
  const json = readJson(text, location);
  const type = sketch.promised === undefined ? undefined : typeRefOf(contract, sketch.promised);
  const headers: HttpHeader[] =
    sketch.prefer === undefined ? [] : [{ name: "prefer", value: sketch.prefer, span: spanAt(location) }];
  const request = {
    method: "GET",
    url: sketch.url ?? "https://graph.microsoft.com/v1.0/runs",
    target: spanAt(location),
    headers,
    location,
  };
  const response = {
    status: 200,
    reason: "OK",
    startLine: spanAt(location),
    headers: [],
    body: { text, location, json },
    location,
  };
  return {
    exchange: {
      source: "documented",
      version: "v1.0",
      title: "Example",
      name: "example",
      file: PAGE,
      request,
      response,
      declared: { truncated: false, location, ...sketch.declared },
      location,
    },
    contract,
    url: readRequestUrl(request.url),
    past: {},
    response,
    authored: true,
    promised: type
      ? { type, witnesses: [{ who: sketch.who ?? "prose", type, location }] }
      : { witnesses: [] },
    ...(type
      ? judgeBody(contract, type, json.value, { memberPreference: prefersAllMembers(request) })
      : { violations: [], gaps: [] }),
    locate: (pointer, part) => locateInJson(text, location, pointer, part),
  };
}

/** What a rule says of a context, as far as it weighs anything there; a pass is an empty list. */
export function outcomesOf(rule: ExchangeRule, context: ExchangeContext): readonly Outcome[] {
  const verdicts = rule.judge(context);
  if (verdicts === "not-applicable") return [];
  return verdicts.filter((outcome) => outcomeSeverity(rule, outcome, context.exchange.source) !== undefined);
}

export function place(line: number, column: number): Location {
  return { file: PAGE, line, column };
}
