import { shownQuery } from "../../contract/capability/shown-query.ts";
import type { Property } from "../../contract/contract.ts";
import { enumNamed } from "../../contract/names/type-named.ts";
import type { OrderItem } from "../../odata/parse-orderby.ts";
import { badRequest } from "../errors/client-errors.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import { type Asking, noSuchProperty } from "./asking.ts";
import { propertyPath } from "./property-path.ts";
import type { SortKey } from "./query.ts";

const KEYS = 16;

/** The keys of an `$orderby`; refused for a property that the type does not have, or does not sort by. */
export function readOrderby(asking: Asking, items: readonly OrderItem[]): readonly SortKey[] | ErrorResponse {
  const { contract, type } = asking;
  if (items.length > KEYS) return badRequest(`$orderby has more than ${KEYS} properties`);
  const keys: SortKey[] = [];
  for (const { path, descending } of items) {
    const end = propertyPath(contract, type, path);
    if (!end.found) return noSuchProperty("$orderby", end.name, end.owner);
    const [first] = end.properties;
    const last = end.properties.at(-1);
    if (first && !last?.orderby && isLeftOut(asking, first)) {
      return badRequest(`$orderby is not documented for property '${first.name}' of type '${type?.name}'`);
    }
    const known = last && end.properties.length === end.names.length ? last.type : undefined;
    if (known?.collection || known?.kind === "type") {
      return badRequest(
        `the value of property '${end.names.join("/")}' has no place in the order of $orderby`,
      );
    }
    const members = known && (enumNamed(contract, known.name) ?? (known.kind === "unknown" && last?.values));
    keys.push({
      path: end.names,
      descending,
      ...(known ? { type: known.name } : {}),
      ...(members ? { members: members.members } : {}),
    });
  }
  return keys;
}

/** Silence is a no only where the same page speaks of another property, and no example of the operation sorts. */
function isLeftOut({ contract, type, operation }: Asking, property: Property): boolean {
  if (property.orderby || (operation && shownQuery(contract, operation).options.has("$orderby")))
    return false;
  const page = type?.properties.filter(({ inheritedFrom }) => inheritedFrom === property.inheritedFrom) ?? [];
  return page.some(({ orderby }) => orderby === true);
}
