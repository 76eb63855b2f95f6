import type { JsonProblem } from "../../docs/body.ts";
import { defineRule } from "../rule.ts";

/** Bodies that are not JSON, at the line where they stop being it. */
export const invalidJson = defineRule("body/invalid-json", {
  promise: "The body is JSON.",
  judge({ response }) {
    const reading = response.body?.json;
    if (!reading) return "not-applicable";
    return untilBroken(reading.problems).map(({ message, location, harmless }) => ({
      status: "fail",
      message: `The body is not JSON: ${message}`,
      location,
      ...(harmless ? {} : { hint: "what follows in this body is not judged" }),
    }));
  },
});

/** What comes after the first problem that no repair mends mostly follows from it. */
function untilBroken(problems: readonly JsonProblem[]): readonly JsonProblem[] {
  const broken = problems.findIndex(({ harmless }) => !harmless);
  return broken < 0 ? problems : problems.slice(0, broken + 1);
}
