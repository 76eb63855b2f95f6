import { setMaxListeners } from "node:events";
import { UsageError } from "../../base/usage-error.ts";
import type { Contract } from "../../contract/contract.ts";
import type { Cloud } from "../../docs/page.ts";
import type { Exchange, Source } from "../../rules/exchange.ts";
import { whyLeft } from "../../rules/service/left-behind.ts";
import { type AnswerClassifier, answerClassifier } from "../unanswered/answer-classifier.ts";
import type { PlanOptions } from "./asking.ts";
import { cleanUp } from "./clean-up.ts";
import type { Creations } from "./creations.ts";
import { inOrder } from "./in-order.ts";
import { planRequests } from "./plan-requests.ts";
import type { PlannedRequest, Script } from "./planned-request.ts";
import { countProgress, type Progress } from "./progress.ts";
import { redaction } from "./redact.ts";
import { type Service, Session } from "./session.ts";
import { realClock, type Sleep } from "./transport/clock.ts";
import { expectSomebody } from "./transport/expect-somebody.ts";
import { httpTransport, repeatStale } from "./transport/http-transport.ts";
import { givenToken, signRequests, type TokenSource } from "./transport/sign-requests.ts";
import type { Transport } from "./transport/transport.ts";
import { withTimeout } from "./transport/with-timeout.ts";

export interface ServiceInput extends Partial<PlanOptions> {
  readonly contract: Contract;
  /** Scheme, host and port: `http://127.0.0.1:8080`, `https://graph.microsoft.com`. */
  readonly origin: string;
  /** How a request gets to the service; over HTTP to its origin unless said. */
  readonly transport?: Transport;
  readonly source: Exclude<Source, "documented">;
  /** The bearer token that signs every request but the anonymous ones. */
  readonly token?: string;
  /** Where the tokens come from, in its place. */
  readonly tokens?: TokenSource;
  /** What else no exchange may hold, beside the tokens. */
  readonly secrets?: readonly string[];
  /** How many reading requests are under way at a time; 8 unless said. */
  readonly concurrency?: number;
  /**
   * How many exchanges are in memory at a time: those under way, those that wait for their turn in the order of the
   * plan, and the one that was taken last. 256 unless said; a few times the concurrency, or it cannot be had.
   */
  readonly buffer?: number;
  /** How long an answer may take, milliseconds; 30 seconds unless said. 0 leaves all waiting to the transport. */
  readonly timeout?: number;
  /** The cloud that the service is in: pages say what is not available in some. */
  readonly cloud?: Cloud["name"];
  /** Waits before a request is sent once more; real time unless said. */
  readonly sleep?: Sleep;
  /** Stops the asking. What was answered by then still comes. */
  readonly signal?: AbortSignal;
  /** How what the run has created is removed at its end, whatever ended it; as everything else is sent unless said. */
  readonly cleaning?: Transport;
  /** Told of what was created and could not be removed: its URL, and why. */
  readonly onLeftBehind?: (url: string, why: string) => void;
  /** Told how far the asking is, before each request and behind each part of the plan. */
  readonly onProgress?: (progress: Progress) => void;
}

/** A plan that is being asked for, and a way to ask beside it. */
export interface Asked {
  readonly exchanges: AsyncGenerator<Exchange, void, void>;
  /** Undefined when the asking has been stopped. */
  ask(request: PlannedRequest): Promise<Exchange | undefined>;
}

/**
 * Asks a running service all that its contract promises. The exchanges come in the order of the plan, while the next
 * ones are under way; who takes no more of them ends the asking. A request that could not be made or got no answer is
 * an exchange, too, and says why. No exchange holds the token.
 *
 * @throws UsageError when the origin is none, and when nothing answers there.
 */
export function obtainExchanges(input: ServiceInput): AsyncGenerator<Exchange, void, void> {
  return askService(input).exchanges;
}

