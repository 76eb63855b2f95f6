import { UsageError } from "../../base/usage-error.ts";
import { headerValue, isSafe } from "../../http/http-message.ts";
import type { ReceivedMessage, SentMessage } from "../../http/received-message.ts";
import type { Exchange, Unanswered } from "../../rules/exchange.ts";
import type { AnswerClassifier } from "../unanswered/answer-classifier.ts";
import { Apart, type Source } from "./in-order.ts";
import { type ExchangeSetting, makeExchange } from "./make-exchange.ts";
import type { Answer, Lookup, PlannedRequest, Script, Step, UnmadeRequest } from "./planned-request.ts";
import type { Counter } from "./progress.ts";
import { sharedAnswers } from "./shared-answers.ts";
import type { Sleep } from "./transport/clock.ts";
import { reasonOf } from "./transport/expect-somebody.ts";
import { unsigned } from "./transport/sign-requests.ts";
import { NotSent, type Transport } from "./transport/transport.ts";

/** A service, and how it is asked. */
export interface Service extends ExchangeSetting {
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string;
  readonly transport: Transport;
  /** Whether its transport signs requests; a service that needs no token gets none. */
  readonly signs: boolean;
  /** Says which answers of a real service are to be judged; all are where there is none. */
  readonly classifier?: AnswerClassifier;
  readonly sleep: Sleep;
  /** Told of each exchange that may have changed something, whether or not anybody waits for it. */
  readonly onChange?: (exchange: Exchange) => void;
}

/** How long an answer is waited for that says what was changed, when all else is stopped, milliseconds. */
const patience = 5_000;

/** How long until all replicas of a service have what one of them has, milliseconds. */
const replicaPause = 2_000;

interface Taken {
  readonly answer: Answer;
  readonly exchange?: Exchange;
}

/** One run of the plan: what was asked and is known by now. */
export class Session {
  readonly #service: Service;
  readonly #signal: AbortSignal;
  readonly #counter: Counter;
  readonly #answers = sharedAnswers();

  /** Once the signal says so, nothing is asked, and what is under way is dropped. */
  constructor(service: Service, signal: AbortSignal, counter: Counter) {
    this.#service = service;
    this.#signal = signal;
    this.#counter = counter;
  }

  /**
   * Takes a script to its end, as far as its exchanges are taken; they come in its order. It is a part of the plan,
   * unless it only asks for what another part will want to know.
   */
  async *follow(script: Script, isPart = true): Source<Exchange> {
    let open = 1;
    const end = () => {
      if (--open === 0 && isPart) this.#counter.ends();
    };
    let step = script.next();
    while (!step.done) {
      if (step.value.kind === "request" && step.value.apart) {
        open++;
        yield new Apart(this.#follow(step.value, end));
        step = script.next({});
      } else {
        const taken = await this.#take(step.value);
        if (!taken) return;
        if (taken.exchange) yield taken.exchange;
        step = script.next(taken.answer);
      }
    }
    end();
  }

  async *#follow(request: PlannedRequest, end: () => void): Source<Exchange> {
    const taken = await this.#take(request);
    if (!taken) return;
    if (taken.exchange) yield taken.exchange;
    end();
  }

  /** Asks once, now; undefined when the session is stopped before there is an answer. */
  async ask(request: PlannedRequest): Promise<Exchange | undefined> {
    return (await this.#take(request))?.exchange;
  }

  /** What was asked before is asked anew from now on. */
  forget(): void {
    this.#answers.forget();
  }

  /** Undefined when the session is stopped before there is an answer. */
  async #take(step: Step): Promise<Taken | undefined> {
    if (this.#signal.aborted) return undefined;
    try {
      return await this.#answer(step);
    } catch (error) {
      if (this.#signal.aborted) return undefined;
      throw error;
    }
  }

  async #answer(step: Step): Promise<Taken> {
    if (step.kind === "unmade") return { answer: {}, exchange: this.#unmade(step) };
    if (step.kind === "request") return this.#ask(step);
    const { answer } = await this.#ask({
      ...nobodysPurpose(step),
      kind: "request",
      method: "GET",
      headers: {},
    });
    return { answer };
  }

