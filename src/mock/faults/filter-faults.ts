import { keyPropertyOf } from "../../contract/names/type-named.ts";
import { parseFilter } from "../../odata/parse-filter.ts";
import { withOneMore } from "./changed-answer.ts";
import type { Asked, Fault } from "./fault.ts";
import { promisedType, promisesFilter } from "./promised-options.ts";
import { withoutOptions } from "./with-option.ts";

export const filterFaults: readonly Fault[] = [
  {
    name: "ignore-filter",
    breaks: "a documented $filter is not heeded",
    expect: { rule: "query/filter" },
    request: (request, asked) => (promisesFilter(asked) ? withoutOptions(request, ["$filter"]) : request),
  },
  {
    name: "keep-nulls",
    breaks: "a $filter lets items without a value pass",
    expect: { rule: "query/filter" },
    response: (response, asked) => {
      const name = promisesFilter(asked) ? comparedName(asked) : undefined;
      return name === undefined
        ? response
        : withOneMore(response, (item) => (name in item ? { ...item, [name]: null } : undefined));
    },
  },
];

/** The property that a filter compares with a value, when it may be null. */
function comparedName(asked: Asked): string | undefined {
  const parsed = parseFilter(asked.url.options.get("$filter") ?? "");
  if ("problem" in parsed || parsed.expression.kind !== "compare") return undefined;
  const { operator, left, right } = parsed.expression;
  const isValue = right.kind === "literal" && right.type !== "null";
  if (!isValue || left.kind !== "path" || left.segments.length !== 1 || operator === "ne") return undefined;
  const type = promisedType(asked);
  const property = type?.properties.find(({ name }) => name === left.segments[0]);
  if (property?.name === keyPropertyOf(type)) return undefined;
  return property?.nullable === false || property?.type.collection ? undefined : property?.name;
}
