import type { Contract } from "../../contract/contract.ts";
import type { Judgement } from "../../rules/assertion.ts";
import type { Exchange } from "../../rules/exchange.ts";
import { judgeExchange } from "../../rules/judge.ts";
import { mostCreated } from "../service/creations.ts";
import { judgeService } from "../service/judge-service.ts";
import type { Progress } from "../service/progress.ts";
import { type Clock, realClock } from "../service/transport/clock.ts";
import { type Politeness, politeTransport } from "../service/transport/polite-transport.ts";
import type { Wait } from "../service/transport/retrying.ts";
import type { TokenSource } from "../service/transport/sign-requests.ts";
import type { Transport } from "../service/transport/transport.ts";
import { chosenPart } from "./chosen-operations.ts";
import { shapeEvidence } from "./evidence.ts";
import { type GateSettings, secretsOf } from "./gate-settings.ts";
import { shaperOf } from "./shape-value.ts";

/** What a gate is given beside its settings. */
export interface GateInput {
  readonly contract: Contract;
  readonly tokens: TokenSource;
  /** How a request gets to the service; over HTTP unless said. */
  readonly transport?: Transport;
  readonly clock?: Clock;
  /** What the ids of this run are hashed with; another one in every run, so that nobody can look them up. */
  readonly key: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Told of each wait before a request is sent once more. */
  readonly onWait?: (wait: Wait) => void;
  /** Sees every exchange with its judgement before anything is taken out of it. */
  readonly onJudged?: (exchange: Exchange, judgement: Judgement) => void;
  /** Told of what the run created and could not remove: its URL, and why. */
  readonly onLeftBehind?: (url: string, why: string) => void;
}

/** How long what was created may take to be removed, when the time of the run is over, milliseconds. */
const cleaningTime = 60_000;
/** What signing in takes of the budget at most. */
const signInRequests = 10;

/**
 * Judges a live service: the judgements one by one, in the order of the plan. Unless the settings ask for full evidence,
 * no judgement holds what the tenant does: see `shapeEvidence`.
 *
 * @throws UsageError when nothing answers, and for a choice that names no operation
 */
export async function* judgeTenant(
  settings: GateSettings,
  { contract, tokens, key, signal, onProgress, onJudged, onLeftBehind, clock = realClock, ...way }: GateInput,
): AsyncGenerator<Judgement, void, void> {
  const { endpoint, concurrency, allowWrites, cloud, evidence, budget, timeLimit } = settings;
  const part = chosenPart(contract, settings);
  // A replica that does not have it yet is asked once more.
  const created = allowWrites ? 2 * mostCreated(part) : 0;
  // What is created has to be removed whatever the rest has cost.
  const kept = created === 0 ? 0 : created + signInRequests;
  const politeness = { ...way, concurrency, clock };
  const { transport } = politeTransport({ ...politeness, budget: Math.max(0, budget - kept), timeLimit });
  const shaper = shaperOf(contract, key);
  yield* judgeService({
    contract: part,
    origin: endpoint,
    source: "tenant",
    cloud: cloud.name,
    tokens,
    secrets: secretsOf(settings),
    transport,
    ...(created === 0 ? {} : { cleaning: lateTransport({ ...politeness, budget: created }) }),
    ...(onLeftBehind ? { onLeftBehind } : {}),
    // The polite one waits as long as it has to.
    timeout: 0,
    sleep: clock.sleep,
    concurrency,
    writes: allowWrites,
    depth: settings.depth,
    ids: "listed",
    bindings: new Map(Object.entries(settings.bindings)),
    now: new Date(clock.now()),
    ...(settings.shard ? { shard: settings.shard } : {}),
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
    // What was left out of the asking is still promised.
    judge: (exchange, _, memory) => judgeExchange(exchange, contract, { memory }),
    show(exchange, judgement) {
      onJudged?.(exchange, judgement);
      return evidence === "full" ? judgement : shapeEvidence(shaper, exchange, judgement, endpoint);
    },
  });
}

/** Its time begins with its first request. */
function lateTransport(politeness: Politeness): Transport {
  let polite: Transport | undefined;
  return (...request) => {
    polite ??= politeTransport({ ...politeness, timeLimit: cleaningTime }).transport;
    return polite(...request);
  };
}
