import { onceFor } from "../../base/once-for.ts";
import type { TypeContract } from "../../contract/contract.ts";
import { graphFacts } from "./said-nowhere.ts";

/**
 * The properties of a type of which a resource has one, for that tells what it is: `file`, `folder`. A facet that must be
 * there is none that excludes others.
 */
export const facetsOf = onceFor(({ properties }: TypeContract): readonly string[] => {
  const names = new Set(
    properties.flatMap(({ name, type, nullable }) =>
      type.kind === "type" && !type.collection && nullable !== false ? [name] : [],
    ),
  );
  const row = graphFacts.facets.find(({ fact }) => fact.names.filter((name) => names.has(name)).length > 1);
  return row?.fact.names.filter((name) => names.has(name)) ?? [];
});
