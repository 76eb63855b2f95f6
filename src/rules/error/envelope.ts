import { isObject } from "../../base/is-object.ts";
import { spanOfText } from "../../base/span.ts";
import { isResourceBody } from "../../contract/promise/body-fit.ts";
import { defineRule, type Outcome } from "../rule.ts";

/** The form of an error's body. */
export const envelope = defineRule("error/envelope", {
  promise: "The body of an error is Graph's: an `error` object with `code` and `message`.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  idle: "no error came",
  judge({ response: { status, body }, page, locate }) {
    if (status === undefined || status < 400 || !body) return "not-applicable";
    if (!body.json) {
      const message = `the body of ${status} is no JSON; an error is {"error": {"code", "message"}}`;
      return [{ status: "fail", message, span: spanOfText(body.location, body.text, body.location.column) }];
    }
    const { value, problems } = body.json;
    // An example with the body of a success has the wrong status, which is http/status.
    if (page && isResourceBody(value)) return "not-applicable";
    // What is not readable as JSON at all is body/invalid-json.
    if (value === undefined || (!isObject(value) && problems.length > 0)) return "not-applicable";
    const fail = (pointer: string, message: string): Outcome[] => [
      { status: "fail", message, span: locate(pointer), pointer },
    ];
    const error = isObject(value) ? value.error : undefined;
    if (!isObject(error))
      return fail("", `the body of ${status} has no "error" object, in which Graph says what is wrong`);
    return ["code", "message"].flatMap((name) =>
      typeof error[name] === "string"
        ? []
        : fail(`/error/${name}`, `"error" has no text "${name}"; Graph's errors always do`),
    );
  },
});
