import { defineRule } from "../rule.ts";
import { ownProblems } from "./readable-body.ts";

/** Bodies that are not JSON, at the line where they stop being it. */
export const invalidJson = defineRule("body/invalid-json", {
  promise: "The body is JSON.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  judge({ response: { body } }) {
    if (!body?.json) return "not-applicable";
    return ownProblems(body).map(({ message, location, harmless }) => ({
      status: "fail",
      message: `the body is not JSON: ${message}`,
      location,
      ...(harmless ? {} : { hint: "what follows in this body is not judged" }),
    }));
  },
});
