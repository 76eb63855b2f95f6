import type { Location } from "../../base/location.ts";
import type { Property, TypeContract } from "../contract.ts";
import { ROOT } from "../names/inheritance.ts";

/** The root of all entity types holds a key and nothing else; an excerpt of the pages mostly lacks its page. */
export function rootOf(base: string, location: Location | undefined): TypeContract | undefined {
  if (base !== ROOT || !location) return undefined;
  const type = { kind: "primitive", name: "Edm.String", collection: false } as const;
  const id: Property = { name: "id", type, navigation: false, location };
  return {
    name: ROOT,
    abstract: true,
    open: false,
    keyProperty: "id",
    properties: [id],
    complete: true,
    location,
  };
}
