import type { JsonProblem } from "../../http/body.ts";
import { defineRule, type Failure } from "../rule.ts";
import { ownProblems } from "./readable-body.ts";

/** Bodies that are not JSON, at the line where they stop being it. */
export const invalidJson = defineRule("body/invalid-json", {
  promise: "The body is JSON.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  judge({ response: { body } }) {
    if (!body?.json) return "not-applicable";
    return ownProblems(body).map(
      (problem, index): Failure => jsonFailure("the body", problem, index, restOfBody),
    );
  },
});

/**
 * A place where a body is no JSON, and what is not judged for it. It has no pointer: what tells several in one body apart
 * is their order.
 */
export function jsonFailure(
  what: string,
  { kind, message, advice, harmless, span, edits }: JsonProblem,
  index: number,
  unjudged?: string,
): Failure {
  const unread = harmless || unjudged === undefined ? [] : [`${unjudged} is not judged`];
  return {
    status: "fail",
    message: `${what} is not JSON: ${message}`,
    span,
    advice: [...(advice === undefined ? [] : [advice]), ...unread].join("; ") || undefined,
    fix: edits && { edits },
    cause: { id: `${kind} ${index + 1}` },
  };
}

/** What of a body is not judged where it stops being JSON. */
export const restOfBody = "what follows in this body";

/** Whether a body that is not JSON was not judged to its end: a comma too many hides nothing. */
export function leavesUnjudged({ advice = "" }: Pick<Failure, "advice">): boolean {
  return advice.endsWith(`${restOfBody} is not judged`);
}