  async #ask(step: PlannedRequest): Promise<Taken> {
    const url = this.#urlOf(step.target);
    // A link to another host is a finding of the page that has it.
    if (url === undefined) return { answer: {} };
    const { method, headers, body, probe } = step;
    const plain = { method, url, headers: Object.entries(headers), ...(body === undefined ? {} : { body }) };
    const sent = probe === "anonymous" ? plain : this.#signed(plain);
    const { classifier, sleep } = this.#service;
    const made = (outcome: ReceivedMessage | Unanswered) => {
      const exchange = makeExchange(this.#service, { purpose: step, sent, outcome });
      const classified = classifier?.classify(exchange) ?? exchange;
      const { unanswered } = classified;
      if (!unanswered || !("status" in outcome) || outcome.tries === undefined) return classified;
      const message = `${unanswered.message}; it was asked ${outcome.tries} times`;
      return { ...classified, unanswered: { ...unanswered, message } };
    };
    let exchange = made(await this.#sendOnce(step, sent));
    if (classifier?.mayDiffer(exchange)) {
      await sleep(replicaPause, this.#signal);
      exchange = made(await this.#send(step.title, sent));
    }
    if (!isSafe(step)) this.#service.onChange?.(exchange);
    const { reason } = exchange.unanswered ?? {};
    const why = reason ? { reason } : {};
    if (!exchange.response) return { answer: why, exchange };
    const { status = 0, body: received } = exchange.response;
    // A key of a body that was cut may be cut itself.
    const isWhole = received?.json?.problems.every(({ harmless }) => harmless) ?? false;
    const json = isWhole ? received?.json?.value : undefined;
    if (status < 300) classifier?.learn(json, exchange.request.url);
    const etag = headerValue(exchange.response, "ETag");
    return { answer: { status, json, ...(etag === undefined ? {} : { etag }), ...why }, exchange };
  }

  /** What was asked before and changes nothing has its answer: it is shared, unless it is wanted anew. */
  #sendOnce(step: PlannedRequest, sent: SentMessage): Promise<ReceivedMessage | Unanswered> {
    const send = () => this.#send(step.title, sent);
    if (!isSafe(step) || step.again) return send();
    const { target, method, headers, body, probe } = step;
    return this.#answers.of(JSON.stringify([method, target, headers, body, probe === "anonymous"]), send);
  }

  /** Redirections are not followed: they are the answer. */
  async #send(title: string, { url, ...message }: SentMessage): Promise<ReceivedMessage | Unanswered> {
    this.#counter.asks(title);
    const headers = { Accept: "application/json", ...Object.fromEntries(message.headers) };
    const isWrite = !isSafe(message);
    const signal = isWrite ? this.#later() : this.#signal;
    try {
      return await this.#service.transport(new URL(url), { ...message, headers }, signal);
    } catch (error) {
      if ((this.#signal.aborted && !isWrite) || error instanceof UsageError) throw error;
      if (!(error instanceof NotSent))
        return {
          reason: "service-error",
          message: `the service did not answer: ${reasonOf(error)}`,
          sent: true,
        };
      const { reason, message, sent } = error;
      return { reason, message, ...(sent ? { sent } : {}) };
    }
  }

  /** Stops a while behind all else: else nobody would know what was changed. */
  #later(): AbortSignal {
    const later = new AbortController();
    const stop = () =>
      void this.#service.sleep(patience, new AbortController().signal).then(() => later.abort());
    this.#signal.addEventListener("abort", stop, { once: true });
    return later.signal;
  }

  #signed(message: SentMessage): SentMessage {
    if (!this.#service.signs) return message;
    return { ...message, headers: [...message.headers, ["Authorization", unsigned]] };
  }

  #unmade(step: UnmadeRequest): Exchange {
    const { origin, version } = this.#service;
    const { reason, message, method } = step;
    const sent = this.#signed({ method, url: `${origin}/${version}${step.target}`, headers: [] });
    return makeExchange(this.#service, { purpose: step, sent, outcome: { reason, message } });
  }

  /** Undefined for a link that leads away from the service, where no token may go. */
  #urlOf(target: string): string | undefined {
    const { origin, version } = this.#service;
    if (target.startsWith("/")) return `${origin}/${version}${target}`;
    return URL.canParse(target) && new URL(target).origin === origin ? target : undefined;
  }
}

/** A lookup asks for no page: nothing but its answer is of use. */
function nobodysPurpose({ target, probe, title = target }: Lookup) {
  const location = { file: target, line: 1, column: 1 };
  const told = probe ? { probe } : {};
  return { ...told, target, name: "for a key", title: `${title}, for a key`, file: target, location };
}
