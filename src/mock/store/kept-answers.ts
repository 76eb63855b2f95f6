import { boundedMap } from "../../base/bounded-map.ts";
import { longestRepeated } from "../body/sent-body.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { ServiceRequest, ServiceResponse } from "../message.ts";
import type { ResourcePath } from "../route/resource-path.ts";

type Result = ServiceResponse | ErrorResponse;

/**
 * The answer to a request. One that was asked before and changed nothing is answered the same until something is written
 * and the store counts one revision more. A resource path belongs to one method and URL.
 */
export type KeptAnswers = (
  resourcePath: ResourcePath,
  request: ServiceRequest,
  perform: () => Result,
) => Result;

/** The answers of one resource path. */
interface Kept {
  readonly revision: number;
  /** By the form of the request. */
  readonly answers: Map<string, KeptAnswer>;
  readonly weight: number;
}

interface KeptAnswer extends ServiceResponse {
  written: ServiceResponse["written"];
}

/** Bytes of answers that are kept, the values counted with what is written of them. */
const limit = 64_000_000;

/** How many bytes the rest of an answer is worth, however short its body. */
const overhead = 4000;

/** A client asks for one thing in few forms; one that makes them up has no business in the memory. */
const mostForms = 8;

/** Keeps what requests that succeeded and changed nothing were answered, as it was written, for who asks the same again. */
export function makeKeptAnswers(revisionNow: () => number): KeptAnswers {
  const kept = boundedMap<ResourcePath, Kept>(limit);
  // By the revision. Where much is written, most answers are outdated before anybody asks again: to keep them is in vain.
  const asked = new WeakMap<ResourcePath, number>();
  return (resourcePath, request, perform) => {
    if (request.body.length > longestRepeated) return perform();
    const revision = revisionNow();
    const known = kept.get(resourcePath);
    const current = known?.revision === revision ? known : undefined;
    if (!current && asked.get(resourcePath) !== revision) {
      asked.set(resourcePath, revision);
      return perform();
    }
    const form = formOf(request);
    const answer = current?.answers.get(form);
    if (answer) {
      // Bytes go out faster; but to make them of what nobody asks for again would be in vain.
      if (typeof answer.written === "string") answer.written = Buffer.from(answer.written);
      return answer;
    }
    const result = perform();
    if ("code" in result || revisionNow() !== revision) return result;
    const { status, headers, json, text, bytes } = result;
    const written = json === undefined ? undefined : JSON.stringify(json);
    // Written name by name: reading from copies that spreads made would take as long as all the rest.
    const made = { status, headers, json, written, text, bytes };
    const { answers, weight } = current ?? { answers: new Map<string, KeptAnswer>(), weight: 0 };
    if (answers.size >= mostForms) return made;
    answers.set(form, made);
    const size = written ? 2 * written.length : (text?.length ?? bytes?.length ?? 0);
    const more = weight + form.length + size + overhead;
    kept.set(resourcePath, { revision, answers, weight: more }, more);
    return made;
  };
}

/** All of a request, beside its method and URL, that an answer depends on. No header has more than one line. */
function formOf({ origin, headers, body }: ServiceRequest): string {
  const {
    accept = "",
    prefer = "",
    range = "",
    "content-type": type = "",
    consistencylevel: level = "",
  } = headers;
  return `${origin}\n${accept}\n${prefer}\n${range}\n${type}\n${level}\n${body}`;
}
