import { boundedMap } from "./bounded-map.ts";
import type { ServiceRequest, ServiceResponse } from "./message.ts";
import type { Refusal } from "./refusal.ts";

type Result = ServiceResponse | Refusal;

/** Answers to reads, which stay the same until something is written and the store counts one revision more. */
export type KeptAnswers = (request: ServiceRequest, revision: number, read: () => Result) => Result;

interface Kept {
  readonly revision: number;
  readonly answer: ServiceResponse;
}

/** Bytes of answers that are kept, the values counted with what is written of them. */
const limit = 64_000_000;

/** How many characters the rest of an answer is worth, however short its body. */
const overhead = 4000;

/** Keeps what successful reads were answered, as it was written, for whoever asks the same again. */
export function makeKeptAnswers(): KeptAnswers {
  const kept = boundedMap<Kept>(limit);
  return ({ origin, target, headers }, revision, read) => {
    // All of a request that an answer depends on.
    const key = `${origin} ${target} ${headers.accept ?? ""} ${headers.prefer ?? ""}`;
    const known = kept.get(key);
    if (known?.revision === revision) return known.answer;
    const result = read();
    if ("code" in result || result.status !== 200 || result.json === undefined) return result;
    const answer = { ...result, written: Buffer.from(JSON.stringify(result.json)) };
    // Reading makes what no one has asked for before; only writing changes what was there.
    kept.set(key, { revision, answer }, key.length + 2 * answer.written.length + overhead);
    return answer;
  };
}
