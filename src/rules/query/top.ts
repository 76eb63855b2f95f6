import { defineRule, type ExchangeContext, type Verdicts } from "../rule.ts";
import { heldTo } from "./asked-option.ts";
import { acrossLevels, type Level } from "./expanded-levels.ts";

/** The length of a page against `$top`. */
export const top = defineRule("query/top", {
  promise: "A page holds at most as many items as `$top` asks for.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  idle: "nothing that was asked for with $top came",
  judge: (context) => acrossLevels(context, (level) => tooLong(context, level)),
});

/** The first list of a level that is longer than asked for. */
function tooLong(context: ExchangeContext, { top: asked, lists, by }: Level): Verdicts {
  if (asked === undefined || lists.length === 0) return "not-applicable";
  const long = lists.find(({ items }) => items.length > asked);
  if (!long) return [];
  const { pointer, name } = long;
  const what = name === "" ? "the page" : `"${name}"`;
  const message = `${what} holds ${long.items.length} items; $top asks for ${asked}`;
  return heldTo(context, by ?? "$top", [{ status: "fail", message, span: context.locate(pointer), pointer }]);
}
