import { defineRule } from "../rule.ts";
import { askedOption, heldTo } from "./asked-option.ts";
import { answerOf } from "./items-of.ts";

/** The length of a page against `$top`. */
export const top = defineRule("query/top", {
  promise: "A page holds at most as many items as `$top` asks for.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  idle: "nothing that was asked for with $top came",
  judge(context) {
    const asked = askedOption(context, "$top");
    const answer = answerOf(context);
    if (!/^\d+$/.test(asked) || !answer?.collection) return "not-applicable";
    const length = answer.items.length;
    if (length <= Number(asked)) return [];
    const message = `the page holds ${length} items; $top asks for ${asked}`;
    return heldTo(context, "$top", [
      { status: "fail", message, span: context.locate("/value"), pointer: "/value" },
    ]);
  },
});
