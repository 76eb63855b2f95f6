import { nodesBehind, pathTree } from "../path/path-tree.ts";
import { memberAt, typeAt } from "../promise/type-at.ts";
import { type CsdlModel, structuredName } from "./csdl-model.ts";

/**
 * The relationships, as `type/name`, whose resources are part of the one that has them: a documented path goes on to
 * a single one of them, none adds or removes a reference, and no entity set has them.
 */
export function containedMembers({ contract, roots }: CsdlModel): ReadonlySet<string> {
  const contained = new Set<string>();
  const referenced = new Set<string>();
  const sets = new Set(roots.filter(({ kind }) => kind === "EntitySet").map(({ type }) => type));
  for (const node of nodesBehind(pathTree(contract))) {
    const { before, key, names } = node;
    const property = memberAt(contract, node);
    if (!before || !property?.navigation) continue;
    const place = `${property.inheritedFrom ?? typeAt(contract, before)?.name}/${property.name}`;
    if (names.has("$ref") || key?.names.has("$ref")) referenced.add(place);
    const end = structuredName(contract, property.type) ?? "";
    if ((key || !property.type.collection) && !sets.has(end)) contained.add(place);
  }
  return new Set([...contained].filter((place) => !referenced.has(place)));
}