/** The same, for one who has to ask more than the plan does. */
export function askService(input: ServiceInput): Asked {
  const { contract, concurrency = 8, buffer = 256, onProgress = () => {} } = input;
  const stop = new AbortController();
  const { signal } = stop;
  let session: Session | undefined;
  async function* exchanges(): AsyncGenerator<Exchange, void, void> {
    const plan = planRequests(contract, { ...input, writes: input.writes ?? false });
    const { service, verify } = serviceOf(input, classifierFor(input), plan.created);
    let isCleaned = false;
    const cleaned = () => removals(input, service.classifier, plan.created);
    // Every request that is under way listens to it.
    setMaxListeners(0, signal);
    const stopToo = () => stop.abort();
    input.signal?.addEventListener("abort", stopToo, { once: true });
    if (input.signal?.aborted) stopToo();
    session = new Session(service, signal, countProgress(plan.parts, onProgress));
    try {
      for (const wave of plan.ahead) {
        yield* inOrder(exchangesOf(session, wave, signal, false), { width: concurrency, held: buffer });
        if (signal.aborted) break;
      }
      yield* inOrder(exchangesOf(session, plan.binds, signal), { width: concurrency, held: buffer });
      yield* inOrder(exchangesOf(session, plan.reads, signal), { width: concurrency, held: buffer });
      const writing = forgetting(session, plan.writes);
      yield* inOrder(exchangesOf(session, writing, signal), { width: 1, held: buffer });
      if (!signal.aborted) verify();
      yield* cleaned();
      isCleaned = true;
    } finally {
      // Nobody takes exchanges any more, but what was created has to go, and what of it is still there.
      if (!isCleaned) for await (const _ of cleaned());
      stop.abort();
      input.signal?.removeEventListener("abort", stopToo);
    }
  }
  return { exchanges: exchanges(), ask: async (request) => session?.ask(request) };
}

/** The exchanges of each script; it begins when they are asked for. */
function* exchangesOf(session: Session, scripts: Iterable<Script>, signal: AbortSignal, areParts = true) {
  for (const script of scripts) {
    if (signal.aborted) return;
    yield session.follow(script, areParts);
  }
}

/** Removes what was created, on a way that nothing stops. */
async function* removals(
  input: ServiceInput,
  classifier: AnswerClassifier | undefined,
  created: Creations | undefined,
) {
  if (!created || created.left.length === 0) return;
  const { cleaning, onLeftBehind = () => {} } = input;
  const { service } = serviceOf(cleaning ? { ...input, transport: cleaning } : input, classifier, created);
  const session = new Session(
    service,
    new AbortController().signal,
    countProgress(0, () => {}),
  );
  const limits = { width: 1, held: 1 };
  const exchanges = inOrder([session.follow(cleanUp(created.left), false)], limits);
  for await (const exchange of exchanges) {
    const why = whyLeft(exchange);
    if (why !== undefined) onLeftBehind(exchange.request.url, why);
    yield exchange;
  }
}

/** What was learnt before something is written may not hold behind it. */
function* forgetting(session: Session, scripts: Iterable<Script>) {
  for (const script of scripts) {
    session.forget();
    yield script;
  }
}

/** What a mock answers, it answers for. */
function classifierFor({ contract, source, cloud, bindings }: ServiceInput): AnswerClassifier | undefined {
  return source === "tenant" ? answerClassifier(contract, cloud, [...(bindings?.values() ?? [])]) : undefined;
}

function serviceOf(
  input: ServiceInput,
  classifier: AnswerClassifier | undefined,
  created?: Creations,
): { readonly service: Service; readonly verify: () => void } {
  const { contract, source, timeout = 30_000, secrets = [] } = input;
  if (!/^https?:$/.test(URL.canParse(input.origin) ? new URL(input.origin).protocol : "")) {
    throw new UsageError(`"${input.origin}" is no address of a service, such as https://graph.microsoft.com`);
  }
  const { origin } = new URL(input.origin);
  const hidden = redaction(secrets);
  const plain = input.transport ?? httpTransport();
  const way = timeout > 0 ? withTimeout(repeatStale(plain), timeout) : plain;
  const watched = expectSomebody(way, origin, hidden.text);
  const { version } = contract;
  const classifies = classifier ? { classifier } : {};
  const sleep = input.sleep ?? realClock.sleep;
  const changes = created ? { onChange: (exchange: Exchange) => created.see(exchange) } : {};
  const about = { origin, source, version, redaction: hidden, sleep, ...classifies, ...changes };
  const tokens = input.tokens ?? (input.token === undefined ? undefined : givenToken(input.token));
  if (tokens === undefined) {
    return { service: { ...about, transport: watched.transport, signs: false }, verify: watched.verify };
  }
  const { transport, verify } = signRequests(watched.transport, origin, tokens, hidden.learn);
  return {
    service: { ...about, transport, signs: true },
    verify() {
      watched.verify();
      verify();
    },
  };
}
