import { stepInto, stepsOf } from "../../http/json-pointer.ts";
import type { Assertion, Judgement } from "../../rules/assertion.ts";
import type { Exchange } from "../../rules/exchange.ts";
import { type Conceal, concealValues } from "./conceal-values.ts";
import { shapeName } from "./shape-body.ts";
import { type ShapedMessage, shapeMessage } from "./shape-message.ts";
import type { Shaper } from "./shape-value.ts";

/**
 * A judgement of which nobody learns what a tenant holds: its messages are shown as types, lengths, formats and
 * members, and a value is named in no sentence, place or cause. Fingerprints stay, so that waivers hold.
 */
export function shapeEvidence(
  shaper: Shaper,
  exchange: Exchange,
  judgement: Judgement,
  origin: string,
): Judgement {
  const { request, response } = judgement;
  const sent = request && shapeMessage(shaper, exchange.request, request, origin);
  const received = response && exchange.response && shapeMessage(shaper, exchange.response, response, origin);
  let made: Conceal | undefined;
  // Every message has values, and few judgements have a sentence.
  const conceal: Conceal = (text, kind) => {
    made ??= concealValues(
      shaper,
      new Map([sent, received].flatMap((each) => [...(each?.values() ?? [])])),
      origin,
    );
    return made(text, kind);
  };
  return {
    ...judgement,
    ...(sent ? { request: sent.message } : {}),
    ...(received ? { response: received.message } : {}),
    assertions: judgement.assertions.map((each) => shapeAssertion(each, { shaper, conceal, sent, received })),
  };
}

interface Shaping {
  readonly shaper: Shaper;
  readonly conceal: Conceal;
  readonly sent: ShapedMessage | undefined;
  readonly received: ShapedMessage | undefined;
}

function shapeAssertion(assertion: Assertion, { shaper, conceal, sent, received }: Shaping): Assertion {
  if (!("fingerprint" in assertion)) return assertion;
  const { pointer, transcript, message } = assertion;
  const line = received?.message.location.line ?? Number.POSITIVE_INFINITY;
  const within = transcript && (transcript.start.line >= line ? received : sent);
  const common = {
    message: conceal(message),
    ...(pointer === undefined ? {} : { pointer: shapePointer(shaper, pointer) }),
    ...(transcript ? { transcript: within ? within.place(transcript) : transcript } : {}),
  };
  if (assertion.status === "not-verified") return { ...assertion, ...common };
  const { meant, advice, cause } = assertion;
  return {
    ...assertion,
    ...common,
    ...(meant === undefined ? {} : { meant: conceal(meant, "name") }),
    ...(advice === undefined ? {} : { advice: conceal(advice) }),
    cause: { ...cause, id: conceal(cause.id, "name"), sentence: conceal(cause.sentence) },
  };
}

function shapePointer(shaper: Shaper, pointer: string): string {
  return stepsOf(pointer).reduce(
    (shaped, step) => stepInto(shaped, /^\d{1,6}$/.test(step) ? step : shapeName(shaper, step)),
    "",
  );
}
