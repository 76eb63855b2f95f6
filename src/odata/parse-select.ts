import type { OptionProblem } from "./option-problem.ts";
import { propertyNames } from "./property-names.ts";
import { splitList } from "./split-list.ts";

export interface SelectItem {
  /** The names as written, casts among them; `["*"]` for everything. */
  readonly path: readonly string[];
  /** In UTF-16 units. */
  readonly offset: number;
}

export type ParsedSelect = { readonly items: readonly SelectItem[] } | { readonly problem: OptionProblem };

/** Parses a decoded `$select` (OData 4.01 URL Conventions, section 5.1.4). Never throws. */
export function parseSelect(text: string): ParsedSelect {
  const items: SelectItem[] = [];
  for (const { text: item, offset } of splitList(text)) {
    const path = propertyNames(item);
    if (!path) return { problem: { message: `"${item.slice(0, 40)}" is no property to select`, offset } };
    items.push({ path, offset });
  }
  return items.length > 0 ? { items } : { problem: { message: "$select names no property", offset: 0 } };
}
