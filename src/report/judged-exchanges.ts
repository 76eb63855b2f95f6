import type { Judgement } from "../rules/assertion.ts";

/** What became of the exchanges of a run: each is one of these. */
export interface ExchangeExtent {
  /** Held to what a page says, or nobody documents the request and its body was held to its type. */
  readonly judged: readonly Judgement[];
  /** Those of the judged whose request nobody documents. */
  readonly byType: readonly Judgement[];
  /** Nobody documents the request, and nothing leads to the type of what came. */
  readonly undocumented: readonly Judgement[];
  /** Documented, and no rule came to a verdict: the answer is missing, or cannot be read. */
  readonly silent: readonly Judgement[];
}

/** Which exchanges were judged: the one notion of it, in whatever format it is told. */
export function judgedExchanges(judgements: readonly Judgement[]): ExchangeExtent {
  const extent = { judged: [], byType: [], undocumented: [], silent: [] } as Record<
    keyof ExchangeExtent,
    Judgement[]
  >;
  for (const judgement of judgements) {
    if (judgement.kind !== "exchange") continue;
    if (!isUndocumented(judgement)) extent[hasVerdict(judgement) ? "judged" : "silent"].push(judgement);
    else if (!hasJudgedBody(judgement)) extent.undocumented.push(judgement);
    else {
      extent.judged.push(judgement);
      extent.byType.push(judgement);
    }
  }
  return extent;
}

function isVerdict(status: string): boolean {
  return status === "pass" || status === "fail" || status === "waived";
}

function hasVerdict({ assertions }: Judgement): boolean {
  return assertions.some(({ status }) => isVerdict(status));
}

function isUndocumented({ assertions }: Judgement): boolean {
  return assertions.some(
    (one) => one.rule === "http/status" && one.status === "not-verified" && one.reason === "undocumented",
  );
}

/** Properties and relationships may lead to the type of what came. */
function hasJudgedBody({ assertions }: Judgement): boolean {
  return assertions.some(({ rule, status }) => rule === "body/type" && isVerdict(status));
}
