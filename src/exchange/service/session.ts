import { UsageError } from "../../base/usage-error.ts";
import { pageName } from "../../docs/page-name.ts";
import { readJson } from "../../http/read-json.ts";
import { requestIn, responseBelow } from "../../http/received-message.ts";
import type { Exchange } from "../../rules/exchange.ts";
import type { Answer, PlannedRequest, Script, Step, UnmadeRequest } from "./planned-request.ts";
import { type Service, sendRequest, urlOf } from "./send-request.ts";

/** So many requests without any answer say that nobody is there. */
const enough = 3;

/** One run of the plan: what was asked and is known by now. */
export class Session {
  readonly #service: Service;
  readonly #lookups = new Map<string, Promise<Answer>>();
  #answered = 0;
  #unanswered = 0;
  #lastError = "";

  constructor(service: Service) {
    this.#service = service;
  }

  /** Takes a script to its end; the exchanges that came of it, in order. */
  async follow(script: Script): Promise<Exchange[]> {
    const exchanges: Exchange[] = [];
    let step = script.next();
    while (!step.done) {
      const { answer, exchange } = await this.#take(step.value);
      if (exchange) exchanges.push(exchange);
      step = script.next(answer);
    }
    return exchanges;
  }

  /** What was learnt before something is written may not hold behind it. */
  forget(): void {
    this.#lookups.clear();
  }

  /** @throws UsageError when nothing has answered. */
  end(): void {
    if (this.#answered === 0 && this.#unanswered > 0) this.#giveUp();
  }

  async #take(step: Step): Promise<{ readonly answer: Answer; readonly exchange?: Exchange }> {
    if (step.kind === "unmade") return { answer: {}, exchange: this.#unmade(step) };
    if (step.kind === "request") return this.#ask(step);
    const known = this.#lookups.get(step.target) ?? this.#lookUp(step.target);
    this.#lookups.set(step.target, known);
    return { answer: await known };
  }

  async #lookUp(target: string): Promise<Answer> {
    const url = urlOf(this.#service, target);
    const received = url && (await this.#send(url, { method: "GET", headers: {} }));
    if (!received || "failure" in received) return {};
    const { status, body } = received;
    return { status, json: readJson(body, { file: target, line: 1, column: 1 }).value };
  }

  async #ask(step: PlannedRequest): Promise<{ readonly answer: Answer; readonly exchange?: Exchange }> {
    const url = urlOf(this.#service, step.target);
    // A link to another host is a finding of the page that has it.
    if (url === undefined) return { answer: {} };
    const received = await this.#send(url, step);
    const exchange = this.#exchangeOf(step, url);
    if ("failure" in received) {
      return {
        answer: {},
        exchange: { ...exchange, unanswered: { reason: "service-error", message: received.failure } },
      };
    }
    const response = responseBelow(exchange.request, received);
    const answer = { status: received.status, json: response.body?.json?.value };
    return { answer, exchange: { ...exchange, response } };
  }

  async #send(url: string, request: Parameters<typeof sendRequest>[2]) {
    try {
      const received = await sendRequest(this.#service, url, request);
      this.#answered++;
      return received;
    } catch (error) {
      this.#lastError = reasonOf(error);
      if (++this.#unanswered >= enough && this.#answered === 0) this.#giveUp();
      return { failure: `the service did not answer: ${this.#lastError}` };
    }
  }

  #giveUp(): never {
    throw new UsageError(`nothing answers at ${this.#service.origin}: ${this.#lastError}`);
  }

  #unmade(step: UnmadeRequest): Exchange {
    const { origin, version } = this.#service;
    const { reason, message } = step;
    const exchange = this.#exchangeOf({ ...step, headers: {} }, `${origin}/${version}${step.target}`);
    return { ...exchange, unanswered: { reason, message } };
  }

  #exchangeOf(
    step: Pick<
      PlannedRequest,
      "name" | "title" | "file" | "location" | "method" | "headers" | "body" | "probe"
    >,
    url: string,
  ): Exchange {
    const { name, title, file, location, method, headers, body, probe } = step;
    const { source, version, token } = this.#service;
    const signed =
      token === undefined || probe === "anonymous" ? [] : [["Authorization", "Bearer …"] as const];
    const transcript = `${source}/${version}/${pageName(file)}/${name}.http`;
    const request = requestIn(transcript, {
      method,
      url,
      headers: [...Object.entries(headers), ...signed],
      ...(body === undefined ? {} : { body }),
    });
    return {
      source,
      version,
      name,
      title,
      file,
      location,
      request,
      ...(probe ? { probe } : {}),
    };
  }
}

/** What went wrong in words. */
function reasonOf(error: unknown): string {
  // Several addresses were tried, each with an error of its own.
  const [first = error] = error instanceof AggregateError ? error.errors : [];
  return first instanceof Error ? first.message : String(first);
}
