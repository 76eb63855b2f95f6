import { isObject } from "../../base/is-object.ts";
import { type ExpandItem, parseExpand } from "../../odata/parse-expand.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { otherKey, withItems, without } from "./changed-answer.ts";
import type { Asked, Fault } from "./fault.ts";

/** What a service does wrong with the options inside an `$expand`. */
export const nestedFaults: readonly Fault[] = [
  {
    name: "drop-nested-expanded",
    breaks: "what an expanded resource expands does not come",
    expect: { rule: "query/expand" },
    response: (response, asked) =>
      withRelated(response, asked, (related, { expand = [] }) => {
        const name = expand[0]?.path[0];
        return name === undefined ? related : related.map((one) => without(one, name));
      }),
  },
  {
    name: "drop-nested-selected",
    breaks: "a selected name of an expanded item is missing",
    expect: { rule: "query/select-projection" },
    response: (response, asked) =>
      withRelated(response, asked, (related, { select = [] }) => {
        const name = select.map(({ path }) => path[0]).find((one) => one !== undefined && one !== "id");
        return name === undefined ? related : related.map((one) => without(one, name));
      }),
  },
  {
    name: "exceed-nested-top",
    breaks: "an expanded list is longer than its $top",
    expect: { rule: "query/top" },
    response: (response, asked) =>
      withRelated(response, asked, (related, { top }) => {
        const [first] = related;
        if (top === undefined || !first) return related;
        const more = Array.from({ length: top }, (_, by) => ({
          ...first,
          id: otherKey(`${first.id}`, by + 1),
        }));
        return [first, ...more];
      }),
  },
  {
    name: "drop-nested-count",
    breaks: "an expanded list comes without its count",
    expect: { rule: "query/count" },
    response: (response, { url }) =>
      withItems(response, (items) =>
        items.map((item) => {
          const counted = expandedIn(url.options).filter(({ count }) => count);
          return without(item, ...counted.map(({ path }) => `${path[0]}@odata.count`));
        }),
      ),
  },
];

/** An answer with other resources in the lists that its request expands; what counts them goes with them. */
function withRelated(
  response: ServiceResponse,
  { url }: Asked,
  change: (related: readonly Resource[], item: ExpandItem) => readonly Resource[],
): ServiceResponse {
  const expanded = expandedIn(url.options);
  if (expanded.length === 0) return response;
  return withItems(response, (items) =>
    items.map((holder) => expanded.reduce((one, item) => changedIn(one, item, change), holder)),
  );
}

function changedIn(
  holder: Resource,
  item: ExpandItem,
  change: (related: readonly Resource[], item: ExpandItem) => readonly Resource[],
): Resource {
  const [name = ""] = item.path;
  const related = holder[name];
  if (!Array.isArray(related)) return holder;
  const changed = change(related.filter(isObject), item);
  const count = `${name}@odata.count`;
  const counted =
    typeof holder[count] === "number" ? { [count]: Math.max(holder[count], changed.length) } : {};
  return { ...holder, ...counted, [name]: changed };
}

function expandedIn(options: ReadonlyMap<string, string>): readonly ExpandItem[] {
  const read = parseExpand(options.get("$expand") ?? "");
  return "problem" in read ? [] : read.items;
}
