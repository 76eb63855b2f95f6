import { signIn } from "../../specs/support/service.ts";
import { gateSettings } from "../../specs/support/tenant.ts";
import { transportWithin } from "../../specs/support/transport-within.ts";
import { givenToken } from "../../src/exchange/service/transport/sign-requests.ts";
import type { Message, Transport } from "../../src/exchange/service/transport/transport.ts";
import { judgeTenant } from "../../src/exchange/tenant/gate.ts";
import { makeService } from "../../src/mock/service.ts";
import { generatedDocumentation } from "../documentation/generated-documentation.ts";
import { settings } from "./settings.ts";

export interface Sent {
  readonly url: URL;
  readonly message: Message;
}

/** A gate that was run once, so that it can be run again on a service that only repeats itself. */
export interface RecordedGate {
  /** What was sent, in the order in which it was. */
  readonly sent: readonly Sent[];
  /** What was answered, for `servers/late.js`. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** How many judgements come of it. */
  readonly judged: number;
  /** Runs the gate again, and tells of each judgement the how manieth it is. */
  judge(transport: Transport, onJudged?: (count: number) => void): Promise<number>;
}

/** Gates the embedded service, which listens nowhere, under the name of one that will. */
export async function recordGate(origin: string): Promise<RecordedGate> {
  const { contract } = generatedDocumentation(settings.operations);
  const within = transportWithin(makeService({ contracts: [contract] }));
  const tokens = givenToken(await signIn(origin, within));
  const { concurrency } = settings;
  const given = gateSettings({ endpoint: origin, concurrency, budget: 1e6, timeLimit: 1e8, depth: "full" });
  const judge: RecordedGate["judge"] = async (transport, onJudged = () => {}) => {
    let count = 0;
    for await (const _ of judgeTenant(given, { contract, tokens, transport, key: "a key" }))
      onJudged(++count);
    return count;
  };
  const sent: Sent[] = [];
  const answers: Record<string, unknown> = {};
  const judged = await judge(async (url, message, signal) => {
    const { status, headers, body } = await within(url, message, signal);
    const { Authorization, Prefer = "" } = message.headers;
    const signed = Authorization === undefined ? "" : " signed";
    answers[`${message.method} ${url.pathname}${url.search} ${Prefer}${signed}`] = {
      status,
      headers: Object.fromEntries(headers.filter(([name]) => !/^content-length$/i.test(name))),
      body,
    };
    sent.push({ url, message });
    return { status, reason: "", headers, body };
  });
  return { sent, answers, judged, judge };
}
