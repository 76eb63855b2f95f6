import { parseOrderby } from "../../odata/parse-orderby.ts";
import type { Resource } from "../message.ts";
import { withItems } from "./changed-answer.ts";
import type { Asked, Fault } from "./fault.ts";
import { promisedType } from "./promised-options.ts";

/** What can be told of an order of enums, although nobody knows the numbers of their members. */
export const orderFaults: readonly Fault[] = [
  {
    name: "scattered-members",
    breaks: "items with one member of an enum stand apart",
    expect: { rule: "query/orderby" },
    response: (response, asked) => {
      const name = enumKey(asked);
      return name === undefined ? response : withItems(response, (items) => scattered(items, name));
    },
  },
  {
    name: "forget-descending",
    breaks: "members come in one order, asc or desc",
    expect: { rule: "query/orderby" },
    response: (response, asked) =>
      enumKey(asked) !== undefined && / desc$/i.test(asked.url.options.get("$orderby") ?? "")
        ? withItems(response, (items) => items.toReversed())
        : response,
  },
];

/** The only key of a request's order, where it is an enum. */
function enumKey(asked: Asked): string | undefined {
  const order = parseOrderby(asked.url.options.get("$orderby") ?? "");
  const [key, second] = "problem" in order ? [] : order.items;
  const [name = ""] = key?.path ?? [];
  const property = promisedType(asked)?.properties.find((one) => one.name === name);
  if (!key || second || key.path.length !== 1 || property?.type.kind !== "enum") return undefined;
  return name;
}

/** With the member of the first item in the last one, too, where another stands between them. */
function scattered(items: readonly Resource[], name: string): readonly Resource[] {
  const [first, ...others] = items;
  const last = others.at(-1);
  const isParted = others.slice(0, -1).some((item) => item[name] !== first?.[name]);
  return isParted && last ? [...items.slice(0, -1), { ...last, [name]: first?.[name] }] : items;
}
