import { parseExpand } from "../../odata/parse-expand.ts";
import { parseSelect } from "../../odata/parse-select.ts";

/**
 * The properties that a `$select` names, without casts and what stands behind a slash: `microsoft.graph.user/mail`
 * gives `mail`. `*` stays as it is. None for an option that cannot be read.
 */
export function selectedNames(option: string): string[] {
  const read = parseSelect(option);
  return "problem" in read ? [] : firstNames(read.items);
}

/** The relationships that an `$expand` names, without casts, options and suffixes. None for one that cannot be read. */
export function expandedNames(option: string): string[] {
  const read = parseExpand(option);
  return "problem" in read ? [] : firstNames(read.items);
}

/** Of paths the name that each begins with, without casts. */
export function firstNames(items: readonly { readonly path: readonly string[] }[]): string[] {
  return items.flatMap(({ path }) => path.find((name) => !name.includes(".")) ?? []);
}
