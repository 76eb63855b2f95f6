import { boundedMap } from "./bounded-map.ts";
import type { ServiceRequest, ServiceResponse } from "./message.ts";
import type { Place } from "./place.ts";
import type { Refusal } from "./refusal.ts";

type Result = ServiceResponse | Refusal;

/**
 * The answer to a request that changes nothing, which stays the same until something is written and the store counts
 * one revision more. A place belongs to one method and URL.
 */
export type KeptAnswers = (place: Place, request: ServiceRequest, read: () => Result) => Result;

/** The answers of one place. */
interface Kept {
  readonly revision: number;
  /** By all the rest of a request that an answer depends on. */
  readonly answers: Map<string, ServiceResponse>;
  readonly weight: number;
}

/** Bytes of answers that are kept, the values counted with what is written of them. */
const limit = 64_000_000;

/** How many bytes the rest of an answer is worth, however short its body. */
const overhead = 4000;

/** Keeps what successful reads were answered, as it was written, for whoever asks the same again. */
export function makeKeptAnswers(revisionNow: () => number): KeptAnswers {
  const kept = boundedMap<Place, Kept>(limit);
  return (place, { origin, headers }, read) => {
    const revision = revisionNow();
    const form = `${origin} ${headers.accept ?? ""} ${headers.prefer ?? ""}`;
    const known = kept.get(place);
    const current = known?.revision === revision ? known : undefined;
    const answer = current?.answers.get(form);
    if (answer) return answer;
    const result = read();
    if ("code" in result || result.status !== 200 || result.json === undefined) return result;
    const written = Buffer.from(JSON.stringify(result.json));
    // Reading makes what no one has asked for before; only writing changes what was there.
    const { answers, weight } = current ?? { answers: new Map<string, ServiceResponse>(), weight: 0 };
    const made = { ...result, written };
    answers.set(form, made);
    const more = weight + form.length + 2 * written.length + overhead;
    kept.set(place, { revision, answers, weight: more }, more);
    return made;
  };
}
