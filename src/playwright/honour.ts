import type { Contract } from "../contract/contract.ts";
import { isDecided } from "../exchange/tenant/floor.ts";
import { shapeUrl } from "../exchange/tenant/shape-url.ts";
import type { Probe } from "../rules/exchange.ts";
import type { Remembers } from "../rules/memory.ts";
import { askedOperation } from "./asked-operation.ts";
import type { ReadResponse } from "./graph-response.ts";
import { type Judging, judgeAsked, shaper, type Verdict } from "./verdict.ts";

/** Why an error is what was asked for. */
export type ErrorAskedFor = Exclude<Probe, "listing">;

/** What a response is held to an operation with. */
export interface Honouring extends Judging {
  /** As reports name it; found by the URL where it is absent. */
  readonly operation?: string;
  readonly probe?: ErrorAskedFor;
  readonly memory: Remembers;
}

/**
 * Judges a response as a gate judges an exchange: status, headers, body and what the query options promise.
 *
 * @throws UsageError where nobody can say which operation is meant
 */
export function judgeHonour(
  response: ReadResponse,
  contract: Contract,
  { operation: name, probe, memory, ...judging }: Honouring,
): { readonly operation: string; readonly verdict: Verdict } {
  const { url, method } = response;
  const { origin } = new URL(url);
  const told = judging.evidence === "full" ? url : shapeUrl(shaper(contract), url, origin);
  const operation = askedOperation(
    contract,
    { url, told, ...(method === undefined ? {} : { method }) },
    name,
  );
  const { id, title, file, location } = operation;
  const purpose = { name: id, title, file, location, ...(probe ? { probe } : {}) };
  const verdict = judgeAsked({ ...response, method: operation.method }, purpose, contract, {
    ...judging,
    memory,
    isAbout: () => true,
    lacks: ({ response: answer, unanswered }, assertions) => {
      const isJudged = (rule: string) => isDecided(rule, assertions);
      const { status = 0, body } = answer ?? {};
      if (probe && (isJudged("http/status") || isJudged("auth/anonymous"))) return undefined;
      if (!unanswered && isJudged("http/status") && (!body || status >= 300 || isJudged("body/type")))
        return undefined;
      return status < 400
        ? "no rule could judge the response"
        : "no rule says whether it had to be an error; of one that was asked for, { probe } says why";
    },
  });
  return { operation: id, verdict };
}
