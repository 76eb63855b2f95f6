import { keyOf } from "../body/item-key.ts";
import { differing } from "../differing.ts";
import { nextLinkIn } from "../memory.ts";
import { defineRule, type ExchangeContext } from "../rule.ts";
import { askedQuery } from "./asked-query.ts";
import { answerOf, type Item } from "./items-of.ts";
import { filterTruths } from "./unsatisfied-items.ts";

/** The items of an answer against the whole list, as it was read before without any option. */
export const incomplete = defineRule("query/incomplete", {
  promise:
    "`$filter` leaves out no item of the list that satisfies it, and `$select`, `$orderby` and `$expand` none at all.",
  weighs: { mock: "error", tenant: "warning" },
  idle: "no list was read in two ways",
  judge(context) {
    const { list, walk } = context.past;
    const { options } = context.url;
    const answer = answerOf(context);
    // What is left out shows on the last page.
    if (!list || !answer?.collection || nextLinkIn(answer.envelope) !== undefined) return "not-applicable";
    const names = [...options.keys()].filter((name) => name.startsWith("$") && name !== "$skiptoken");
    if (names.length === 0 || !names.every((name) => shaping.has(name))) return "not-applicable";
    const last = answer.items.map(({ value }) => keyOf(context, value));
    const came = new Set([...(walk?.keys.values() ?? []), ...last]);
    // What comes without its key cannot be found again.
    if (came.has(undefined) || (walk && walk.keys.size < walk.items)) return "not-applicable";
    // Links that end too early are service/broken-walk.
    if (walk && !options.has("$filter") && came.size < list.size) return "not-applicable";
    const wanted = options.has("$filter")
      ? satisfying(
          context,
          [...list.values()].filter(({ broken }) => !broken),
        )
      : [...list.values()];
    if (!wanted || wanted.length === 0) return "not-applicable";
    const left = wanted.filter(({ value }) => !came.has(keyOf(context, value)));
    if (left.length === 0) return [];
    // Their keys are of another answer, and stay untold.
    const asked = options.has("$filter") ? `that satisfy "${options.get("$filter")}"` : "of the plain list";
    const message = `${left.length} of ${wanted.length} items ${asked} are left out with ${names.join(", ")}`;
    const pointer = "/value";
    return [differing(context.past, { status: "fail", message, span: context.locate(pointer), pointer })];
  },
});

/** Options that take nothing from a list but what does not satisfy the filter. */
const shaping: ReadonlySet<string> = new Set(["$filter", "$select", "$orderby", "$expand", "$count"]);

/** The items that certainly satisfy the filter (what breaks its own type satisfies nothing); undefined where it is not promised, or cannot be read. */
function satisfying(context: ExchangeContext, items: readonly Item[]): readonly Item[] | undefined {
  const asked = askedQuery(context);
  if (!asked?.filter || asked.options.some(({ standing }) => standing === "undocumented")) return undefined;
  if (asked.filter.uses.some(({ standing }) => standing !== "promised")) return undefined;
  const { filter, type } = asked;
  const truths = filterTruths(context, { filter, type }, items);
  return items.filter((_, index) => truths[index] === true);
}
