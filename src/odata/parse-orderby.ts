import type { OptionProblem } from "./parse-select.ts";
import { propertyNames } from "./parse-select.ts";
import { splitList } from "./split-list.ts";

export interface OrderItem {
  /** The names as written, casts among them. */
  readonly path: readonly string[];
  readonly descending: boolean;
  /** In UTF-16 units. */
  readonly offset: number;
}

export type ParsedOrderby = { readonly items: readonly OrderItem[] } | { readonly problem: OptionProblem };

/** Parses a decoded `$orderby` (OData 4.01 URL Conventions, section 5.1.5). Never throws. */
export function parseOrderby(text: string): ParsedOrderby {
  const items: OrderItem[] = [];
  for (const { text: item, offset } of splitList(text)) {
    const [written = "", direction = "asc", ...more] = item.split(/\s+/);
    const path = propertyNames(written);
    if (!path || written.includes("*"))
      return { problem: { message: `"${written.slice(0, 40)}" is no property to sort by`, offset } };
    if (!/^(?:asc|desc)$/i.test(direction) || more.length > 0) {
      const order = [direction, ...more].join(" ").slice(0, 40);
      return { problem: { message: `"${order}" is no order; it is asc or desc`, offset } };
    }
    items.push({ path, descending: direction.toLowerCase() === "desc", offset });
  }
  return items.length > 0 ? { items } : { problem: { message: "$orderby names no property", offset: 0 } };
}
