import { type ExpandItem, parseExpand } from "../odata/parse-expand.ts";
import { parseSelect, type SelectItem } from "../odata/parse-select.ts";
import type { RequestUrl } from "../odata/request-url.ts";
import { isDelta } from "../rules/query/items-of.ts";

/** What a request asks of the objects of one place. */
export interface Asked {
  /** False where properties may be left out: by `$select`, in a delta answer, in what a link of the service asks. */
  readonly whole: boolean;
  /** The names of `$select` and `$expand`, in lower case. */
  readonly names: ReadonlySet<string>;
  /** What tells apart how the same object was asked for. */
  readonly key: string;
  /** What is asked of the object that a property of that name holds. */
  below(name: string): Asked;
}

/** Of what nobody asked otherwise all comes that comes by default. */
const everything: Asked = { whole: true, names: new Set(), key: "*", below: () => everything };
/** Of this nobody knows what should come. */
const something: Asked = { whole: false, names: new Set(), key: "?", below: () => something };

/** What a request asks of the resources of its answer. */
export function askedNames(method: string, url: RequestUrl): Asked {
  if (method !== "GET") return everything;
  const { options } = url;
  if (isDelta(url) || options.has("$deltatoken") || options.has("$apply") || options.has("$compute"))
    return something;
  const [select, expand] = [options.get("$select"), options.get("$expand")];
  // What the service puts into its links need not say what was selected.
  if (options.has("$skiptoken") && select === undefined) return something;
  const selected = select === undefined ? { items: [] } : parseSelect(select);
  const expanded = expand === undefined ? { items: [] } : parseExpand(expand);
  if ("problem" in selected || "problem" in expanded) return something;
  return askedOf(selected.items, expanded.items);
}

function askedOf(select: readonly SelectItem[], expand: readonly ExpandItem[]): Asked {
  if (select.length === 0 && expand.length === 0) return everything;
  const paths = [...select, ...expand].map(({ path }) => plain(path));
  const names = new Set(paths.flatMap(([first]) => (first === undefined ? [] : first)));
  const selected = select.map(({ path }) => plain(path));
  return {
    whole: selected.length === 0 || selected.some(([first]) => first === "*"),
    names,
    key: [...paths.map((path) => path.join("/"))].sort().join(),
    below(name) {
      const item = expand.find(({ path }) => plain(path)[0] === name.toLowerCase());
      if (item)
        return plain(item.path).length > 1 ? something : askedOf(item.select ?? [], item.expand ?? []);
      const parts = select.filter(({ path }) => plain(path)[0] === name.toLowerCase());
      const deeper = parts.map(({ path, offset }) => ({ path: withoutCasts(path).slice(1), offset }));
      return deeper.some(({ path }) => path.length === 0) ? everything : askedOf(deeper, []);
    },
  };
}

function withoutCasts(path: readonly string[]): readonly string[] {
  return path.filter((name) => !name.includes("."));
}

function plain(path: readonly string[]): readonly string[] {
  return withoutCasts(path).map((name) => name.toLowerCase());
}
