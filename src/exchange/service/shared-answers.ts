import { boundedMap } from "../../base/bounded-map.ts";
import type { ReceivedMessage } from "../../http/received-message.ts";
import type { Unanswered } from "../../rules/exchange.ts";

type Outcome = ReceivedMessage | Unanswered;

/** Answers to requests that change nothing, each asked for once. */
export interface SharedAnswers {
  /** The answer to a request that is the same as another with its key; else what `send` brings. */
  of(key: string, send: () => Promise<Outcome>): Promise<Outcome>;
  forget(): void;
}

/** Characters of answers that are kept; who asks again for what was forgotten gets a new one. */
const limit = 16_000_000;

/** Keeps what was answered, and lets those wait who ask while an answer is on its way. */
export function sharedAnswers(): SharedAnswers {
  let kept = boundedMap<string, ReceivedMessage>(limit);
  let pending = new Map<string, Promise<Outcome>>();
  const ask = async (key: string, send: () => Promise<Outcome>): Promise<Outcome> => {
    const [here, onTheWay] = [kept, pending];
    try {
      const outcome = await send();
      // A service that is out of order now may be well again in a moment.
      if ("status" in outcome && outcome.status < 500 && outcome.status !== 429)
        here.set(key, outcome, key.length + outcome.body.length);
      return outcome;
    } finally {
      onTheWay.delete(key);
    }
  };
  return {
    async of(key, send) {
      const known = kept.get(key) ?? pending.get(key);
      if (known) return known;
      const asked = ask(key, send);
      pending.set(key, asked);
      return asked;
    },
    forget() {
      kept = boundedMap(limit);
      pending = new Map();
    },
  };
}
