import { stepsOf } from "../../http/json-pointer.ts";
import { defineRule } from "../rule.ts";
import { isBroken, isReadable } from "./readable-body.ts";

/** Names that stand twice in one object. */
export const duplicateKey = defineRule("body/duplicate-key", {
  promise: "No name stands twice in one object.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  judge(context) {
    const reading = context.response.body?.json;
    if (!reading) return "not-applicable";
    const readable = reading.duplicates.filter(({ span }) => isReadable(context, span));
    if (readable.length === 0 && isBroken(context)) return "not-applicable";
    return readable.map(({ pointer, span }) => ({
      status: "fail",
      message: `"${stepsOf(pointer).at(-1) ?? ""}" stands twice in the same object; a reader sees only one of them`,
      span,
      pointer,
    }));
  },
});
