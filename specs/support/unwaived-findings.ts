import { applyWaivers } from "../../src/report/apply-waivers.ts";
import { failedIn } from "../../src/report/counts.ts";
import type { Waiver } from "../../src/report/report.ts";
import type { Judgement } from "../../src/rules/assertion.ts";
import { catalogue } from "../../src/rules/catalogue.ts";

/** The findings among judgements that no waiver accepts, one line each: `file:line rule pointer: message`. */
export function unwaivedFindings(
  judgements: readonly Judgement[],
  waivers: readonly Waiver[],
  today: string,
): string[] {
  const rules = catalogue.map(({ id }) => id);
  return applyWaivers(judgements, waivers, { today, rules }).judgements.flatMap((judgement) =>
    failedIn(judgement, "fail").map(({ span, rule, pointer, message }) =>
      `${span.file}:${span.start.line} ${rule} ${pointer ?? ""}: ${message}`.replace(" :", ":"),
    ),
  );
}
