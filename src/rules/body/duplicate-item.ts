import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { answerOf } from "../query/items-of.ts";
import { defineRule } from "../rule.ts";
import { keyNameOf, keyOf } from "./item-key.ts";

/** One key twice in a list; what has changed, which a delta tells, may come as often as it likes. */
export const duplicateItem = defineRule("body/duplicate-item", {
  promise: "A list holds every item once, over all its pages.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  idle: "no list had two items",
  judge(context) {
    const answer = answerOf(context);
    const name = keyNameOf(context);
    if (!answer?.collection || name === undefined) return "not-applicable";
    const { walk } = context.past;
    // What comes again in a circle of links is service/broken-walk.
    const before = walk?.urls.has(context.exchange.request.url) ? undefined : walk?.keys;
    const seen = new Set<string>();
    for (const { value, pointer: at } of answer.items) {
      const key = keyOf(context, value);
      if (key === undefined || (context.authored && isLeftOut(key))) continue;
      const isOfThisPage = seen.has(key);
      seen.add(key);
      if (!isOfThisPage && !before?.has(key)) continue;
      const pointer = stepInto(at, name);
      const where = isOfThisPage ? "twice in the list" : "on an earlier page of the list, too";
      const message = `"${name}" ${JSON.stringify(key)} comes ${where}`;
      return [{ status: "fail", message, span: context.locate(pointer), pointer }];
    }
    return seen.size + (before?.size ?? 0) < 2 ? "not-applicable" : [];
  },
});

/** A text that stands for any key says nothing of two items. */
function isLeftOut(key: string): boolean {
  return isPlaceholder(key) || !/\d/.test(key);
}
