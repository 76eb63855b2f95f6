import { memberOf } from "../../odata/filter-scope.ts";
import { defineRule } from "../rule.ts";
import { undocumented } from "../unjudged.ts";
import { type AskedFilter, askedQuery } from "./asked-query.ts";
import { answerOf, type Item } from "./items-of.ts";
import { filterTruths, unsatisfiedItems } from "./unsatisfied-items.ts";

/** The items of the answer against `$filter`. */
export const filter = defineRule("query/filter", {
  promise: "Every item of a list satisfies the `$filter` of the request.",
  weighs: { mock: "error", tenant: "error" },
  idle: "nothing that was asked for with $filter came",
  judge(context) {
    const asked = askedQuery(context);
    const answer = answerOf(context);
    const isAsked = context.url.options.has("$filter") && answer?.collection && answer.items.length > 0;
    if (!context.promising && isAsked)
      return [undocumented(context, "the filter is", context.response.startLine)];
    if (!asked?.filter || !answer?.collection || answer.items.length === 0) return "not-applicable";
    // An aggregation makes items of its own; and what the pages do not document is query/capability.
    if (asked.options.some(({ name, standing }) => name === "$apply" || isUndocumentedFilter(name, standing)))
      return "not-applicable";
    if (asked.filter.uses.some(({ standing }) => standing === "undocumented")) return "not-applicable";
    const unsatisfied = unsatisfiedItems(context, asked, answer.items);
    const [first] = unsatisfied;
    if (!first) {
      const { filter, type } = asked;
      // Where no item certainly satisfies it, nothing was seen to hold.
      return filterTruths(context, { filter, type }, answer.items).includes(true) ? [] : "not-applicable";
    }
    const number = `${unsatisfied.length} of ${answer.items.length} items`;
    const message = `${shown(asked.filter, first)} does not satisfy "${asked.filter.text}"; ${number} ${unsatisfied.length === 1 ? "does" : "do"} not`;
    return [{ status: "fail", message, span: context.locate(first.pointer), pointer: first.pointer }];
  },
});

function isUndocumentedFilter(name: string, standing: string): boolean {
  return name === "$filter" && standing === "undocumented";
}

/** The item by what the filter asks of it: `an item with "status" "failed"`. */
function shown({ uses }: AskedFilter, { value }: Item): string {
  const paths = new Map(uses.map(({ path }) => [path.join("/").toLowerCase(), path]));
  const values = [...paths.values()].flatMap((path) => {
    const reached = path.reduce<unknown>(memberOf, value);
    const scalar = reached === null || (reached !== undefined && typeof reached !== "object");
    return scalar ? [`"${path.join("/")}" ${JSON.stringify(reached).slice(0, 80)}`] : [];
  });
  return values.length === 0 ? "an item" : `an item with ${values.join(" and ")}`;
}
