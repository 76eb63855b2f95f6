import type { Judgement } from "../rules/assertion.ts";
import { applyWaivers } from "./apply-waivers.ts";
import { withStatus } from "./count-assertions.ts";
import { findingOf } from "./finding-of.ts";
import type { Waiver } from "./report.ts";

/** The findings among judgements that no waiver accepts, one line each: `file:line rule pointer: message`. */
export function unwaivedFindings(
  judgements: readonly Judgement[],
  waivers: readonly Waiver[],
  today: string,
): string[] {
  return applyWaivers(judgements, waivers, today).judgements.flatMap((judgement) =>
    withStatus(judgement, "fail")
      .map((assertion) => findingOf(judgement, assertion))
      .map(({ location, rule, pointer, message }) =>
        `${location.file}:${location.line} ${rule} ${pointer ?? ""}: ${message}`.replace(" :", ":"),
      ),
  );
}
