import { splitList } from "./split-list.ts";

/** Why the value of a query option cannot be read. */
export interface OptionProblem {
  readonly message: string;
  /** Where in the option's value, in UTF-16 units. */
  readonly offset: number;
}

// A property, a type to cast to (with dots), `*`, `$count`, an instance annotation.
const NAME = /^(?:\*|[$@]?[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{M}\p{Nd}_.@*-]*)$/u;

/** The names of a path, casts among them: `["microsoft.graph.user", "mail"]`. Undefined for what is no path. */
export function propertyNames(path: string): readonly string[] | undefined {
  const names = path.split("/");
  return names.every((name) => NAME.test(name)) ? names : undefined;
}

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
