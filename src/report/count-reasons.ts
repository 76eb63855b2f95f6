import type { Judgement } from "../rules/assertion.ts";
import type { Reason } from "../rules/reason.ts";
import { withStatus } from "./count-assertions.ts";
import { byText } from "./order.ts";
import type { SystemCell } from "./report.ts";

/** How often each reason kept something from being verified, by reason. */
export function countReasons(judgements: readonly Judgement[]): SystemCell["reasons"] {
  const counts = new Map<Reason, number>();
  for (const judgement of judgements) {
    for (const { reason } of withStatus(judgement, "not-verified")) {
      if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([left], [right]) => byText(left, right))
    .map(([reason, count]) => ({ reason, count }));
}
