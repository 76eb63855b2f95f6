import type { SelectItem as WrittenItem } from "../../odata/parse-select.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Asking } from "./asking.ts";
import { noSuchProperty } from "./asking.ts";
import { propertyPath } from "./property-path.ts";
import type { SelectItem } from "./query.ts";

/** The items of a `$select` with names as the contract writes them; refused when the type does not have one. */
export function readSelect(
  { contract, type }: Asking,
  items: readonly WrittenItem[],
): readonly SelectItem[] | ErrorResponse {
  const read = new Map<string, SelectItem>();
  for (const { path } of items) {
    const end = propertyPath(contract, type, path);
    if (!end.found) return noSuchProperty("$select", end.name, end.owner);
    // The context lists an item as the contract writes it, with its casts.
    let at = 0;
    const text = path.map((name) => (name.includes(".") ? name : (end.names[at++] ?? name))).join("/");
    // A cast alone selects nothing by name: everything that its type adds (OData 4.01 URL Conventions, section 5.1.4).
    const names = end.names.length > 0 ? end.names : ["*"];
    if (!read.has(text.toLowerCase())) read.set(text.toLowerCase(), { path: names, text });
  }
  return [...read.values()];
}
